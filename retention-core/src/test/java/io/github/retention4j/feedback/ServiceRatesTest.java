package io.github.retention4j.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionTests;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Response, complaints, refunds, and days since the last contact. */
class ServiceRatesTest {

  private static final LocalDate TODAY = LocalDate.of(2024, 6, 30);
  private static final CustomerId ANN = CustomerId.of("Ann");
  private static final CustomerId BEN = CustomerId.of("Ben");
  private static final CustomerId CEM = CustomerId.of("Cem");
  private static final CustomerId DEE = CustomerId.of("Dee");

  @Test
  void saysHowManyAnswered() {
    ResponseRate rate =
        new ResponseRate(
            List.of(SurveyWave.of("2024-Q1", 100, 40), SurveyWave.of("2024-Q2", 300, 60)));
    assertThat(rate.overall()).isEqualTo(new Proportion(100, 400));
    assertThat(rate.trend())
        .contains(ProportionTests.trend(List.of(new Proportion(40, 100), new Proportion(60, 300))));
    assertThat(rate.toText())
        .isEqualTo(
            """
            Response rate: 100/400 (25.00 %), 21.0 % to 29.5 %; Wilson's intervals at 95 %
              2024-Q1: 40/100 (40.00 %), 30.9 % to 49.8 %
              2024-Q2: 60/300 (20.00 %), 15.9 % to 24.9 %
              falling, Cochran-Armitage trend p = 10^-4.2
            """);
    ResponseRate one = new ResponseRate(List.of(SurveyWave.of("only", 2, 0)));
    assertThat(one.trend()).isEmpty();
    assertThat(one.whyNoTrend()).contains("there is one wave only");
    assertThat(one.toText()).endsWith("  no trend: there is one wave only\n");
  }

  @Test
  void refusesMoreAnswersThanInvitations() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyWave.of("May", 10, 11))
        .withMessage("answered (11) of wave May must be from 0 to invited (10)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyWave.of("May", 0, 0))
        .withMessage("invited (0) of wave May must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SurveyWave.of("", 1, 0))
        .withMessage("name () must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ResponseRate(List.of()))
        .withMessage("waves (0) must be at least one");
  }

  @Test
  void namesTheDenominator() {
    IncidentRate refunds =
        new IncidentRate(IncidentKind.REFUND, IncidentDenominator.ORDERS, 12, 400);
    assertThat(refunds.value()).isEqualTo(0.03);
    assertThat(refunds.interval(0.95)).isEqualTo(new Proportion(12, 400).interval(0.95));
    assertThat(refunds.toText())
        .isEqualTo(
            "Refund rate, orders with any, of orders: 12 / 400 = 0.0300, 0.0172 to 0.0517, 95 %"
                + " Wilson\n");
    IncidentRate complaints =
        new IncidentRate(IncidentKind.COMPLAINT, IncidentDenominator.PER_CUSTOMER_MONTH, 30, 12.5);
    assertThat(complaints.value()).isCloseTo(2.4, within(1e-15));
    assertThat(complaints.interval(0.95)).isEqualTo(EventRate.of(30, 12.5).interval(0.95));
    assertThat(complaints.toText())
        .startsWith("Complaint rate, for each customer-month: 30 / 12.5 = 2.4000, ")
        .endsWith(", 95 % Garwood\n");
  }

  @Test
  void refusesASharePastItsWhole() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new IncidentRate(IncidentKind.REFUND, IncidentDenominator.CUSTOMERS, 5, 4))
        .withMessage(
            "exposure (4.0) must be whole and at least count (5): a rate of CUSTOMERS is a share");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new IncidentRate(IncidentKind.REFUND, IncidentDenominator.PER_ORDER, 0, 0))
        .withMessage("exposure (0.0) must be over 0 and finite");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new IncidentRate(IncidentKind.REFUND, IncidentDenominator.PER_ORDER, -1, 3))
        .withMessage("count (-1) must not be negative");
  }

  @Test
  void countsDaysSinceTheLastContact() {
    EventLog contacts =
        EventLog.of(
            List.of(
                Event.of(ANN, TODAY.minusDays(90)),
                Event.of(ANN, TODAY.minusDays(10)),
                Event.of(ANN, TODAY.plusDays(2)),
                Event.of(BEN, TODAY),
                Event.of(CEM, TODAY.minusDays(45)),
                Event.of(CustomerId.of("Stranger"), TODAY)),
            TODAY.plusDays(30));
    ContactRecency recency = ContactRecency.of(contacts, Set.of(ANN, BEN, CEM, DEE), TODAY);
    assertThat(recency.days())
        .containsExactly(Map.entry(ANN, 10L), Map.entry(BEN, 0L), Map.entry(CEM, 45L));
    assertThat(recency.never()).containsExactly(DEE);
    assertThat(recency.over(9)).containsExactly(CEM, ANN);
    assertThat(recency.over(10)).containsExactly(CEM);
    assertThat(recency.quantile(0.5)).hasValue(10);
    assertThat(recency.quantile(1)).hasValue(45);
    assertThat(recency.toText(30))
        .isEqualTo(
            """
            Days since last contact as of 2024-06-30, 4 customers: quartiles 0, 10, 45, longest 45
            Over 30 days: 1
              Cem: 45
            Never: 1
              Dee
            """);
  }

  @Test
  void neverInContactHasNoQuantile() {
    ContactRecency recency = ContactRecency.of(Map.of(), Set.of(ANN), TODAY);
    assertThat(recency.quantile(0.5)).isEmpty();
    assertThat(recency.whyNoQuantiles()).contains("nobody was ever in contact");
    assertThat(recency.toText(0))
        .startsWith("Days since last contact as of 2024-06-30, 1 customer\n");
  }

  @Test
  void collectsContactsNotYetKnown() {
    List<Rejection> refused = new ArrayList<>();
    ContactRecency recency =
        ContactRecency.of(
            Map.of(ANN, TODAY.minusDays(3), CEM, TODAY.plusDays(1), DEE, TODAY),
            Set.of(ANN, BEN, CEM, DEE),
            TODAY,
            refused::add);
    assertThat(recency.days()).containsExactly(Map.entry(ANN, 3L), Map.entry(DEE, 0L));
    assertThat(recency.never()).containsExactly(BEN);
    assertThat(refused)
        .containsExactly(
            new Rejection(
                3,
                "last contact (2024-07-01) of customer Cem must not be after asOf (2024-06-30)"));
  }

  @Test
  void refusesWhatIsNotYetKnown() {
    EventLog contacts = EventLog.of(List.of(Event.of(ANN, TODAY)), TODAY.plusDays(1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRecency.of(contacts, Set.of(ANN), TODAY.plusDays(1)))
        .withMessage("asOf (2024-07-01) must be before the end of observation (2024-07-01)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactRecency.of(Map.of(ANN, TODAY.plusDays(1)), Set.of(ANN), TODAY))
        .withMessage(
            "last contact (2024-07-01) of customer Ann must not be after asOf (2024-06-30)");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ContactRecency(
                    TODAY, new TreeMap<>(Map.of(ANN, 1L)), new TreeSet<>(Set.of(ANN))))
        .withMessage("never (Ann) must not hold a customer who was in contact");
    ContactRecency recency = ContactRecency.of(contacts, Set.of(ANN), TODAY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recency.quantile(0))
        .withMessage("p (0.0) must be over 0 and at most 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> recency.over(-1))
        .withMessage("limit (-1) must not be negative");
  }

  @Test
  void refusesAnExposureThatMakesAnInfiniteRate() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IncidentRate(
                    IncidentKind.COMPLAINT,
                    IncidentDenominator.PER_CUSTOMER_MONTH,
                    1,
                    Double.MIN_VALUE))
        .withMessage("exposure (4.9E-324) must be larger: the rate exceeds a double");
  }
}
