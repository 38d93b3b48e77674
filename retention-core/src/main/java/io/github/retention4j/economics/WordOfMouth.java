package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many people hear from satisfied and from dissatisfied customers. How many each of them tells
 * is always the caller's number: those in circulation (20 by the unhappy, 3 or 4 by the happy) are
 * claims, not measurements.
 *
 * <pre>{@code
 * negative = customers x unhappy share x told by an unhappy one
 * positive = customers x (1 - unhappy share) x told by a happy one
 * }</pre>
 *
 * <p>Both are equal at an unhappy share of {@code happy / (unhappy + happy)}. People told twice
 * count twice. Example: of 1000 customers one in ten is unhappy and tells 20, the others tell 3:
 * 2000 hear ill and 2700 well, and from an unhappy share of 13.0 % on it is more ill than well.
 *
 * @param customers how many customers, 0 or more
 * @param unhappyShare the share of them that is dissatisfied, in [0, 1]
 * @param unhappyInterval how sure that share is; empty if it was assumed
 * @param toldByUnhappy how many people a dissatisfied customer tells, 0 or more
 * @param toldByHappy how many people a satisfied customer tells, 0 or more
 */
public record WordOfMouth(
    double customers,
    double unhappyShare,
    Optional<ConfidenceInterval> unhappyInterval,
    double toldByUnhappy,
    double toldByHappy) {

  /**
   * Checks the numbers.
   *
   * @param customers how many customers
   * @param unhappyShare the share that is dissatisfied
   * @param unhappyInterval how sure that share is
   * @param toldByUnhappy how many people a dissatisfied customer tells
   * @param toldByHappy how many people a satisfied customer tells
   * @throws IllegalArgumentException if a number is out of range
   */
  public WordOfMouth {
    Checks.heads("customers", customers);
    Checks.unit("unhappyShare", unhappyShare);
    requireNonNull(unhappyInterval, "unhappyInterval");
    Checks.heads("toldByUnhappy", toldByUnhappy);
    Checks.heads("toldByHappy", toldByHappy);
  }

  /**
   * Returns the reach at an assumed share.
   *
   * @param customers how many customers, 0 or more
   * @param unhappyShare the share of them that is dissatisfied, in [0, 1]
   * @param toldByUnhappy how many people a dissatisfied customer tells, 0 or more
   * @param toldByHappy how many people a satisfied customer tells, 0 or more
   * @return the reach; no intervals
   * @throws IllegalArgumentException if a number is out of range
   */
  public static WordOfMouth of(
      double customers, double unhappyShare, double toldByUnhappy, double toldByHappy) {
    return new WordOfMouth(customers, unhappyShare, Optional.empty(), toldByUnhappy, toldByHappy);
  }

  /**
   * Returns the reach at a share found by asking some of the customers.
   *
   * @param customers how many customers in all, 0 or more
   * @param unhappy those dissatisfied, of those asked
   * @param level the level of the intervals, Wilson's of the share carried on
   * @param toldByUnhappy how many people a dissatisfied customer tells, 0 or more
   * @param toldByHappy how many people a satisfied customer tells, 0 or more
   * @return the reach
   * @throws IllegalArgumentException if a number is out of range or the level not between 0 and 1
   */
  public static WordOfMouth of(
      double customers,
      Proportion unhappy,
      double level,
      double toldByUnhappy,
      double toldByHappy) {
    return new WordOfMouth(
        customers,
        unhappy.value(),
        Optional.of(unhappy.interval(level)),
        toldByUnhappy,
        toldByHappy);
  }

  /**
   * Returns how many people hear from dissatisfied customers.
   *
   * @return people, not rounded
   */
  public double negative() {
    return negativeAt(unhappyShare);
  }

  /**
   * Returns how many people hear from satisfied customers.
   *
   * @return people, not rounded
   */
  public double positive() {
    return positiveAt(unhappyShare);
  }

  private double negativeAt(double share) {
    return customers * share * toldByUnhappy;
  }

  private double positiveAt(double share) {
    return customers * (1 - share) * toldByHappy;
  }

  /**
   * Returns how many more hear well than ill.
   *
   * @return positive - negative
   */
  public double balance() {
    return positive() - negative();
  }

  /**
   * Returns how sure {@link #negative()} is.
   *
   * @return the interval of the share, carried on; empty if the share was assumed
   */
  public Optional<ConfidenceInterval> negativeInterval() {
    return unhappyInterval.map(it -> it.map(this::negativeAt));
  }

  /**
   * Returns how sure {@link #positive()} is.
   *
   * @return the interval of the share, carried on; empty if the share was assumed
   */
  public Optional<ConfidenceInterval> positiveInterval() {
    return unhappyInterval.map(it -> it.map(this::positiveAt));
  }

  /**
   * Returns how sure {@link #balance()} is.
   *
   * @return the interval of the share, carried on; empty if the share was assumed
   */
  public Optional<ConfidenceInterval> balanceInterval() {
    return unhappyInterval.map(it -> it.map(share -> positiveAt(share) - negativeAt(share)));
  }

  /**
   * Returns the unhappy share at which as many hear ill as well.
   *
   * @return told by happy / (told by unhappy + told by happy); empty if nobody tells anybody
   */
  public OptionalDouble unhappyShareWhereEqual() {
    double told = toldByUnhappy + toldByHappy;
    return told == 0 ? OptionalDouble.empty() : OptionalDouble.of(toldByHappy / told);
  }

  /**
   * Tells why there is no such share.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoEqualShare() {
    return toldByUnhappy + toldByHappy == 0
        ? Optional.of("nobody tells anybody")
        : Optional.empty();
  }

  /**
   * Tells why there are no intervals.
   *
   * @return the reason; empty where there are
   */
  public Optional<String> whyNoIntervals() {
    return unhappyInterval.isPresent()
        ? Optional.empty()
        : Optional.of("the unhappy share was assumed");
  }

  /**
   * Returns both reaches and the share where they are equal.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return Texts.format(
        """
        %,.0f customers, %s unhappy
          negative %,.0f people%s
          positive %,.0f people%s
          equal at %s
        """,
        customers,
        Texts.percent(unhappyShare),
        negative(),
        words(negativeInterval()),
        positive(),
        words(positiveInterval()),
        whyNoEqualShare()
            .map(reason -> "no share: " + reason)
            .orElseGet(() -> Texts.percent(unhappyShareWhereEqual()) + " unhappy"));
  }

  private static String words(Optional<ConfidenceInterval> interval) {
    return interval
        .map(
            it ->
                Texts.format(
                    ", %,.0f to %,.0f, %s",
                    it.lower(), it.upper(), ConfidenceInterval.words(it.level(), it.method())))
        .orElse("");
  }
}
