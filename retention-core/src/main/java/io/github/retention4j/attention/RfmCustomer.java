package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The values and scores of a customer.
 *
 * @param customer who
 * @param recencyDays whole days since the last purchase
 * @param frequency purchases or active days
 * @param amount the exact sum of money; empty where no amounts are known
 * @param recencyScore the recency score, from 1
 * @param frequencyScore the frequency score, from 1
 * @param monetaryScore the monetary score, from 1; empty where no amounts are known
 * @param segment the segment
 */
public record RfmCustomer(
    CustomerId customer,
    int recencyDays,
    long frequency,
    Optional<Money> amount,
    int recencyScore,
    int frequencyScore,
    OptionalInt monetaryScore,
    String segment) {

  /**
   * Checks that all are there.
   *
   * @param customer who
   * @param recencyDays whole days since the last purchase
   * @param frequency purchases or active days
   * @param amount the exact sum of money
   * @param recencyScore the recency score
   * @param frequencyScore the frequency score
   * @param monetaryScore the monetary score
   * @param segment the segment
   */
  public RfmCustomer {
    requireNonNull(customer, "customer");
    requireNonNull(amount, "amount");
    requireNonNull(monetaryScore, "monetaryScore");
    requireNonNull(segment, "segment");
  }

  /**
   * Returns the scores as they are commonly written.
   *
   * @return for example {@code 5-4-3}, or {@code 5-4} without money
   */
  public String code() {
    String two = recencyScore + "-" + frequencyScore;
    return monetaryScore.isPresent() ? two + "-" + monetaryScore.getAsInt() : two;
  }

  /**
   * Returns the customer, its values, scores and segment.
   *
   * @return for example {@code 17: 12 days, 8 times, USD 96.00; 5-4-3 champions}
   */
  @Override
  public String toString() {
    return customer
        + ": "
        + recencyDays
        + " days, "
        + frequency
        + " times"
        + amount.map(money -> ", " + money).orElse("")
        + "; "
        + code()
        + " "
        + segment;
  }
}
