package io.github.retention4j.examples.spark;

import static java.util.Objects.requireNonNull;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.unix_date;

import io.github.retention4j.activity.ActivityAccumulator;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountAccumulator;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.GridDetail;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.BgNbdFitter;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.PurchaseSampler;
import io.github.retention4j.revenue.OpeningRevenue;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueCollector;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Currency;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Answers from a Dataset of (customer, date, amount), however it is partitioned.
 *
 * <p>Each task adds its events up in an accumulator of the library, one cell for each customer and
 * period. Accumulators alone are sent, in their compact form, and merged as a tree; no event is
 * shuffled. The driver gets one grid, and from there on all is as on one machine, bit for bit.
 *
 * <p>Each method reads the Dataset once: {@code cache()} it to ask for several.
 *
 * <pre>{@code
 * SparkRetention shop = SparkRetention.of(spark.table("purchases"), observed, euro);
 * CohortTable cohorts = shop.cohorts(PeriodAxis.months(observed));
 * Fit<BgNbd> fit = shop.bgNbd();
 * }</pre>
 */
public final class SparkRetention {

  /** Tasks merge about the square root of the number of partitions each, then one merges these. */
  private static final int TREE_DEPTH = 2;

  private final JavaRDD<Row> events;
  private final DateRange observed;
  private final Currency currency;

  private SparkRetention(JavaRDD<Row> events, DateRange observed, Currency currency) {
    this.events = events;
    this.observed = requireNonNull(observed, "observed");
    this.currency = requireNonNull(currency, "currency");
  }

  /**
   * Returns the answers of a Dataset.
   *
   * @param events one row for each event, with the columns {@code customer} (a string, or a long,
   *     which takes less memory), {@code date} (a date, in the zone of the business) and {@code
   *     amount} (a decimal); none of them null
   * @param observed the days that the events cover; after them nothing is known
   * @param currency the currency of the amounts
   * @return the answers, computed when they are asked for
   */
  public static SparkRetention of(Dataset<Row> events, DateRange observed, Currency currency) {
    // As a number, a date does not depend on the zone of any of the machines.
    Dataset<Row> columns = events.select(col("customer"), unix_date(col("date")), col("amount"));
    return new SparkRetention(columns.javaRDD(), observed, currency);
  }

  /**
   * Returns who was active when. A partition that is read twice changes nothing.
   *
   * @param axis periods that cover every event
   * @return the grid, without numbers of events
   */
  public ActivityGrid activity(PeriodAxis axis) {
    return merged(
            ActivityAccumulator.on(axis, observed.endExclusive(), GridDetail.PRESENCE),
            SparkRetention::addActivity,
            SparkRetention::mergeActivity)
        .snapshot();
  }

  /**
   * Returns what each customer paid when. The same event counts each time it is read.
   *
   * @param axis periods that cover every event
   * @return the grid of exact sums
   */
  public AmountGrid amounts(PeriodAxis axis) {
    Currency sent = currency; // to the tasks, without the Dataset
    return merged(
            AmountAccumulator.on(axis, observed.endExclusive(), sent),
            (sum, event) -> addAmount(sum, event, sent),
            SparkRetention::mergeAmounts)
        .snapshot();
  }

  private <A> A merged(A empty, Function2<A, Row, A> add, Function2<A, A, A> merge) {
    return events.treeAggregate(empty, add, merge, TREE_DEPTH, true);
  }

  /**
   * Returns the cohort triangle: who started together, and how many come back.
   *
   * @param axis periods that cover every event
   * @return the table by the period of the first event
   */
  public CohortTable cohorts(PeriodAxis axis) {
    return CohortCalculator.withDefaults().calculate(activity(axis));
  }

  /**
   * Returns what became of recurring revenue, where each event is a charge of its period.
   *
   * @param axis periods that cover every event, the first of them that of the first customer
   * @return the bridge over each complete period
   */
  public RevenueBridge revenue(PeriodAxis axis) {
    RevenueCollector collector =
        RevenueCollector.on(axis, observed.endExclusive(), currency).with(OpeningRevenue.ZERO);
    collector.addAll(amounts(axis));
    return RevenueBridgeCalculator.withDefaults().calculate(collector.toGrid());
  }

  /**
   * Returns what models of purchases are fitted on, where each event is a purchase.
   *
   * @param sampler the choices that say how purchases become histories
   * @return the sample
   */
  public PurchaseSample purchases(PurchaseSampler sampler) {
    return sampler.sample(amounts(PeriodAxis.days(observed)));
  }

  /**
   * Fits the BG/NBD model, on the driver: equal histories are put together there, so that the time
   * hangs on how many differ and hardly on how many customers there are.
   *
   * @return the model, in weeks, and its report
   */
  public Fit<BgNbd> bgNbd() {
    return BgNbdFitter.withDefaults().fit(purchases(PurchaseSampler.withDefaults()));
  }

  private static ActivityAccumulator addActivity(ActivityAccumulator sum, Row event) {
    if (event.get(0) instanceof Long number) {
      sum.add(number, day(event));
    } else {
      sum.add(CustomerId.of(event.getString(0)), day(event));
    }
    return sum;
  }

  private static AmountAccumulator addAmount(AmountAccumulator sum, Row event, Currency currency) {
    Money amount = new Money(currency, event.getDecimal(2));
    if (event.get(0) instanceof Long number) {
      sum.add(number, day(event), amount);
    } else {
      sum.add(CustomerId.of(event.getString(0)), day(event), amount);
    }
    return sum;
  }

  private static LocalDate day(Row event) {
    return LocalDate.ofEpochDay(event.getInt(1));
  }

  private static ActivityAccumulator mergeActivity(
      ActivityAccumulator sum, ActivityAccumulator other) {
    sum.merge(other);
    return sum;
  }

  private static AmountAccumulator mergeAmounts(AmountAccumulator sum, AmountAccumulator other) {
    sum.merge(other);
    return sum;
  }
}
