package io.github.retention4j.subscription;

import io.github.retention4j.revenue.CustomerAliases;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The subscriptions of each row of a ledger, those of its aliases among them; an alias has none.
 */
final class CustomerSubscriptions {

  private final int[] start;
  private final int[] subscriptions;

  CustomerSubscriptions(SubscriptionLedger ledger, CustomerAliases aliases) {
    int[] customerOf = customerOf(ledger.keys(), aliases);
    LedgerRows rows = ledger.rows();
    start = new int[customerOf.length + 1];
    for (int row = 0; row < customerOf.length; row++) {
      start[customerOf[row] + 1] += rows.endSubscription(row) - rows.firstSubscription(row);
    }
    Arrays.parallelPrefix(start, Integer::sum);
    subscriptions = new int[rows.subscriptions()];
    int[] next = start.clone();
    for (int row = 0; row < customerOf.length; row++) {
      for (int sub = rows.firstSubscription(row); sub < rows.endSubscription(row); sub++) {
        subscriptions[next[customerOf[row]]++] = sub;
      }
    }
  }

  private static int[] customerOf(LedgerCustomers customers, CustomerAliases aliases) {
    aliases.requireKnown(customer -> customers.rowOf(customer) >= 0);
    int[] customerOf = new int[customers.size()];
    Arrays.setAll(customerOf, row -> row);
    aliases
        .toMap()
        .forEach(
            (alias, customer) -> customerOf[customers.rowOf(alias)] = customers.rowOf(customer));
    return customerOf;
  }

  /** Returns the subscriptions of a row. */
  IntStream of(int row) {
    return Arrays.stream(subscriptions, start[row], start[row + 1]);
  }
}
