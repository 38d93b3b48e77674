package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.cohort.CohortAmountCell.NotYetObserved;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.ConfidenceInterval;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CohortAmountTest {

  /** The reference prints 15 digits. */
  private static final double RELATIVE = 1e-12;

  /** USD 10 of one member, USD 20 and USD 6 of another, of four. */
  private static final CohortAmount PAID =
      new CohortAmount(Money.of("USD", 36), 3, 2, 4, new BigDecimal("776"));

  @Test
  void averagesKeepTheirCounts() {
    assertThat(PAID.perMember()).isEqualTo(MonetaryEstimate.of("USD", 9));
    assertThat(PAID.perPayer()).contains(MonetaryEstimate.of("USD", 18));
    assertThat(PAID.perEvent()).contains(MonetaryEstimate.of("USD", 12));
    assertThat(PAID).hasToString("USD 36.00 of 2/4 members in 3 events");
    assertThat(PAID)
        .isEqualTo(new CohortAmount(Money.of("USD", 36), 3, 2, 4, new BigDecimal("776.00")));
  }

  @Test
  void nobodyPaidIsNoAverageOfPayers() {
    CohortAmount nothing = new CohortAmount(Money.of("USD", 0), 0, 0, 4, BigDecimal.ZERO);
    assertThat(nothing.perMember()).isEqualTo(MonetaryEstimate.of("USD", 0));
    assertThat(nothing.perPayer()).isEmpty();
    assertThat(nothing.perEvent()).isEmpty();
    assertThat(nothing.interval(0.95)).contains(new ConfidenceInterval(0, 0, 0.95, "Student t"));
  }

  /** From R 4.2.2: {@code t.test(x, conf.level = level)$conf.int}. */
  @ParameterizedTest
  @CsvSource({
    "10 26 0 0, 0.95, -10.5316835502351, 28.5316835502351",
    "0 0 0 0 0 0 0 100, 0.90, -11.1822325636251, 36.1822325636251",
    "-5 20.25 3.5, 0.99, -67.368546077963, 79.868546077963",
    "1000000.01 1000000.02 1000000.03, 0.95, 999999.995158623, 1000000.04484138",
  })
  void agreesWithRsTInterval(String amounts, double level, double lower, double upper) {
    ConfidenceInterval interval =
        Stream.of(amounts.split(" ", -1))
            .map(CohortAmountTest::ofMember)
            .reduce(CohortAmount::plus)
            .orElseThrow()
            .interval(level)
            .orElseThrow();
    assertThat(interval.lower()).isCloseTo(lower, within(RELATIVE * Math.abs(lower)));
    assertThat(interval.upper()).isCloseTo(upper, within(RELATIVE * upper));
    assertThat(interval.method()).isEqualTo("Student t");
  }

  private static CohortAmount ofMember(String amount) {
    BigDecimal exact = new BigDecimal(amount);
    int paid = exact.signum() == 0 ? 0 : 1;
    return new CohortAmount(Money.of("USD", amount), paid, paid, 1, exact.pow(2));
  }

  @Test
  void aSingleMemberTellsNothingAboutTheSpread() {
    assertThat(ofMember("10").interval(0.95)).isEmpty();
  }

  @Test
  void namesNumbersThatDoNotAgree() {
    Money sum = Money.of("USD", 36);
    BigDecimal squares = new BigDecimal("776");
    assertThatThrownBy(() -> new CohortAmount(sum, 3, 2, 0, squares))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("members (0) must be at least 1");
    assertThatThrownBy(() -> new CohortAmount(sum, 5, 5, 4, squares))
        .hasMessage("payers (5) must be 0 to the number of members (4)");
    assertThatThrownBy(() -> new CohortAmount(sum, 5, -1, 4, squares))
        .hasMessage("payers (-1) must be 0 to the number of members (4)");
    assertThatThrownBy(() -> new CohortAmount(sum, 1, 2, 4, squares))
        .hasMessage("events (1) must be at least as many as payers (2)");
    assertThatThrownBy(() -> new CohortAmount(sum, 3, 2, 4, new BigDecimal("647.9")))
        .hasMessage("sumOfSquares (647.9) must be at least sum^2 / payers (USD 36.00 of 2)");
    assertThatThrownBy(() -> PAID.interval(1)).hasMessage("level (1.0) must be between 0 and 1");
    assertThatThrownBy(
            () -> PAID.plus(new CohortAmount(Money.of("EUR", 0), 0, 0, 1, BigDecimal.ZERO)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessage("currency (EUR) must be USD: currencies are never mixed");
    assertThatThrownBy(() -> new NotYetObserved(sum, 1, 2))
        .hasMessage("payersSoFar (2) must be 0 to eventsSoFar (1)");
  }
}
