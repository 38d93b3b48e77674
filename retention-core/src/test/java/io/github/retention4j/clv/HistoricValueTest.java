package io.github.retention4j.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.clv.HistoricValue.CustomerTotal;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoricValueTest {

  private static final LocalDate END = LocalDate.of(2024, 7, 1);
  private static final CustomerId ANNE = CustomerId.of("anne");
  private static final CustomerId BERT = CustomerId.of("bert");
  private static final CustomerId CLEO = CustomerId.of("cleo");

  private static Event paid(CustomerId customer, String amount) {
    return Event.of(customer, LocalDate.of(2024, 5, 1), Money.of("USD", amount));
  }

  private static final EventLog LOG =
      EventLog.of(
          List.of(
              paid(CLEO, "0.10"),
              paid(ANNE, "30"),
              paid(CLEO, "0.20"),
              paid(ANNE, "-9.70"),
              Event.of(BERT, LocalDate.of(2024, 6, 1)),
              paid(CLEO, "9.40")),
          END);

  @Test
  void addsUpExactlyByCustomer() {
    HistoricValue value = HistoricValueCalculator.withDefaults().calculate(LOG);
    assertThat(value.customers())
        .containsExactly(
            new CustomerTotal(ANNE, Money.of("USD", "20.30")),
            new CustomerTotal(BERT, Money.of("USD", "0")),
            new CustomerTotal(CLEO, Money.of("USD", "9.70")));
    assertThat(value.total()).isEqualTo(Money.of("USD", 30));
    assertThat(value.mean().amount()).isCloseTo(10, within(1e-13));
    assertThat(value.eventsWithoutAmount()).isEqualTo(1);
  }

  /** R 4.2.2: t.test(c(20.3, 0, 9.7), conf.level = 0.95)$conf.int, and 0.4 times that. */
  @Test
  void putsAnIntervalAroundTheMean() {
    MonetaryInterval interval =
        HistoricValueCalculator.withDefaults().calculate(LOG).interval().orElseThrow();
    assertThat(interval.lower().orElseThrow().amount()).isCloseTo(LOWER, within(1e-10));
    assertThat(interval.upper().orElseThrow().amount()).isCloseTo(20 - LOWER, within(1e-10));
    assertThat(interval.method()).isEqualTo("Student t");
    HistoricValue margin =
        HistoricValueCalculator.withDefaults().withMarginShare(0.4).calculate(LOG);
    assertThat(margin.total()).isEqualTo(Money.of("USD", 30));
    assertThat(margin.mean().amount()).isCloseTo(4, within(1e-13));
    assertThat(margin.interval().orElseThrow().lower().orElseThrow().amount())
        .isCloseTo(0.4 * LOWER, within(1e-10));
  }

  private static final double LOWER = -15.22225648553717;

  @Test
  void narrowsTheIntervalAtALowerLevel() {
    MonetaryInterval half =
        HistoricValueCalculator.withDefaults()
            .withLevel(0.5)
            .calculate(LOG)
            .interval()
            .orElseThrow();
    assertThat(half.level()).isEqualTo(0.5);
    assertThat(half.lower().orElseThrow()).isGreaterThan(MonetaryEstimate.of("USD", 0));
  }

  @Test
  void knowsNoSpreadOfASingleCustomer() {
    EventLog log = EventLog.of(List.of(paid(ANNE, "5")), END);
    HistoricValue value = HistoricValueCalculator.withDefaults().calculate(log);
    assertThat(value.mean()).isEqualTo(MonetaryEstimate.of("USD", 5));
    assertThat(value.interval()).isEmpty();
  }

  @Test
  void needsAnAmount() {
    EventLog log = EventLog.of(List.of(Event.of(ANNE, LocalDate.of(2024, 6, 1))), END);
    assertThatThrownBy(() -> HistoricValueCalculator.withDefaults().calculate(log))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("log (1 events) must hold an amount");
  }

  @Test
  void refusesWhatCannotBe() {
    CustomerTotal anne = new CustomerTotal(ANNE, Money.of("USD", 1));
    CustomerTotal bert = new CustomerTotal(BERT, Money.of("EUR", 1));
    assertThatThrownBy(() -> new HistoricValue(List.of(), 0, 1, 0.95))
        .hasMessage("customers ([]) must not be empty");
    assertThatThrownBy(() -> new HistoricValue(List.of(anne, anne), 0, 1, 0.95))
        .hasMessage("customers (anne) must not name a customer twice");
    assertThatThrownBy(() -> new HistoricValue(List.of(anne, bert), 0, 1, 0.95))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> new HistoricValue(List.of(anne), -1, 1, 0.95))
        .hasMessage("eventsWithoutAmount (-1) must be at least 0");
    assertThatThrownBy(() -> HistoricValueCalculator.withDefaults().withMarginShare(1.1))
        .hasMessage("marginShare (1.1) must be finite and at most 1");
    assertThatThrownBy(() -> HistoricValueCalculator.withDefaults().withLevel(95))
        .hasMessage("level (95.0) must be between 0 and 1");
  }
}
