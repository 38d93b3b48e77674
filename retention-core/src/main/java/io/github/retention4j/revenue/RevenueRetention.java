package io.github.retention4j.revenue;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.StudentT;
import io.github.retention4j.internal.text.TextTable;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.DateRange;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The share of recurring revenue retained over one or more periods, with the amounts that it comes
 * from; unitless, 1 where exactly as much is left.
 *
 * <p>Example: of USD 100,000 at the opening customers grew by 15,000, shrank by 5,000 and left with
 * 3,000: {@code NET_BY_MOVEMENTS} is 107 %, {@code GROSS_BY_MOVEMENTS} 92 %.
 *
 * <p>The interval takes the customers as a sample of those that the business might have had. It is
 * that of a ratio of two sums, linearised: with x_i of a customer then, y_i kept now, R = sum y /
 * sum x and n customers, {@code Var R = n / (n - 1) * sum (y_i - R x_i)^2 / (sum x_i)^2}, and
 * Student's t with n - 1 degrees of freedom; cut at 0, and for gross retention at 1. That of {@code
 * GROSS_OF_TOTALS} is the one of net retention cut at 1. Rates by movements have none: a bridge has
 * totals, and those do not tell how customers differ.
 *
 * @see <a
 *     href="https://www.wiley.com/en-us/Sampling+Techniques%2C+3rd+Edition-p-9780471162407">Cochran
 *     (1977), Sampling Techniques, 6.4</a>
 */
public final class RevenueRetention {

  private static final String METHOD = "linearised ratio";
  private static final String ONLY_TOTALS = "totals do not tell how customers differ";
  private static final String ONE_CUSTOMER = "one customer does not tell how customers differ";
  private static final String ALL_ALIKE =
      "all customers kept the same share, which does not tell how customers differ";

  private final RevenueRetentionDefinition definition;
  private final @Nullable DateRange days;
  private final Money opening;
  private final Money kept;
  private final @Nullable Proportion logos;
  private final @Nullable Scatter scatter;

  private RevenueRetention(
      RevenueRetentionDefinition definition,
      @Nullable DateRange days,
      Money opening,
      Money kept,
      @Nullable Proportion logos,
      @Nullable Scatter scatter) {
    this.definition = definition;
    this.days = days;
    this.opening = opening;
    this.kept = kept;
    this.logos = logos;
    this.scatter = scatter;
  }

  /**
   * How customers differ.
   *
   * @param ratio the ratio before it is cut at 1
   * @param variance its variance
   */
  record Scatter(double ratio, double variance) {}

  /** Returns what some customers kept, and how they differ. */
  static RevenueRetention ofCustomers(
      RevenueRetentionDefinition definition,
      DateRange days,
      Money opening,
      Money kept,
      Proportion logos,
      Scatter scatter) {
    return new RevenueRetention(definition, days, opening, kept, logos, scatter);
  }

  /** Returns what movements left, of days that are known. */
  static Optional<RevenueRetention> ofMovements(
      RevenueRetentionDefinition definition, DateRange days, RevenueMovements movements) {
    return of(definition, movements)
        .map(rate -> new RevenueRetention(definition, days, rate.opening, rate.kept, null, null));
  }

  /**
   * Returns retention by movements.
   *
   * @param definition one by movements
   * @param movements the movements of one or more periods
   * @return the share; empty if nothing stood at the opening
   * @throws IllegalArgumentException if the definition looks at the same customers, which movements
   *     do not know
   */
  public static Optional<RevenueRetention> of(
      RevenueRetentionDefinition definition, RevenueMovements movements) {
    if (definition.isOfSameCustomers()) {
      throw new IllegalArgumentException(
          "definition (" + definition + ") must be one by movements");
    }
    Money kept = movements.opening().minus(movements.contraction()).minus(movements.churn());
    if (!definition.isGross()) {
      kept = kept.plus(movements.expansion());
    }
    if (definition == RevenueRetentionDefinition.NET_BY_MOVEMENTS_WITH_REACTIVATION) {
      kept = kept.plus(movements.reactivation());
    }
    return share(definition, movements.opening(), kept);
  }

  /**
   * Returns retention of customers of whom only the totals are known.
   *
   * @param definition {@code NET_SAME_CUSTOMERS} or {@code GROSS_OF_TOTALS}
   * @param then what the customers paid then
   * @param now what the same customers pay now
   * @return the share; empty if they paid nothing then
   * @throws IllegalArgumentException if the definition needs more than these totals, or one is
   *     negative; a {@link io.github.retention4j.money.CurrencyMismatchException} if currencies
   *     differ
   */
  public static Optional<RevenueRetention> ofTotals(
      RevenueRetentionDefinition definition, Money then, Money now) {
    requireAmount("then", then);
    requireAmount("now", now);
    return switch (definition) {
      case NET_SAME_CUSTOMERS -> share(definition, then, now.plus(Money.zero(then.currency())));
      case GROSS_OF_TOTALS -> share(definition, then, now.compareTo(then) < 0 ? now : then);
      default ->
          throw new IllegalArgumentException(
              "definition ("
                  + definition
                  + ") must be NET_SAME_CUSTOMERS or GROSS_OF_TOTALS, which totals tell");
    };
  }

  private static void requireAmount(String name, Money amount) {
    if (requireNonNull(amount, name).signum() < 0) {
      throw new IllegalArgumentException(name + " (" + amount + ") must be zero or more");
    }
  }

  private static Optional<RevenueRetention> share(
      RevenueRetentionDefinition definition, Money opening, Money kept) {
    return opening.signum() == 0
        ? Optional.empty()
        : Optional.of(new RevenueRetention(definition, null, opening, kept, null, null));
  }

  /**
   * Returns the share.
   *
   * @return kept / opening; at most 1 for gross retention, 0 or more unless by movements
   */
  public double value() {
    return Ratios.of(kept, opening);
  }

  /**
   * Returns the definition.
   *
   * @return what is called retained
   */
  public RevenueRetentionDefinition definition() {
    return definition;
  }

  /**
   * Returns the days from then to now.
   *
   * @return the first day after then to the last before now; empty if only totals were given
   */
  public Optional<DateRange> days() {
    return Optional.ofNullable(days);
  }

  /**
   * Returns what stood then.
   *
   * @return the amount below the line, over zero
   */
  public Money opening() {
    return opening;
  }

  /**
   * Returns what is called retained.
   *
   * @return the amount above the line
   */
  public Money kept() {
    return kept;
  }

  /**
   * Returns logo retention: of the customers of then, those who are customers now.
   *
   * @return the share of customers, with its own interval; empty if only totals are known
   */
  public Optional<Proportion> logos() {
    return Optional.ofNullable(logos);
  }

  /**
   * Returns the 95 % interval.
   *
   * @return the interval; empty for the reason that {@link #whyNoInterval()} tells
   */
  public Optional<ConfidenceInterval> interval() {
    return interval(0.95);
  }

  /**
   * Returns the interval at a level.
   *
   * @param level the share of such intervals that hold the true rate, in (0, 1)
   * @return the interval; empty for the reason that {@link #whyNoInterval()} tells
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be over 0 and under 1");
    }
    if (scatter == null || logos == null || whyNoInterval().isPresent()) {
      return Optional.empty();
    }
    double t = StudentT.criticalValue(1 - level, logos.total() - 1.0);
    double margin = t * Math.sqrt(scatter.variance());
    double most = definition.isGross() ? 1 : Double.MAX_VALUE;
    double lower = Math.min(most, Math.max(0, scatter.ratio() - margin));
    double upper = Math.min(most, scatter.ratio() + margin);
    return Optional.of(new ConfidenceInterval(lower, upper, level, METHOD));
  }

  /**
   * Tells why there is no interval.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoInterval() {
    if (scatter == null || logos == null) {
      return Optional.of(ONLY_TOTALS);
    }
    if (logos.total() == 1) {
      return Optional.of(ONE_CUSTOMER);
    }
    return scatter.variance() > 0 ? Optional.empty() : Optional.of(ALL_ALIKE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RevenueRetention that
        && definition == that.definition
        && Objects.equals(days, that.days)
        && opening.equals(that.opening)
        && kept.equals(that.kept)
        && Objects.equals(logos, that.logos)
        && Objects.equals(scatter, that.scatter);
  }

  @Override
  public int hashCode() {
    return Objects.hash(definition, days, opening, kept, logos, scatter);
  }

  /**
   * Returns the days where they are known, the share, the amounts and the definition.
   *
   * @return for example {@code 2024-01-01..2024-12-31: 93.00 %, USD 930.00 of USD 1000.00 (sum of
   *     now of the same customers / sum of then)}
   */
  @Override
  public String toString() {
    return days().map(span -> span.start() + ".." + span.last() + ": ").orElse("")
        + TextTable.percent(value())
        + ", "
        + TextTable.amount(kept)
        + " of "
        + TextTable.amount(opening)
        + " ("
        + definition.formula()
        + ")";
  }
}
