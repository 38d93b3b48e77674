package io.github.retention4j.survival;

/**
 * How much the losses of a time count in a test of curves. Which to use is to be decided before the
 * data are seen: the best of several is not a test at its level.
 *
 * <p>Below n is the number at risk in all groups, S the curve of all groups by Kaplan and Meier.
 */
public sealed interface LogRankWeight {

  /** The weights without parameters. */
  enum Named implements LogRankWeight {
    /** 1: best where the hazards of the groups keep their ratio. */
    LOG_RANK("log-rank"),
    /** n: early losses count most. Hangs on the pattern of censoring. */
    GEHAN_WILCOXON("Gehan-Wilcoxon"),
    /** The root of n: between the two. */
    TARONE_WARE("Tarone-Ware"),
    /**
     * {@code product over t_i <= t of (1 - d_i / (n_i + 1))}, at t itself: early losses count most,
     * whatever the censoring.
     */
    PETO_PETO("Peto-Peto");

    private final String words;

    Named(String words) {
      this.words = words;
    }

    @Override
    public String words() {
      return words;
    }
  }

  /**
   * {@code S(t-)^p (1 - S(t-))^q}: early losses count with p, late ones with q. R's {@code
   * survdiff} with {@code rho} is p = rho and q = 0.
   *
   * @param p 0 or more
   * @param q 0 or more
   * @see <a href="https://doi.org/10.1093/biomet/69.3.553">Harrington and Fleming (1982)</a>
   */
  record FlemingHarrington(double p, double q) implements LogRankWeight {

    /**
     * Checks the powers.
     *
     * @param p the power of S
     * @param q the power of 1 - S
     * @throws IllegalArgumentException if one is negative or not finite
     */
    public FlemingHarrington {
      requirePower("p", p);
      requirePower("q", q);
    }

    private static void requirePower(String name, double power) {
      if (!(power >= 0) || power == Double.POSITIVE_INFINITY) {
        throw new IllegalArgumentException(name + " (" + power + ") must be 0 or more, and finite");
      }
    }

    @Override
    public String words() {
      return "Fleming-Harrington(" + TextTable.number(p) + ", " + TextTable.number(q) + ")";
    }
  }

  /**
   * Returns the name of the test with this weight.
   *
   * @return for example {@code log-rank}
   */
  String words();
}
