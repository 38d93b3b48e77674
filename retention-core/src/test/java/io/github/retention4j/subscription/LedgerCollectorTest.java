package io.github.retention4j.subscription;

import static io.github.retention4j.subscription.SubscriptionChange.cancellation;
import static io.github.retention4j.subscription.SubscriptionChange.planChange;
import static io.github.retention4j.subscription.SubscriptionChange.renewal;
import static io.github.retention4j.subscription.SubscriptionChange.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.SubscriptionChange.CancelRequest;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountEnd;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LedgerCollectorTest {

  private static final LocalDate END = LocalDate.of(2025, 1, 1);
  private static final Plan GOLD = Plan.of(Money.of("USD", 30), BillingPeriod.monthly());
  private static final Plan EURO = Plan.of(Money.of("EUR", 30), BillingPeriod.monthly());
  private static final Plan NEGATIVE = Plan.of(Money.of("USD", -5), BillingPeriod.monthly());
  private static final Discount FIVE = Discount.ofAmount("five", Money.of("USD", 5));

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static SubscriptionEvent event(LocalDate date, SubscriptionChange change) {
    return SubscriptionEvent.of("ann", "s1", date, change);
  }

  /** The last record of each list is at fault. */
  static Stream<Arguments> faults() {
    SubscriptionEvent started = event(day(1, 1), start(GOLD));
    SubscriptionEvent term = event(day(1, 1), start(GOLD).until(day(4, 1)));
    return Stream.of(
        Arguments.of(
            List.of(event(day(1, 1), start(NEGATIVE))),
            "price (USD -5.00) of subscription s1 of customer ann on 2024-01-01 must not be"
                + " negative"),
        Arguments.of(
            List.of(started, event(day(2, 1), planChange(NEGATIVE))),
            "price (USD -5.00) of subscription s1 of customer ann on 2024-02-01 must not be"
                + " negative"),
        Arguments.of(
            List.of(term, event(day(2, 1), new Renewal(day(9, 1), Optional.of(NEGATIVE)))),
            "price (USD -5.00) of subscription s1 of customer ann on 2024-02-01 must not be"
                + " negative"),
        Arguments.of(
            List.of(event(day(1, 1), start(GOLD).until(day(1, 1)))),
            "termEndExclusive (2024-01-01) of subscription s1 of customer ann on 2024-01-01 must be"
                + " after that day"),
        Arguments.of(
            List.of(event(day(1, 1), start(GOLD).signedOn(day(1, 2)))),
            "signed (2024-01-02) of subscription s1 of customer ann on 2024-01-01 must not be after"
                + " that day"),
        Arguments.of(
            List.of(term, event(day(2, 1), renewal(day(1, 31)))),
            "termEndExclusive (2024-01-31) of subscription s1 of customer ann on 2024-02-01 must be"
                + " after that day"),
        Arguments.of(
            List.of(started, event(day(2, 1), new DiscountStart(FIVE.until(day(2, 1))))),
            "endExclusive (2024-02-01) of subscription s1 of customer ann on 2024-02-01 must be"
                + " after that day"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), new Cancellation(LossReason.UNKNOWN, Optional.of(day(1, 31))))),
            "paidUntilExclusive (2024-01-31) of subscription s1 of customer ann on 2024-02-01 must"
                + " not be before that day"),
        Arguments.of(
            List.of(started, event(day(2, 1), start(GOLD).until(day(3, 1)))),
            "start of subscription s1 of customer ann on 2024-02-01 must not overlap the term from"
                + " 2024-01-01, which has not ended"),
        Arguments.of(
            List.of(term, event(day(3, 31), start(GOLD))),
            "start of subscription s1 of customer ann on 2024-03-31 must not overlap the term from"
                + " 2024-01-01, which ends on 2024-04-01"),
        Arguments.of(
            List.of(term, event(day(3, 1), renewal(day(4, 1)))),
            "renewal of subscription s1 of customer ann on 2024-03-01 until 2024-04-01 must not"
                + " overlap the term before it, which ends on 2024-04-01"),
        Arguments.of(
            List.of(started, started),
            "start of subscription s1 of customer ann on 2024-01-01 must not come twice"),
        Arguments.of(
            List.of(event(day(2, 1), start(GOLD)), event(day(1, 5), planChange(GOLD))),
            "plan change of subscription s1 of customer ann on 2024-01-05 must not come before its"
                + " start (2024-02-01)"),
        Arguments.of(
            List.of(started, SubscriptionEvent.of("ann", "s2", day(1, 5), planChange(GOLD))),
            "plan change of subscription s2 of customer ann on 2024-01-05 must be of a subscription"
                + " that has started"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), cancellation(LossReason.UNKNOWN)),
                event(day(2, 2), Status.PAUSE)),
            "pause of subscription s1 of customer ann on 2024-02-02 must not come after its end"
                + " (2024-02-01)"),
        Arguments.of(
            List.of(term, event(day(4, 1), planChange(GOLD))),
            "plan change of subscription s1 of customer ann on 2024-04-01 must not come after the"
                + " end of its term (2024-04-01)"),
        Arguments.of(
            List.of(started, event(day(2, 1), Status.PAUSE), event(day(2, 3), Status.PAUSE)),
            "pause of subscription s1 of customer ann on 2024-02-03 must not come while it is"
                + " paused"),
        Arguments.of(
            List.of(started, event(day(2, 1), Status.RESUMPTION)),
            "resumption of subscription s1 of customer ann on 2024-02-01 must come after a pause"),
        Arguments.of(
            List.of(started, event(day(2, 1), Status.PAST_DUE), event(day(2, 3), Status.PAST_DUE)),
            "past due of subscription s1 of customer ann on 2024-02-03 must not come while it is"
                + " past due"),
        Arguments.of(
            List.of(started, event(day(2, 1), Status.RECOVERY)),
            "recovery of subscription s1 of customer ann on 2024-02-01 must come after a failed"
                + " payment"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), new CancelRequest(LossReason.UNKNOWN)),
                event(day(2, 3), new CancelRequest(LossReason.VOLUNTARY))),
            "cancel request of subscription s1 of customer ann on 2024-02-03 must not come twice"),
        Arguments.of(
            List.of(started, event(day(2, 1), Status.CANCEL_WITHDRAWAL)),
            "withdrawal of a cancel request of subscription s1 of customer ann on 2024-02-01 must"
                + " come after a cancel request"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), new DiscountStart(FIVE)),
                event(day(2, 3), new DiscountStart(Discount.ofFraction("five", "0.1")))),
            "start of a discount of subscription s1 of customer ann on 2024-02-03 must not come"
                + " while discount five holds"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), new DiscountStart(FIVE.until(day(2, 3)))),
                event(day(2, 3), new DiscountEnd("five"))),
            "end of a discount of subscription s1 of customer ann on 2024-02-03 must be of a"
                + " discount that holds, but five does not"),
        Arguments.of(
            List.of(event(day(1, 1), start(EURO)), event(day(2, 1), new DiscountStart(FIVE))),
            "start of a discount of subscription s1 of customer ann on 2024-02-01 must have price"
                + " (EUR 30.00) and discount five (USD 5.00) in one currency"),
        Arguments.of(
            List.of(
                started,
                event(day(2, 1), new DiscountStart(FIVE)),
                event(day(2, 3), planChange(EURO))),
            "plan change of subscription s1 of customer ann on 2024-02-03 must have price (EUR"
                + " 30.00) and discount five (USD 5.00) in one currency"),
        Arguments.of(
            List.of(event(LocalDate.MAX, start(GOLD))),
            "date (+999999999-12-31) of subscription s1 of customer ann on +999999999-12-31 must be"
                + " within a million years of 1970"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void stopsAtAFaultAndNamesTheRecord(List<SubscriptionEvent> events, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionLedger.of(events, END))
        .withMessage(message);
  }

  @ParameterizedTest
  @MethodSource("faults")
  void collectsAndCountsFaults(List<SubscriptionEvent> events, String message) {
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    SubscriptionEvent good = SubscriptionEvent.of("zoe", "s1", day(1, 1), start(GOLD));
    collector.add(good);
    events.forEach(collector::add);
    assertThat(collector.offered()).isEqualTo(events.size() + 1);
    assertThat(collector.rejections())
        .singleElement()
        .extracting(Rejection::reason)
        .isEqualTo(message);
    assertThat(collector.toLedger().size()).isEqualTo(events.size());
    assertThat(collector.toLedger().events()).contains(good);
  }

  @Test
  void numbersRejectionsByArrival() {
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    assertThat(collector.add(event(day(2, 1), planChange(GOLD)))).isTrue();
    assertThat(collector.add(event(day(1, 1), start(NEGATIVE)))).isFalse();
    assertThat(collector.add(event(day(3, 1), start(GOLD)))).isTrue();
    assertThat(collector.add(event(day(4, 1), start(GOLD)))).isTrue();
    assertThat(collector.rejections()).extracting(Rejection::number).containsExactly(1L, 2L, 4L);
    assertThat(collector.toLedger().events()).containsExactly(event(day(3, 1), start(GOLD)));
  }

  @Test
  void aRecordWithoutASubscriptionIsCollectedToo() {
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    assertThat(collector.add(7, " ", day(1, 1), start(GOLD))).isFalse();
    assertThat(collector.add(8, "s1", day(1, 1), start(GOLD))).isTrue();
    assertThat(collector.offered()).isEqualTo(2);
    assertThat(collector.rejections())
        .containsExactly(new Rejection(1, "subscription ( ) of customer 7 must not be blank"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LedgerCollector.until(END).add(7, " ", day(1, 1), start(GOLD)))
        .withMessage("subscription ( ) of customer 7 must not be blank");
  }

  @Test
  void tellsOfTheFirstFaultToArrive() {
    LedgerCollector collector = LedgerCollector.until(END);
    collector.add(SubscriptionEvent.of("zoe", "s1", day(1, 1), Status.PAUSE));
    collector.add(SubscriptionEvent.of("ann", "s1", day(1, 1), Status.PAUSE));
    assertThat(collector.rejections()).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(collector::toLedger)
        .withMessage(
            "pause of subscription s1 of customer zoe on 2024-01-01 must be of a subscription that"
                + " has started");
  }

  @Test
  void needsARecord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionLedger.of(List.of(), END))
        .withMessage("records (0 kept of 0 offered) must be at least one");
    LedgerCollector collector = LedgerCollector.until(END, FaultPolicy.COLLECT);
    collector.add(event(day(1, 1), Status.PAUSE));
    assertThatIllegalArgumentException()
        .isThrownBy(collector::toLedger)
        .withMessage("records (0 kept of 1 offered) must be at least one");
  }

  @Test
  void takesAllKindsOfChangesOfOneLife() {
    List<SubscriptionEvent> life =
        List.of(
            event(day(1, 1), start(GOLD).until(day(2, 1)).signedOn(LocalDate.of(2023, 12, 1))),
            event(day(1, 2), new DiscountStart(FIVE.until(day(6, 1)))),
            event(day(1, 3), new DiscountStart(Discount.ofFraction("half", "0.50"))),
            event(day(1, 4), new DiscountEnd("half")),
            event(day(1, 5), new DiscountStart(Discount.ofFraction("half", "0.25"))),
            event(day(1, 6), Status.PAUSE),
            event(day(1, 7), Status.RESUMPTION),
            event(day(1, 8), new CancelRequest(LossReason.VOLUNTARY)),
            event(day(1, 9), Status.CANCEL_WITHDRAWAL),
            event(day(1, 10), Status.PAST_DUE),
            event(day(1, 11), Status.RECOVERY),
            event(day(1, 12), planChange(Plan.trial(Money.of("USD", 9), BillingPeriod.weekly()))),
            event(day(2, 20), renewal(day(4, 1))),
            event(day(3, 1), new Renewal(day(5, 1), Optional.of(GOLD))),
            event(day(3, 2), new Cancellation(LossReason.INVOLUNTARY, Optional.of(day(3, 3)))),
            event(day(4, 1), start(Plan.free(LedgerArbitraries.USD))));
    SubscriptionLedger ledger = SubscriptionLedger.of(life, END);
    assertThat(ledger.events()).containsExactlyElementsOf(life);
    assertThat(ledger)
        .hasToString("1 customers, 1 subscriptions, 16 records, observed until 2025-01-01");
  }

  @Test
  void keepsCustomersKnownByNumberInTheirOrder() {
    LedgerCollector collector = LedgerCollector.until(END);
    collector.add(10, "s1", day(1, 1), start(GOLD));
    collector.add(9, "s1", day(1, 1), start(GOLD));
    collector.add(10, "s0", day(1, 1), start(GOLD));
    assertThat(collector.toLedger().customers())
        .containsExactly(CustomerId.of(9), CustomerId.of(10));
    assertThat(collector.toLedger().events())
        .extracting(SubscriptionEvent::subscription)
        .containsExactly("s1", "s0", "s1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collector.add(event(day(1, 1), start(GOLD))))
        .withMessage("customers known by text must not join customers known by number");
  }

  @Test
  void refusesNumbersAmongText() {
    LedgerCollector collector = LedgerCollector.until(END);
    collector.add(event(day(1, 1), start(GOLD)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> collector.add(7, "s1", day(1, 1), start(GOLD)))
        .withMessage("customers known by number must not join customers known by text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionEvent.of("ann", " ", day(1, 1), Status.PAUSE))
        .withMessage("subscription ( ) of customer ann must not be blank");
  }

  @Test
  void valuesAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Discount.ofFraction("x", "1.01"))
        .withMessage("fraction (1.01) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Discount.ofAmount("x", Money.of("USD", -1)))
        .withMessage("amount (USD -1.00) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Discount.ofFraction(" ", "0.5"))
        .withMessage("name ( ) must not be blank");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PastDueRule.lostAfter(-1))
        .withMessage("lostAfterDays (-1) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RevenueRules.defaults().withGraceDays(-1))
        .withMessage("graceDays (-1) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RevenueRules.defaults().withToleranceDays(-1))
        .withMessage("toleranceDays (-1) must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RevenueRules.defaults().withDecimals(19))
        .withMessage("decimals (19) must be from 0 to 18");
  }
}
