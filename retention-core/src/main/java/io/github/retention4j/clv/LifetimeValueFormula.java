package io.github.retention4j.clv;

/**
 * The closed formulas of customer lifetime value under a constant margin m per period, a constant
 * chance r to be retained from one period to the next, and a constant discount rate d per period.
 *
 * <p>They differ in one thing only: when the first margin comes, and whether it is certain. At m =
 * 100, r = 0.8 and d = 0.1 that is the difference between 266.67 and 366.67, so the choice is made
 * by name. With q = r / (1 + d), all are a multiple of {@code 1 + q + q^2 + ... = 1 / (1 - q)}; for
 * a horizon of n margins the sum is {@code (1 - q^n) / (1 - q)}, and n where q = 1.
 *
 * <p>For every formula and a positive margin the value never falls as r rises or d falls. A
 * constant r is a strong assumption: where early customers leave faster than late ones, these
 * formulas undervalue the customers who stay, see {@link RetentionCurve}.
 */
public enum LifetimeValueFormula {

  /**
   * Margin over churn, undiscounted: 500 at m = 100 and r = 0.8.
   *
   * <pre>{@code m / (1 - r)}</pre>
   *
   * <p>The margin times the expected number of periods 1 / (1 - r), the first of them certain, each
   * period's margin at its end. Needs {@link DiscountRate#NONE}. Without a horizon it has no finite
   * value at r = 1.
   *
   * @see <a href="http://brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and
   *     clarifying CLV formulas, equation 3 at d = 0</a>
   */
  MARGIN_OVER_CHURN(
      "m / (1 - r)",
      "nothing is discounted; the margin of the first period is certain, each comes at the end of"
          + " its period"),

  /**
   * First margin one period from now, and only from those retained: 266.67 at m = 100, r = 0.8 and
   * d = 0.1.
   *
   * <pre>{@code m * r / (1 + d - r)}</pre>
   *
   * <p>The value of a customer who has just paid, that payment not counted. It is the formula of
   * Gupta and Lehmann (2003), Customers as assets, whose r / (1 + d - r) is known as the margin
   * multiple.
   *
   * @see <a href="http://brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and
   *     clarifying CLV formulas, equation 2</a>
   */
  FIRST_MARGIN_AFTER_RENEWAL(
      "m * r / (1 + d - r)",
      "the first margin comes one period from now, and only if the customer is retained until then"),

  /**
   * First margin now and certain: 366.67 at m = 100, r = 0.8 and d = 0.1.
   *
   * <pre>{@code m * (1 + d) / (1 + d - r)}</pre>
   *
   * <p>The value of a customer on the point of paying for the first period: by m more than {@link
   * #FIRST_MARGIN_AFTER_RENEWAL}.
   *
   * @see <a href="http://brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and
   *     clarifying CLV formulas, equation 1</a>
   */
  FIRST_MARGIN_NOW("m * (1 + d) / (1 + d - r)", "the first margin comes now, for certain"),

  /**
   * First margin certain, at the end of the first period: 333.33 at m = 100, r = 0.8 and d = 0.1.
   *
   * <pre>{@code m / (1 + d - r)}</pre>
   *
   * @see <a href="http://brucehardie.com/notes/024/">Fader and Hardie (2012), Reconciling and
   *     clarifying CLV formulas, equation 3</a>
   */
  FIRST_MARGIN_AT_PERIOD_END(
      "m / (1 + d - r)", "the first margin comes at the end of the first period, for certain");

  private final String formula;
  private final String assumption;

  LifetimeValueFormula(String formula, String assumption) {
    this.formula = formula;
    this.assumption = assumption;
  }

  /**
   * Returns the formula for an endless horizon, in m, r and d.
   *
   * @return for example {@code m * r / (1 + d - r)}
   */
  public String formula() {
    return formula;
  }

  /**
   * Returns what is assumed about the first margin, in words.
   *
   * @return one line of text
   */
  public String assumption() {
    return assumption;
  }

  /**
   * Tells whether the formula takes a discount rate.
   *
   * @return false for {@link #MARGIN_OVER_CHURN}
   */
  public boolean discounts() {
    return this != MARGIN_OVER_CHURN;
  }

  /** Renewals that a customer must live through before the first margin: 0 or 1. */
  int renewalsBeforeFirst() {
    return this == FIRST_MARGIN_AFTER_RENEWAL ? 1 : 0;
  }

  /** Periods between now and the first margin: 0 or 1. */
  int periodsBeforeFirst() {
    return this == FIRST_MARGIN_NOW ? 0 : 1;
  }

  /**
   * What a margin of one is worth that grows from period to period: the sum over the first {@code
   * margins} of them, which may be infinite. The result is infinite where an endless sum has no
   * finite value.
   */
  double multiple(double retention, double growth, double discount, double margins) {
    double first =
        Math.pow(retention, renewalsBeforeFirst()) / Math.pow(1 + discount, periodsBeforeFirst());
    return first == 0 ? 0 : first * Annuity.sum(retention, growth, discount, margins);
  }
}
