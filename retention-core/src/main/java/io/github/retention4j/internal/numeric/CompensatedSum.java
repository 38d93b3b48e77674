package io.github.retention4j.internal.numeric;

/**
 * A running sum that carries the digits a plain double sum would drop.
 *
 * <p>The error stays near one rounding of the result plus the square of the unit roundoff times the
 * sum of magnitudes, whatever the number of terms. Mutable, not thread-safe.
 *
 * @see <a href="https://doi.org/10.1002/zamm.19740540106">Neumaier (1974)</a>
 */
public final class CompensatedSum {

  private double sum;
  private double compensation;

  /** Starts at zero. */
  public CompensatedSum() {}

  /**
   * Adds a term.
   *
   * @param term any finite number
   * @return this sum
   */
  public CompensatedSum add(double term) {
    double next = sum + term;
    compensation += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
    sum = next;
    return this;
  }

  /**
   * Returns the sum so far.
   *
   * @return the sum of all terms, 0 without any
   */
  public double value() {
    return sum + compensation;
  }

  /**
   * Sums an array.
   *
   * @param terms finite numbers
   * @return their sum
   */
  public static double of(double... terms) {
    CompensatedSum sum = new CompensatedSum();
    for (double term : terms) {
      sum.add(term);
    }
    return sum.value();
  }
}
