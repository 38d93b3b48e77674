package io.github.retention4j.stats;

/**
 * How a confidence interval for a share is made. Below x of n customers were counted, p is the
 * share x / n and z the quantile of the standard normal distribution for the level (1.96 at 95 %).
 *
 * <p>Every method comes with its test, see {@link Proportion#testAgainst}. Brown, Cai and DasGupta
 * compare them all.
 *
 * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001)</a>
 */
public enum IntervalMethod {
  /**
   * Wilson's score interval: the default, good from a handful of customers to millions.
   *
   * <pre>{@code (x + z^2/2 +- z sqrt(x (n - x) / n + z^2/4)) / (n + z^2)}</pre>
   *
   * <p>Its coverage is near the level on average. It never leaves [0, 1]; the lower limit is 0 at x
   * = 0 and the upper 1 at x = n.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>
   */
  WILSON("Wilson", new ScoreMethod(0)),

  /**
   * Wilson's interval with continuity correction: x - 1/2 takes the place of x in the lower limit
   * and x + 1/2 in the upper. The lower limit is 0 at x = 0 and the upper 1 at x = n. Wider; nearly
   * as cautious as {@link #CLOPPER_PEARSON}.
   *
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C857::AID-SIM777%3E3.0.CO;2-E">Newcombe
   *     (1998), method 4</a>
   */
  WILSON_CORRECTED("Wilson, continuity corrected", new ScoreMethod(0.5)),

  /**
   * The exact interval: at the lower limit the chance of x or more is half of 1 - level, at the
   * upper limit the chance of x or fewer.
   *
   * <p>Quantiles of Beta(x, n - x + 1) and Beta(x + 1, n - x). Coverage is never under the level,
   * at the price of width: use it where that must be promised.
   *
   * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
   */
  CLOPPER_PEARSON("Clopper-Pearson", new ClopperPearsonMethod()),

  /**
   * Equal tails of the posterior Beta(x + 1/2, n - x + 1/2) under Jeffreys' prior; the lower limit
   * is 0 at x = 0 and the upper 1 at x = n. Choose it where the interval is read as a chance.
   *
   * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001)</a>
   */
  JEFFREYS("Jeffreys", new JeffreysMethod()),

  /**
   * The Wald formula after adding z^2/2 to x and z^2 to n, clipped to [0, 1]. Simple to do by hand;
   * never narrower than {@link #WILSON}.
   *
   * @see <a href="https://doi.org/10.1080/00031305.1998.10480550">Agresti and Coull (1998)</a>
   */
  AGRESTI_COULL("Agresti-Coull", new AgrestiCoullMethod()),

  /**
   * The textbook {@code p +- z sqrt(p (1 - p) / n)}, clipped to [0, 1]. Only to compare with other
   * tools: coverage is poor for small n and for shares near 0 or 1, and the width is zero at x = 0
   * and x = n.
   *
   * @see <a href="https://doi.org/10.1214/ss/1009213286">Brown, Cai and DasGupta (2001)</a>
   */
  WALD("Wald", new WaldMethod());

  private final String title;

  /** All are records of constants; the check cannot see that through the interface. */
  @SuppressWarnings("ImmutableEnumChecker")
  private final BinomialMethod method;

  IntervalMethod(String title, BinomialMethod method) {
    this.title = title;
    this.method = method;
  }

  /**
   * Returns the name that the literature uses.
   *
   * @return for example {@code Clopper-Pearson}
   */
  public String title() {
    return title;
  }

  ConfidenceInterval interval(Proportion share, double level) {
    Checks.level(level);
    double count = share.count();
    double total = share.total();
    double lower = method.lower(count, total, level);
    double upper = method.upper(count, total, level);
    // At a level near 0 the limits meet, and rounding may swap them.
    return new ConfidenceInterval(Math.min(lower, upper), Math.max(lower, upper), level, title);
  }

  TestResult test(Proportion share, double hypothesised) {
    double count = share.count();
    double total = share.total();
    Checks.unit("hypothesised", hypothesised);
    return TestResult.ofLog(
        title,
        method.statistic(count, total, hypothesised),
        method.logPValue(count, total, hypothesised));
  }
}
