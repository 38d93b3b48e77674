package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How many customers a programme must take in to keep one more: 1 over the lift.
 *
 * <p>Where the interval of the lift holds 0, so does nothing keep it from running through infinity
 * to harm: from {@code 1 / upper} customers for one more kept, over "no effect", to {@code 1 /
 * |lower|} for one more lost. Example: a lift of 0.05, 0.01 to 0.09, is one more in 20 customers,
 * 11.1 to 100.
 *
 * @param lift the difference of the shares kept, from -1 to 1
 * @param liftInterval how sure it is
 * @see <a href="https://doi.org/10.1136/bmj.317.7168.1309">Altman (1998)</a>
 */
public record NumberNeededToTreat(double lift, ConfidenceInterval liftInterval) {

  /**
   * Checks the lift.
   *
   * @param lift the difference of the shares kept
   * @param liftInterval how sure it is
   * @throws IllegalArgumentException if the lift is not from -1 to 1
   */
  public NumberNeededToTreat {
    Checks.inRange("lift", lift, -1, 1);
    requireNonNull(liftInterval, "liftInterval");
  }

  /**
   * Returns how many must be taken in for one more to stay.
   *
   * @return 1 / lift, at least 1; empty if the lift is not above 0
   */
  public OptionalDouble toKeepOneMore() {
    return inverse(lift);
  }

  /**
   * Returns the least number that the data allow for.
   *
   * @return 1 / upper limit of the lift; empty if that is not above 0: any effect is harm
   */
  public OptionalDouble fewest() {
    return inverse(liftInterval.upper());
  }

  /**
   * Returns the greatest number that the data allow for.
   *
   * @return 1 / lower limit of the lift; empty if that is not above 0: no effect cannot be ruled
   *     out
   */
  public OptionalDouble most() {
    return inverse(liftInterval.lower());
  }

  /**
   * Returns how few customers one more may be lost among, at worst.
   *
   * @return 1 / |lower limit of the lift|; empty if that is not below 0: harm is ruled out
   */
  public OptionalDouble fewestToLoseOneMore() {
    return inverse(-liftInterval.lower());
  }

  /**
   * Tells why there is no number that keeps one more.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoneKept() {
    return toKeepOneMore().isPresent() ? Optional.empty() : Optional.of("the lift is not above 0");
  }

  /**
   * Tells why a limit of the number is open.
   *
   * @return the reason; empty where both {@link #fewest()} and {@link #most()} are there
   */
  public Optional<String> whyOpen() {
    if (most().isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        fewest().isPresent()
            ? "the interval of the lift holds 0, so that no effect cannot be ruled out"
            : "the whole interval of the lift is not above 0, so that any effect is harm");
  }

  private static OptionalDouble inverse(double difference) {
    return difference > 0 && 1 / difference < Double.POSITIVE_INFINITY
        ? OptionalDouble.of(1 / difference)
        : OptionalDouble.empty();
  }

  /**
   * Returns the number and its limits.
   *
   * @return for example {@code 20.0 [11.1, 100.0] 95 % Newcombe}, or {@code 20.0 [11.1, no effect,
   *     one more lost in 50.0] 95 % Newcombe}
   */
  @Override
  public String toString() {
    return words(toKeepOneMore(), "none")
        + " ["
        + words(fewest(), "none")
        + ", "
        + (most().isPresent() ? words(most(), "") : "no effect")
        + (fewestToLoseOneMore().isPresent()
            ? ", one more lost in " + words(fewestToLoseOneMore(), "")
            : "")
        + "] "
        + ConfidenceInterval.words(liftInterval.level(), liftInterval.method());
  }

  private static String words(OptionalDouble number, String otherwise) {
    return number.isPresent() ? Texts.format("%.1f", number.getAsDouble()) : otherwise;
  }
}
