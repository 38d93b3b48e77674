package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.RetentionDefinition;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LifetimeValueToCostTest {

  private static final MonetaryEstimate COST = MonetaryEstimate.of("USD", 100);
  private static final PeriodicMargin MARGIN = new PeriodicMargin(COST, Granularity.YEAR);
  private static final LifetimeValueCalculator CALCULATOR = LifetimeValueCalculator.withDefaults();

  private static RetentionRate rate(long retained, long total) {
    return new RetentionRate(
        new Proportion(retained, total), Granularity.YEAR, RetentionDefinition.SAME_CUSTOMERS);
  }

  @Test
  void dividesValueAndIntervalByTheCost() {
    LifetimeValue value =
        CALCULATOR.with(DiscountRate.yearly(0.1)).calculate(MARGIN, rate(80, 100));
    LifetimeValueToCost toCost = LifetimeValueToCost.of(value, COST);
    assertThat(toCost.ratio().orElseThrow()).isCloseTo(8.0 / 3, within(1e-12));
    MonetaryInterval interval = value.interval().orElseThrow();
    assertThat(toCost.lowerRatio()).hasValue(interval.lower().orElseThrow().amount() / 100);
    assertThat(toCost.upperRatio()).hasValue(interval.upper().orElseThrow().amount() / 100);
    assertThat(toCost.interval()).contains(interval);
  }

  @Test
  void hasNoUpperEndWhereTheValueHasNone() {
    LifetimeValueToCost toCost =
        LifetimeValueToCost.of(CALCULATOR.calculate(MARGIN, rate(40, 40)), COST);
    assertThat(toCost.ratio()).isEmpty();
    assertThat(toCost.lowerRatio()).isPresent();
    assertThat(toCost.upperRatio()).isEmpty();
  }

  @Test
  void takesAValueFromElsewhere() {
    LifetimeValueToCost toCost = LifetimeValueToCost.of(MonetaryEstimate.of("USD", -50), COST);
    assertThat(toCost.ratio()).hasValue(-0.5);
    assertThat(toCost.lowerRatio()).isEmpty();
    assertThat(toCost.upperRatio()).isEmpty();
  }

  @Test
  void refusesACostOfNothingAndAnotherCurrency() {
    assertThatThrownBy(() -> LifetimeValueToCost.of(COST, MonetaryEstimate.of("USD", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("acquisitionCost (USD 0.00) must be above 0");
    MonetaryEstimate euros = MonetaryEstimate.of("EUR", 100);
    assertThatThrownBy(() -> LifetimeValueToCost.of(COST, euros))
        .isInstanceOf(CurrencyMismatchException.class);
    Optional<MonetaryEstimate> end = Optional.of(COST);
    for (MonetaryInterval interval :
        List.of(
            new MonetaryInterval(end, Optional.empty(), 0.9, "by hand"),
            new MonetaryInterval(Optional.empty(), end, 0.9, "by hand"))) {
      assertThatThrownBy(
              () -> new LifetimeValueToCost(Optional.empty(), Optional.of(interval), euros))
          .isInstanceOf(CurrencyMismatchException.class);
    }
  }
}
