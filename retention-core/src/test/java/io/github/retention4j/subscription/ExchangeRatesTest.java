package io.github.retention4j.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ExchangeRatesTest {

  private static final Currency USD = Currency.getInstance("USD");
  private static final Currency EUR = Currency.getInstance("EUR");
  private static final LocalDate DAY = LocalDate.of(2024, 2, 1);
  private static final ExchangeRates RATES =
      ExchangeRates.into(
          USD,
          List.of(
              ExchangeRate.of("EUR", DAY.plusDays(9), "1.2"), ExchangeRate.of("EUR", DAY, "1.10")));

  @Test
  void namesWhatCannotBeRead() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRate.of("EURO", DAY, "1"))
        .withMessageContaining("(EURO) must");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRate.of("EUR", DAY, "1,1"))
        .withMessage("rate (1,1) must be decimal digits such as 0.5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Discount.ofFraction("half", "50%"))
        .withMessage("fraction (50%) must be decimal digits such as 0.5");
  }

  @Test
  void holdFromTheirDayUntilTheNext() {
    assertThat(RATES.book()).isEqualTo(USD);
    assertThat(RATES.rate(EUR, DAY.minusDays(1))).isEmpty();
    assertThat(RATES.rate(EUR, DAY)).contains(new BigDecimal("1.1"));
    assertThat(RATES.rate(EUR, DAY.plusDays(8))).contains(new BigDecimal("1.1"));
    assertThat(RATES.rate(EUR, DAY.plusDays(9))).contains(new BigDecimal("1.2"));
    assertThat(RATES.rate(USD, DAY.minusYears(100))).contains(BigDecimal.ONE);
    assertThat(RATES.rate(Currency.getInstance("JPY"), DAY)).isEmpty();
  }

  @Test
  void areChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRate.of("EUR", DAY, "0"))
        .withMessage("rate (0) of EUR from 2024-02-01 must be positive");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                ExchangeRates.into(
                    USD,
                    List.of(
                        ExchangeRate.of("EUR", DAY, "1.1"), ExchangeRate.of("EUR", DAY, "1.2"))))
        .withMessage(
            "rate (1.2) of EUR from 2024-02-01 must be the only one, but there is also 1.1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRates.into(USD, List.of(ExchangeRate.of("USD", DAY, "1"))))
        .withMessage("currency (USD) of a rate must not be the book currency");
  }

  @Test
  void collectRatesThatCannotBeUsed() {
    List<Rejection> refused = new ArrayList<>();
    ExchangeRates rates =
        ExchangeRates.into(
            USD,
            List.of(
                ExchangeRate.of("EUR", DAY, "1.1"),
                ExchangeRate.of("USD", DAY, "1"),
                ExchangeRate.of("EUR", DAY, "1.2"),
                ExchangeRate.of("CHF", DAY, "1.3")),
            refused::add);
    assertThat(refused)
        .containsExactly(
            new Rejection(2, "currency (USD) of a rate must not be the book currency"),
            new Rejection(
                3,
                "rate (1.2) of EUR from 2024-02-01 must be the only one, but there is also 1.1"));
    assertThat(rates.rate(EUR, DAY)).contains(new BigDecimal("1.1"));
    assertThat(rates.rate(Currency.getInstance("CHF"), DAY)).contains(new BigDecimal("1.3"));
  }

  @Property
  void convertLikeDecimals(
      @ForAll @LongRange(min = 0, max = 1L << 56) long units,
      @ForAll @LongRange(min = 1, max = 1L << 40) long unscaled,
      @ForAll @IntRange(min = 12, max = 25) int scale) {
    BigDecimal rate = BigDecimal.valueOf(unscaled, scale);
    RateTable table = new RateTable(EUR, List.of(DAY), List.of(rate));
    assertThat(table.at(DAY)).isZero();
    assertThat(table.at(DAY.minusDays(1))).isEqualTo(RateTable.NONE);
    assertThat(BigDecimal.valueOf(table.convert(units, 0)))
        .isEqualByComparingTo(
            BigDecimal.valueOf(units).multiply(rate).setScale(0, RoundingMode.HALF_UP));
  }

  @Test
  void namesACodeOrDigitsThatCannotBeRead() {
    LocalDate day = LocalDate.of(2024, 2, 29);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRate.of("acme", day, "1"))
        .withMessageContaining("acme");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ExchangeRate.of("EUR", day, "1,08"))
        .withMessageContaining("1,08");
  }
}
