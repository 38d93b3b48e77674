package io.github.retention4j.feedback;

/**
 * How a confidence interval for a Net Promoter Score is made. Below p, q and r of n answers were
 * promoters, detractors and passives, D = (p - q) / n is the score as a fraction and z the quantile
 * of the standard normal distribution for the level (1.96 at 95 %). All are cut to [-100, 100].
 *
 * <p>Each comes with its test: a score lies outside the interval of a level exactly when its
 * p-value is under 1 - level.
 */
public enum NetPromoterMethod {
  /**
   * The textbook {@code D +- z sqrt((p + q) / n - D^2) / sqrt(n)}, as most calculators print it.
   * Too narrow for few answers, and of no width where all answers are of one kind.
   */
  WALD("Wald", 0),

  /**
   * The same after adding 3/4 promoters, 3/4 detractors and 3/2 passives: the default. Simple, and
   * among the best of those that Rocks compared. Of a handful of answers of one kind it may leave
   * out the score itself, for it is drawn towards 0.
   *
   * @see <a href="https://doi.org/10.1080/00031305.2016.1158124">Rocks (2016)</a>
   */
  ADJUSTED_WALD("Adjusted Wald", 0.75),

  /**
   * Tango's score interval: all D for which z, with the variance that is most likely if D is true,
   * is not too far from 0. What Wilson's interval is for a share.
   *
   * @see <a
   *     href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C891::AID-SIM780%3E3.0.CO;2-B">Tango
   *     (1998)</a>
   */
  SCORE("Score", 0) {
    @Override
    double limit(NetPromoterScore score, double critical, int side) {
      return TrinomialScore.of(score).limit(critical, side);
    }

    @Override
    double statistic(NetPromoterScore score, double hypothesised) {
      return TrinomialScore.of(score).statistic(hypothesised);
    }

    @Override
    double limit(NetPromoterDifference of, double critical, int side) {
      return TrinomialScore.differenceLimit(
          TrinomialScore.of(of.first()), TrinomialScore.of(of.second()), critical, side);
    }

    @Override
    double statistic(NetPromoterDifference of) {
      return TrinomialScore.differenceStatistic(
          TrinomialScore.of(of.first()), TrinomialScore.of(of.second()));
    }
  };

  private final String title;
  private final double added;

  NetPromoterMethod(String title, double added) {
    this.title = title;
    this.added = added;
  }

  /**
   * Returns the name that the literature uses.
   *
   * @return for example {@code Adjusted Wald}
   */
  public String title() {
    return title;
  }

  /** Returns the centre of the interval as a fraction. */
  double centre(NetPromoterScore score) {
    return ((double) score.promoters() - score.detractors()) / total(score);
  }

  /** Returns the square of the standard error, as a fraction. */
  double squaredError(NetPromoterScore score) {
    double total = total(score);
    double up = (score.promoters() + added) / total;
    double down = (score.detractors() + added) / total;
    // The same as up + down - (up - down)^2, without cancellation where all are of one kind.
    double neither = (score.passives() + 2 * added) / total;
    return (neither * (up + down) + 4 * up * down) / total;
  }

  private double total(NetPromoterScore score) {
    return score.total() + 4 * added;
  }

  /** Returns the lower limit (side -1) or the upper one (side 1) as a fraction. */
  double limit(NetPromoterScore score, double critical, int side) {
    double limit = centre(score) + side * critical * Math.sqrt(squaredError(score));
    return Math.max(-1, Math.min(1, limit));
  }

  double statistic(NetPromoterScore score, double hypothesised) {
    return ratio(centre(score) - hypothesised, squaredError(score));
  }

  /** Returns a limit of a difference as a fraction. */
  double limit(NetPromoterDifference of, double critical, int side) {
    double limit = distance(of) + side * critical * Math.sqrt(squaredError(of));
    return Math.max(-2, Math.min(2, limit));
  }

  double statistic(NetPromoterDifference of) {
    return ratio(distance(of), squaredError(of));
  }

  private double distance(NetPromoterDifference of) {
    return centre(of.first()) - centre(of.second());
  }

  private double squaredError(NetPromoterDifference of) {
    return squaredError(of.first()) + squaredError(of.second());
  }

  /** No distance is 0 whatever the error, any other over no error infinite. */
  private static double ratio(double distance, double squaredError) {
    return distance == 0 ? 0 : distance / Math.sqrt(squaredError);
  }
}
