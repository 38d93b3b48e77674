package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.stats.QuantileType;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Scores customers by recency, frequency and money, and names their segments. Immutable.
 *
 * <p>Scores run from 1, the worst, to the number of bins; few days since the last purchase, a high
 * frequency and much money score high. With b the bin of {@link ScoreBins}, frequency and money
 * score b, and recency {@code bins + 1 - b}.
 *
 * <p>Defaults: quintiles of type HF7 for all three; {@link ScoreNesting#INDEPENDENT}; {@link
 * FrequencyMeasure#PURCHASES}; {@link MonetaryMeasure#TOTAL} of {@link AmountMeaning#REVENUE}; all
 * purchases up to the date; segments by {@link SegmentRules#recencyFrequency()}.
 *
 * <p>Who did not buy until the date, or not in the window, is not in the table. Where no amounts
 * are known there is no monetary score. Scores rank the customers at hand; they are no estimates
 * and have no interval.
 */
public final class RfmCalculator {

  private static final ScoreBins QUINTILES = ScoreBins.quantiles(5, QuantileType.HF7);

  private static final RfmCalculator DEFAULTS =
      new RfmCalculator(
          new RfmBins(QUINTILES, QUINTILES, QUINTILES, ScoreNesting.INDEPENDENT),
          new RfmMeasures(FrequencyMeasure.PURCHASES, MonetaryMeasure.TOTAL, AmountMeaning.REVENUE),
          Long.MAX_VALUE,
          SegmentRules.recencyFrequency());

  private final RfmBins bins;
  private final RfmMeasures measures;
  private final long windowDays;
  private final SegmentRules rules;

  private RfmCalculator(RfmBins bins, RfmMeasures measures, long windowDays, SegmentRules rules) {
    this.bins = bins;
    this.measures = measures;
    this.windowDays = windowDays;
    this.rules = requireNonNull(rules, "rules");
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static RfmCalculator withDefaults() {
    return DEFAULTS;
  }

  private RfmCalculator with(RfmBins newBins) {
    return new RfmCalculator(newBins, measures, windowDays, rules);
  }

  private RfmCalculator with(RfmMeasures newMeasures) {
    return new RfmCalculator(bins, newMeasures, windowDays, rules);
  }

  /**
   * Chooses the bins of all three scores. Rules have to go with them.
   *
   * @param all how values are cut
   * @return the calculator
   */
  public RfmCalculator with(ScoreBins all) {
    requireNonNull(all, "bins");
    return with(new RfmBins(all, all, all, bins.nesting()));
  }

  /**
   * Chooses the bins of one score. Rules have to go with the most bins of the three.
   *
   * @param dimension which score
   * @param own how its values are cut
   * @return the calculator
   */
  public RfmCalculator with(RfmDimension dimension, ScoreBins own) {
    return with(bins.with(dimension, requireNonNull(own, "bins")));
  }

  /**
   * Chooses among whom customers are scored.
   *
   * @param nesting among all, or among those of the same scores so far
   * @return the calculator
   */
  public RfmCalculator with(ScoreNesting nesting) {
    requireNonNull(nesting, "nesting");
    return with(new RfmBins(bins.recency(), bins.frequency(), bins.monetary(), nesting));
  }

  /**
   * Chooses what frequency counts.
   *
   * @param frequency purchases or active days
   * @return the calculator
   */
  public RfmCalculator with(FrequencyMeasure frequency) {
    return with(new RfmMeasures(frequency, measures.monetary(), measures.meaning()));
  }

  /**
   * Chooses which amount is scored.
   *
   * @param monetary the total or the average
   * @return the calculator
   */
  public RfmCalculator with(MonetaryMeasure monetary) {
    return with(new RfmMeasures(measures.frequency(), monetary, measures.meaning()));
  }

  /**
   * Says what the amounts are.
   *
   * @param meaning revenue or margin
   * @return the calculator
   */
  public RfmCalculator with(AmountMeaning meaning) {
    return with(new RfmMeasures(measures.frequency(), measures.monetary(), meaning));
  }

  /**
   * Chooses the rules of the segments.
   *
   * @param newRules on as many scores as there are bins
   * @return the calculator
   */
  public RfmCalculator with(SegmentRules newRules) {
    return new RfmCalculator(bins, measures, windowDays, newRules);
  }

  /**
   * Takes only the purchases of the last days, the date itself being the last of them.
   *
   * @param days how many, at least 1; 365 for those of a year
   * @return the calculator
   * @throws IllegalArgumentException if under 1
   */
  public RfmCalculator withWindowDays(int days) {
    if (days < 1) {
      throw new IllegalArgumentException("days (" + days + ") must be at least 1");
    }
    return new RfmCalculator(bins, measures, days, rules);
  }

  /**
   * Scores the customers of a log, with its amounts if it has any.
   *
   * @param log the purchases
   * @param asOf the day as of whose end customers are scored, before the end of observation
   * @return the scores
   * @throws IllegalArgumentException if the date is not before the end of observation, nobody
   *     bought until then, or the rules do not go with the bins or ask for money that is not known
   */
  public RfmTable calculate(EventLog log, LocalDate asOf) {
    return calculate(PurchaseDays.of(log, asOf));
  }

  /**
   * Scores the customers of a grid by recency and frequency.
   *
   * @param grid the purchases, on an axis of days
   * @param asOf the day as of whose end customers are scored, before the end of observation
   * @return the scores
   * @throws IllegalArgumentException as for a log, or if the axis is not one of days, or purchases
   *     are to be counted and the grid knows presence only
   */
  public RfmTable calculate(ActivityGrid grid, LocalDate asOf) {
    return calculate(PurchaseDays.of(grid, asOf));
  }

  /**
   * Scores the customers of a grid.
   *
   * @param amounts the purchases and their amounts, on an axis of days
   * @param asOf the day as of whose end customers are scored, before the end of observation
   * @return the scores
   * @throws IllegalArgumentException as for a log, or if the axis is not one of days
   */
  public RfmTable calculate(AmountGrid amounts, LocalDate asOf) {
    return calculate(PurchaseDays.of(amounts, asOf));
  }

  /**
   * Scores the customers of a grid with money known from elsewhere, such as their margin after the
   * cost to serve.
   *
   * @param grid the purchases, on an axis of days
   * @param money an amount for each customer that bought, until the same date; others are left out
   * @param asOf the day as of whose end customers are scored, before the end of observation
   * @return the scores
   * @throws IllegalArgumentException as for a grid, or if a customer has no amount; the message
   *     names it
   */
  public RfmTable calculate(ActivityGrid grid, CustomerAmounts money, LocalDate asOf) {
    PurchaseDays purchases = PurchaseDays.of(grid, asOf);
    return calculate(RfmValues.of(purchases, measures.frequency(), windowDays).with(money), asOf);
  }

  private RfmTable calculate(PurchaseDays purchases) {
    return calculate(RfmValues.of(purchases, measures.frequency(), windowDays), purchases.asOf());
  }

  /**
   * Scores customers by values of one's own, such as a margin known from elsewhere. The window and
   * what frequency counts are the caller's then.
   *
   * @param values for each customer its values
   * @param asOf the day as of whose end the values hold
   * @return the scores
   * @throws IllegalArgumentException if the rules do not go with the bins, or ask for money that is
   *     not known; the message names the rule
   */
  public RfmTable calculate(RfmValues values, LocalDate asOf) {
    requireNonNull(asOf, "asOf");
    requireRules(values);
    int rows = values.size();
    double[] days = values.column(RfmDimension.RECENCY, measures.monetary());
    double[] often = values.column(RfmDimension.FREQUENCY, measures.monetary());
    int[] recency = bins.recency().bins(days, new int[rows], 1);
    Arrays.setAll(recency, row -> bins.recency().count() + 1 - recency[row]);
    int[] frequency = bins.frequency().bins(often, bins.groups(recency), bins.groupsOfFrequency());
    int[] monetary = values.hasMoney() ? monetary(values, recency, frequency) : new int[0];
    return new RfmTable(asOf, values, measures, bins, rules, recency, frequency, monetary);
  }

  private int[] monetary(RfmValues values, int[] recency, int[] frequency) {
    double[] money = values.column(RfmDimension.MONETARY, measures.monetary());
    Arrays.setAll(money, row -> money[row] / values.unit());
    return bins.monetary().bins(money, bins.groups(recency, frequency), bins.groupsOfMonetary());
  }

  private void requireRules(RfmValues values) {
    if (rules.scores() != bins.most()) {
      throw new IllegalArgumentException(
          "rules (" + rules + ") must be on as many scores as there are bins, " + bins.most());
    }
    for (RfmDimension dimension : RfmDimension.values()) {
      rules.rules().forEach(rule -> requireReach(rule, dimension));
    }
    if (!values.hasMoney()) {
      rules
          .firstThatAsksForMoney()
          .ifPresent(
              rule -> {
                throw new IllegalArgumentException(
                    "rule (" + rule + ") must not ask for a monetary score: no amounts are known");
              });
    }
  }

  private void requireReach(SegmentRule rule, RfmDimension dimension) {
    int scores = bins.of(dimension).count();
    rule.range(dimension)
        .filter(range -> range.highest() > scores)
        .ifPresent(
            range -> {
              throw new IllegalArgumentException(
                  dimension
                      + " score ("
                      + range.highest()
                      + ") of rule ("
                      + rule
                      + ") must be at most "
                      + scores
                      + ", the number of bins");
            });
  }
}
