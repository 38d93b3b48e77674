package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.lifecycle.PurchaseCounting;
import io.github.retention4j.stats.QuantileType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Learns how often each customer buys, of anything or of each product. Immutable.
 *
 * <p>A customer's usual gap is a quantile of its complete gaps, pooled with the population's where
 * they are few. With n own gaps of distribution F_n, the population's distribution F_0 and a prior
 * weight of k gaps, the pooled distribution is
 *
 * <pre>{@code F = (k F_0 + n F_n) / (k + n),   Q(p) = smallest whole day g with F(g) >= p}</pre>
 *
 * <p>It is what one expects of the customer's distribution under a Dirichlet process prior of
 * weight k about F_0 (Ferguson 1973): with no gap of its own it is the population's, with k gaps
 * half of each, with many its own. With k = 0 the quantiles are those of its own gaps alone, of the
 * {@link QuantileType} chosen, and customers without a gap have none.
 *
 * <p>Defaults: k = 2; {@link PopulationGaps#EACH_CUSTOMER}; {@link QuantileType#HF7}; all purchases
 * of a day are one ({@link PurchaseCounting#ONE_A_DAY}); a usual range of a share of 0.8 of gaps.
 *
 * <p>The open gap, from the last purchase to the date, is in no quantile: its end is not known.
 * Complete gaps alone are biased short, more so where the observation is short, as long gaps are
 * more often still open; overdue lists err on the early side. A model that also reckons with
 * customers who left for good is in {@code purchase}; {@link AliveAgreement} compares the two.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176342360">Ferguson (1973)</a>
 */
public final class CadenceCalculator {

  private static final CadenceCalculator DEFAULTS =
      new CadenceCalculator(
          2, PopulationGaps.EACH_CUSTOMER, QuantileType.HF7, PurchaseCounting.ONE_A_DAY, 0.8);

  private final double priorGaps;
  private final PopulationGaps population;
  private final QuantileType type;
  private final PurchaseCounting counting;
  private final double usualShare;

  private CadenceCalculator(
      double priorGaps,
      PopulationGaps population,
      QuantileType type,
      PurchaseCounting counting,
      double usualShare) {
    this.priorGaps = priorGaps;
    this.population = requireNonNull(population, "population");
    this.type = requireNonNull(type, "type");
    this.counting = requireNonNull(counting, "counting");
    this.usualShare = usualShare;
  }

  /**
   * Returns the calculator with the defaults listed above.
   *
   * @return the calculator
   */
  public static CadenceCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Chooses how many own gaps the population's experience is worth.
   *
   * @param gaps k, 0 or more; 0 for own gaps alone
   * @return the calculator
   * @throws IllegalArgumentException if negative or not finite
   */
  public CadenceCalculator withPriorGaps(double gaps) {
    if (!(gaps >= 0 && gaps < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("gaps (" + gaps + ") must be finite, 0 or more");
    }
    return new CadenceCalculator(gaps, population, type, counting, usualShare);
  }

  /**
   * Chooses how the population's gaps weigh.
   *
   * @param newPopulation by customer or by gap
   * @return the calculator
   */
  public CadenceCalculator with(PopulationGaps newPopulation) {
    return new CadenceCalculator(priorGaps, newPopulation, type, counting, usualShare);
  }

  /**
   * Chooses the quantile of own gaps, where nothing is pooled.
   *
   * @param newType which quantile
   * @return the calculator
   */
  public CadenceCalculator with(QuantileType newType) {
    return new CadenceCalculator(priorGaps, population, newType, counting, usualShare);
  }

  /**
   * Chooses what one purchase is where there are several on a day.
   *
   * @param newCounting each event, with gaps of 0 days between, or all of a day
   * @return the calculator
   */
  public CadenceCalculator with(PurchaseCounting newCounting) {
    return new CadenceCalculator(priorGaps, population, type, newCounting, usualShare);
  }

  /**
   * Chooses the range that is called usual.
   *
   * @param share the central share of gaps in it, over 0 and under 1; 0.8 for that from the 0.1- to
   *     the 0.9-quantile
   * @return the calculator
   * @throws IllegalArgumentException if not between 0 and 1
   */
  public CadenceCalculator withUsualShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be over 0 and under 1");
    }
    return new CadenceCalculator(priorGaps, population, type, counting, share);
  }

  /**
   * Learns the rhythm of customers who bought until a date.
   *
   * @param log the purchases, with or without amounts
   * @param asOf the day as of whose end silence is measured, before the end of observation
   * @return the rhythm of each
   * @throws IllegalArgumentException if the date is not before the end of observation, or nobody
   *     bought until then
   */
  public Cadence calculate(EventLog log, LocalDate asOf) {
    return cadence(List.of(part(PurchaseDays.of(log, asOf), Optional.empty())), asOf);
  }

  /**
   * Learns the rhythm of customers who bought until a date.
   *
   * @param grid the purchases, on an axis of days
   * @param asOf the day as of whose end silence is measured, before the end of observation
   * @return the rhythm of each
   * @throws IllegalArgumentException as for a log, or if the axis is not one of days, or events are
   *     to be counted and the grid knows presence only
   */
  public Cadence calculate(ActivityGrid grid, LocalDate asOf) {
    return cadence(List.of(part(PurchaseDays.of(grid, asOf), Optional.empty())), asOf);
  }

  /**
   * Learns the rhythm of customers who bought until a date.
   *
   * @param amounts the purchases and their amounts, on an axis of days
   * @param asOf the day as of whose end silence is measured, before the end of observation
   * @return the rhythm of each
   * @throws IllegalArgumentException as for a log, or if the axis is not one of days
   */
  public Cadence calculate(AmountGrid amounts, LocalDate asOf) {
    return cadence(List.of(part(PurchaseDays.of(amounts, asOf), Optional.empty())), asOf);
  }

  /**
   * Learns the rhythm of customers by kind of event, such as the product bought. Each kind has its
   * own population.
   *
   * @param log the purchases, with a kind
   * @param asOf the day as of whose end silence is measured, before the end of observation
   * @return the rhythm of each customer with each kind that it bought
   * @throws IllegalArgumentException as for all kinds together
   */
  public Cadence calculateByKind(EventLog log, LocalDate asOf) {
    return byProduct(log.splitByKind(), asOf);
  }

  /**
   * Learns the rhythm of customers by an attribute of events, such as the category bought. Each
   * value has its own population.
   *
   * @param log the purchases
   * @param attribute the name of an attribute of events
   * @param asOf the day as of whose end silence is measured, before the end of observation
   * @return the rhythm of each customer with each value that it bought
   * @throws IllegalArgumentException as for all values together
   */
  public Cadence calculateByEventValue(EventLog log, String attribute, LocalDate asOf) {
    return byProduct(log.split(attribute), asOf);
  }

  private Cadence byProduct(Map<String, EventLog> products, LocalDate asOf) {
    List<CadencePart> parts = new ArrayList<>();
    products.forEach(
        (product, log) -> parts.add(part(PurchaseDays.of(log, asOf), Optional.of(product))));
    return cadence(parts, asOf);
  }

  private CadencePart part(PurchaseDays days, Optional<String> product) {
    CadenceRows rows = CadenceRows.of(days, counting);
    return new CadencePart(product, rows, population, new UsualGaps(priorGaps, type, usualShare));
  }

  private Cadence cadence(List<CadencePart> parts, LocalDate asOf) {
    List<CadencePart> known = parts.stream().filter(part -> part.size() > 0).toList();
    if (known.isEmpty()) {
      throw new IllegalArgumentException(
          "asOf (" + asOf + ") must have a purchase on it or before it");
    }
    return new Cadence(asOf, known, pooling());
  }

  private String pooling() {
    return priorGaps == 0
        ? type + " of own gaps"
        : "own gaps pooled with the population's (" + population + "), worth " + priorGaps;
  }
}
