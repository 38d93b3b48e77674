package io.github.retention4j.subscription;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;

/**
 * A dated record of a subscription.
 *
 * @param customer whose it is
 * @param subscription its name among those of the customer, not blank
 * @param date the first day on which the change holds, in the zone of the business
 * @param change what happens
 */
public record SubscriptionEvent(
    CustomerId customer, String subscription, LocalDate date, SubscriptionChange change) {

  /**
   * Checks the name.
   *
   * @param customer whose it is
   * @param subscription its name among those of the customer
   * @param date the first day on which the change holds
   * @param change what happens
   * @throws IllegalArgumentException if the name is blank
   */
  public SubscriptionEvent {
    requireNonNull(customer, "customer");
    requireNonNull(subscription, "subscription");
    requireNonNull(date, "date");
    requireNonNull(change, "change");
    if (subscription.isBlank()) {
      throw new IllegalArgumentException(
          "subscription (" + subscription + ") of customer " + customer + " must not be blank");
    }
  }

  /**
   * Returns a record.
   *
   * @param customer the key of the customer
   * @param subscription its name among those of the customer
   * @param date the first day on which the change holds
   * @param change what happens
   * @return the record
   * @throws IllegalArgumentException if a name is blank
   */
  public static SubscriptionEvent of(
      String customer, String subscription, LocalDate date, SubscriptionChange change) {
    return new SubscriptionEvent(CustomerId.of(customer), subscription, date, change);
  }
}
