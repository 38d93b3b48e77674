package io.github.retention4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.money.Money;
import io.github.retention4j.time.Granularity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthlyNormalisationTest {

  @ParameterizedTest
  @CsvSource({
    "WEEKS_52, 1, WEEK, 43.3333333333",
    "WEEKS_4_33, 1, WEEK, 43.30",
    "MEAN_YEAR, 1, WEEK, 43.4821428571",
    "MONTHS_ONLY, 1, WEEK, 0.00",
    "WEEKS_52, 2, WEEK, 21.6666666667",
    "WEEKS_52, 1, DAY, 304.375",
    "WEEKS_4_33, 30, DAY, 10.1458333333",
    "MEAN_YEAR, 7, DAY, 43.4821428571",
    "MONTHS_ONLY, 1, DAY, 0.00",
    "WEEKS_52, 1, MONTH, 10.00",
    "MONTHS_ONLY, 3, MONTH, 3.3333333333",
    "WEEKS_52, 1, QUARTER, 3.3333333333",
    "WEEKS_52, 1, YEAR, 0.8333333333",
    "MONTHS_ONLY, 2, YEAR, 0.4166666667"
  })
  void bringsTenToAMonth(MonthlyNormalisation rule, int count, Granularity unit, String expected) {
    assertThat(rule.monthly(Money.of("USD", 10), BillingPeriod.every(count, unit), 10))
        .isEqualTo(Money.of("USD", expected));
  }

  @Test
  void roundsHalfUpOnce() {
    Money price = Money.of("USD", "0.06");
    assertThat(MonthlyNormalisation.WEEKS_52.monthly(price, BillingPeriod.yearly(), 2))
        .isEqualTo(Money.of("USD", "0.01"));
    assertThat(MonthlyNormalisation.WEEKS_52.monthly(price, BillingPeriod.yearly(), 3))
        .isEqualTo(Money.of("USD", "0.005"));
  }

  @Test
  void billingPeriodsReadLikeWords() {
    assertThat(BillingPeriod.weekly()).hasToString("every week");
    assertThat(BillingPeriod.every(3, Granularity.MONTH)).hasToString("every 3 months");
  }

  @Test
  void billingPeriodsHaveALength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BillingPeriod.every(0, Granularity.MONTH))
        .withMessage("count (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BillingPeriod.every(1, Granularity.CUSTOM))
        .withMessage("unit (CUSTOM) must be a day, week, month, quarter or year");
  }

  @Test
  void decimalsAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                MonthlyNormalisation.WEEKS_52.monthly(
                    Money.of("USD", 10), BillingPeriod.weekly(), -1))
        .withMessage("decimals (-1) must be from 0 to 18");
  }
}
