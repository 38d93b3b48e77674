package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.TestResult;

/**
 * The Net Promoter Score: the share of customers who would recommend, less the share of those who
 * would not, in points.
 *
 * <pre>{@code NPS = 100 (promoters - detractors) / answers}</pre>
 *
 * <p>Of answers from 0 to 10 promoters give 9 or 10, passives 7 or 8, detractors 0 to 6. Points
 * from -100 to 100 is how the score is read everywhere; it is the one measure here that is not a
 * fraction. Example: 15 promoters, 10 passives and 25 detractors, -20 points, at 95 % by Wald -44.2
 * to 4.2.
 *
 * @param promoters answers of 9 and 10
 * @param passives answers of 7 and 8
 * @param detractors answers of 0 to 6
 * @see <a href="https://hbr.org/2003/12/the-one-number-you-need-to-grow">Reichheld (2003)</a>
 */
public record NetPromoterScore(long promoters, long passives, long detractors) {

  static final double POINTS = 100;
  private static final int LEAST_PROMOTER = 9;
  private static final int LEAST_PASSIVE = 7;
  private static final double USUAL_LEVEL = 0.95;

  /**
   * Checks the counts.
   *
   * @param promoters answers of 9 and 10
   * @param passives answers of 7 and 8
   * @param detractors answers of 0 to 6
   * @throws IllegalArgumentException if a count is negative or all are 0
   * @throws ArithmeticException if the counts together exceed a long
   */
  public NetPromoterScore {
    Checks.count("promoters", promoters);
    Checks.count("passives", passives);
    Checks.count("detractors", detractors);
    if (sum(promoters, passives, detractors) == 0) {
      throw new IllegalArgumentException(
          "promoters, passives and detractors (all 0) must have an answer");
    }
  }

  private static long sum(long promoters, long passives, long detractors) {
    return Math.addExact(Math.addExact(promoters, passives), detractors);
  }

  /**
   * Counts answers.
   *
   * @param scores how often each score was given, on a scale of 0 to 10
   * @return the score
   * @throws IllegalArgumentException if the scale is another one, such as 1 to 10
   */
  public static NetPromoterScore of(ScoreCounts scores) {
    if (!scores.scale().equals(ScoreScale.ZERO_TO_TEN)) {
      throw new IllegalArgumentException(
          "scale ("
              + scores.scale()
              + ") must be 0..10: the Net Promoter Score is defined on no other; for answers from 1"
              + " to 10 take RelationshipScore, for others SatisfactionScore");
    }
    return new NetPromoterScore(
        scores.between(LEAST_PROMOTER, scores.scale().highest()),
        scores.between(LEAST_PASSIVE, LEAST_PROMOTER - 1),
        scores.between(0, LEAST_PASSIVE - 1));
  }

  /**
   * Counts answers.
   *
   * @param answers on a scale of 0 to 10
   * @return the score
   * @throws IllegalArgumentException if the scale is another one, such as 1 to 10
   */
  public static NetPromoterScore of(SurveyAnswers answers) {
    return of(answers.scores());
  }

  /**
   * Returns the number of answers.
   *
   * @return at least 1
   */
  public long total() {
    return sum(promoters, passives, detractors);
  }

  /**
   * Returns the score.
   *
   * @return points, from -100 to 100
   */
  public double value() {
    return POINTS * ((double) promoters - detractors) / total();
  }

  /**
   * Returns the variance of one answer that counts 100, 0 or -100.
   *
   * <pre>{@code 100^2 ((promoters + detractors) / n - ((promoters - detractors) / n)^2)}</pre>
   *
   * @return square points, from 0 to 10000
   */
  public double variance() {
    return POINTS * POINTS * NetPromoterMethod.WALD.squaredError(this) * total();
  }

  /**
   * Returns the standard error of the score.
   *
   * @return sqrt(variance / answers), in points
   */
  public double standardError() {
    return POINTS * Math.sqrt(NetPromoterMethod.WALD.squaredError(this));
  }

  /**
   * Returns the adjusted Wald interval.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval in points, within [-100, 100]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(double level) {
    return interval(NetPromoterMethod.ADJUSTED_WALD, level);
  }

  /**
   * Returns an interval made by a chosen method.
   *
   * @param method how to make it
   * @param level the confidence level, over 0 and under 1
   * @return the interval in points, within [-100, 100]
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ConfidenceInterval interval(NetPromoterMethod method, double level) {
    requireNonNull(method, "method");
    Checks.level(level);
    double critical = Normal.criticalValue(level);
    return new ConfidenceInterval(
        POINTS * method.limit(this, critical, -1),
        POINTS * method.limit(this, critical, 1),
        level,
        method.title());
  }

  /**
   * Tests, two-sided, whether the score could be a given one, such as a target.
   *
   * <p>Where the counts rule it out, as those of promoters alone rule out any score but 100 by
   * {@link NetPromoterMethod#WALD}, z is infinite and p 0.
   *
   * @param hypothesised points, from -100 to 100
   * @param method the method of the interval
   * @return the result, named by the method; the statistic is z, positive if the score is the
   *     higher
   * @throws IllegalArgumentException if the hypothesised score is not from -100 to 100
   */
  public TestResult testAgainst(double hypothesised, NetPromoterMethod method) {
    if (!(Math.abs(hypothesised) <= POINTS)) {
      throw new IllegalArgumentException(
          "hypothesised (" + hypothesised + ") must be from -100 to 100");
    }
    return result(method.title(), method.statistic(this, hypothesised / POINTS));
  }

  static TestResult result(String test, double z) {
    double log = Normal.logTwoSided(z);
    return new TestResult(test, z, Math.exp(log), log / Math.log(10));
  }

  /**
   * Pools two groups of answers.
   *
   * @param other other answers
   * @return the sums of the counts
   * @throws ArithmeticException if a sum exceeds a long
   */
  public NetPromoterScore plus(NetPromoterScore other) {
    return new NetPromoterScore(
        Math.addExact(promoters, other.promoters),
        Math.addExact(passives, other.passives),
        Math.addExact(detractors, other.detractors));
  }

  /**
   * Returns the score, its interval and the counts, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    ConfidenceInterval interval = interval(USUAL_LEVEL);
    return Texts.format(
        "NPS %s (%s to %s, %s), %s\n  promoters  %s\n  passives   %s\n  detractors %s\n",
        Texts.signed(value()),
        Texts.signed(interval.lower()),
        Texts.signed(interval.upper()),
        ConfidenceInterval.words(interval.level(), interval.method()),
        Texts.answers(total()),
        new Proportion(promoters, total()),
        new Proportion(passives, total()),
        new Proportion(detractors, total()));
  }

  /**
   * Returns the score and the number of answers.
   *
   * @return for example {@code NPS -20.0 (50 answers)}
   */
  @Override
  public String toString() {
    return "NPS " + Texts.signed(value()) + " (" + Texts.answers(total()) + ")";
  }
}
