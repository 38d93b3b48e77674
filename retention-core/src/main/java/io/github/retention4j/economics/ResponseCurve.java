package io.github.retention4j.economics;

/**
 * The share of people who respond to spending, with a ceiling that no spending passes.
 *
 * <pre>{@code share = ceiling (1 - exp(-k spend)), spend per person}</pre>
 *
 * <p>The curve of Blattberg and Deighton (1996), who drew it through two answers of a manager: the
 * share at today's spending, and the share that unlimited spending would reach. Example: 0.10 at 5
 * a head with a ceiling of 0.40 is k = 0.0575; at 10 a head the share is 0.175.
 *
 * @param ceiling the share that unlimited spending approaches, above 0 and at most 1
 * @param steepness k, how fast it is approached, per unit of money per person, above 0
 * @see <a href="https://hbr.org/1996/07/manage-marketing-by-the-customer-equity-test">Blattberg and
 *     Deighton (1996), Manage marketing by the customer equity test</a>
 */
public record ResponseCurve(double ceiling, double steepness) {

  /**
   * Checks the numbers.
   *
   * @param ceiling the share that unlimited spending approaches
   * @param steepness how fast it is approached
   * @throws IllegalArgumentException if the ceiling is not in (0, 1] or the steepness not above 0
   */
  public ResponseCurve {
    if (!(ceiling > 0 && ceiling <= 1)) {
      throw new IllegalArgumentException("ceiling (" + ceiling + ") must be above 0 and at most 1");
    }
    Checks.positive("steepness", steepness);
    Checks.positive("ceiling * steepness", ceiling * steepness);
  }

  /**
   * Returns the curve through a known point: {@code k = -ln(1 - share / ceiling) / spend}.
   *
   * @param ceiling the share that unlimited spending approaches, above 0 and at most 1
   * @param spend what is spent on a person, above 0
   * @param share the share that responds to it, above 0 and below the ceiling
   * @return the curve
   * @throws IllegalArgumentException if a number is out of range
   */
  public static ResponseCurve through(double ceiling, double spend, double share) {
    Checks.positive("spend", spend);
    if (!(share > 0 && share < ceiling)) {
      throw new IllegalArgumentException(
          "share (" + share + ") must be above 0 and below ceiling (" + ceiling + ")");
    }
    return new ResponseCurve(ceiling, -Math.log1p(-share / ceiling) / spend);
  }

  /**
   * Returns the share that responds.
   *
   * @param spend what is spent on a person, 0 or more
   * @return the share, from 0 to the ceiling
   * @throws IllegalArgumentException if spend is negative
   */
  public double share(double spend) {
    return -ceiling * Math.expm1(-steepness * Checks.notNegative("spend", spend)) + 0.0;
  }

  /**
   * Returns by how much the share rises for the next unit of money per person.
   *
   * @param spend what is spent on a person, 0 or more
   * @return ceiling k exp(-k spend)
   * @throws IllegalArgumentException if spend is negative
   */
  public double slope(double spend) {
    return ceiling * steepness * Math.exp(-steepness * Checks.notNegative("spend", spend));
  }
}
