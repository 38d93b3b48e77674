package io.github.retention4j.subscription;

import java.util.Arrays;

/** Where the subscriptions of each customer start, and the records of each subscription. */
final class LedgerRows {

  private final int[] customerStart;
  private final int[] names;
  private final int[] eventStart;

  private LedgerRows(int[] customerStart, int[] names, int[] eventStart) {
    this.customerStart = customerStart;
    this.names = names;
    this.eventStart = eventStart;
  }

  int subscriptions() {
    return names.length;
  }

  int firstSubscription(int row) {
    return customerStart[row];
  }

  int endSubscription(int row) {
    return customerStart[row + 1];
  }

  /** Returns the row of the customer of a subscription. */
  int rowOf(int subscription) {
    int found = Arrays.binarySearch(customerStart, subscription);
    return found >= 0 ? found : -found - 2;
  }

  /** Returns the number of the name of a subscription. */
  int name(int subscription) {
    return names[subscription];
  }

  int firstEvent(int subscription) {
    return eventStart[subscription];
  }

  int endEvent(int subscription) {
    return eventStart[subscription + 1];
  }

  /** Collects subscriptions customer by customer; each customer has one. */
  static final class Builder {

    private int[] customerStart = new int[16];
    private int[] names = new int[16];
    private int[] eventStart = new int[17];
    private int customers;
    private int subscriptions;

    void startSubscription(int name, int event) {
      if (subscriptions == names.length) {
        int larger = Math.addExact(subscriptions, subscriptions >> 1);
        names = Arrays.copyOf(names, larger);
        eventStart = Arrays.copyOf(eventStart, larger + 1);
      }
      names[subscriptions] = name;
      eventStart[subscriptions++] = event;
    }

    void endCustomer() {
      customers++;
      if (customers == customerStart.length) {
        customerStart = Arrays.copyOf(customerStart, Math.addExact(customers, customers >> 1));
      }
      customerStart[customers] = subscriptions;
    }

    LedgerRows build(int events) {
      eventStart[subscriptions] = events;
      return new LedgerRows(
          Arrays.copyOf(customerStart, customers + 1),
          Arrays.copyOf(names, subscriptions),
          Arrays.copyOf(eventStart, subscriptions + 1));
    }
  }
}
