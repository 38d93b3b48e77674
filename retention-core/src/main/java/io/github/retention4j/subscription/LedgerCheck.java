package io.github.retention4j.subscription;

import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.Discount.AmountOff;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the records of a ledger that do not fit those before them. A faulty record is passed over,
 * so that each fault is told once.
 */
final class LedgerCheck {

  /** A record that does not fit, by its place in the ledger, and why. */
  record Fault(int record, String reason) {}

  private final SubscriptionLedger ledger;
  private final LedgerColumns records;
  private final SubscriptionState state;
  private final List<Fault> faults = new ArrayList<>();

  private LedgerCheck(SubscriptionLedger ledger) {
    this.ledger = ledger;
    this.records = ledger.records();
    this.state = new SubscriptionState(records, ledger.codes());
  }

  static List<Fault> faults(SubscriptionLedger ledger) {
    LedgerCheck check = new LedgerCheck(ledger);
    for (int subscription = 0; subscription < ledger.rows().subscriptions(); subscription++) {
      check.check(subscription);
    }
    return check.faults;
  }

  private void check(int subscription) {
    state.clear();
    int kept = LedgerColumns.NONE;
    int end = ledger.rows().endEvent(subscription);
    for (int record = ledger.rows().firstEvent(subscription); record < end; record++) {
      Optional<String> problem =
          kept != LedgerColumns.NONE && records.same(kept, record)
              ? Optional.of("must not come twice")
              : problem(record, end);
      if (problem.isPresent()) {
        String what = records.kindAt(record).words() + ledger.where(subscription, record);
        faults.add(new Fault(record, what + " " + problem.get()));
      } else {
        state.apply(record);
        kept = record;
      }
    }
  }

  private Optional<String> problem(int record, int end) {
    ChangeKind kind = records.kindAt(record);
    int day = records.dayAt(record);
    if (kind == ChangeKind.START) {
      return problemOfStart(day);
    }
    if (!state.isStarted()) {
      return Optional.of(problemBeforeStart(record, end));
    }
    if (state.isCancelled()) {
      return Optional.of("must not come after its end (" + date(state.cancelledDay()) + ")");
    }
    if (state.isLapsed(day) && kind != ChangeKind.RENEWAL && kind != ChangeKind.CANCELLATION) {
      return Optional.of("must not come after the end of its term (" + date(state.termEnd()) + ")");
    }
    return problemInForce(kind, record);
  }

  private Optional<String> problemOfStart(int day) {
    if (!state.isStarted() || state.isCancelled() || state.isLapsed(day)) {
      return Optional.empty();
    }
    String term =
        state.termEnd() == SubscriptionState.OPEN
            ? "which has not ended"
            : "which ends on " + date(state.termEnd());
    return Optional.of("must not overlap the term from " + date(state.startDay()) + ", " + term);
  }

  private String problemBeforeStart(int record, int end) {
    for (int later = record + 1; later < end; later++) {
      if (records.kindAt(later) == ChangeKind.START) {
        return "must not come before its start (" + date(records.dayAt(later)) + ")";
      }
    }
    return "must be of a subscription that has started";
  }

  private Optional<String> problemInForce(ChangeKind kind, int record) {
    return switch (kind) {
      case PLAN_CHANGE -> problemOfCurrency(ledger.codes().plan(records.itemAt(record)));
      case RENEWAL -> problemOfRenewal(record);
      case DISCOUNT_START -> problemOfDiscount(record);
      case DISCOUNT_END -> problemOfDiscountEnd(record);
      case CANCEL_REQUEST -> unless(!state.isRequested(), "must not come twice");
      case CANCEL_WITHDRAWAL -> unless(state.isRequested(), "must come after a cancel request");
      case PAUSE -> unless(!state.isPaused(), "must not come while it is paused");
      case RESUMPTION -> unless(state.isPaused(), "must come after a pause");
      case PAST_DUE -> unless(!state.isPastDue(), "must not come while it is past due");
      case RECOVERY -> unless(state.isPastDue(), "must come after a failed payment");
      case START, CANCELLATION -> Optional.empty();
    };
  }

  private static Optional<String> unless(boolean fits, String problem) {
    return fits ? Optional.empty() : Optional.of(problem);
  }

  private Optional<String> problemOfRenewal(int record) {
    int until = records.untilAt(record);
    if (state.termEnd() != SubscriptionState.OPEN && until <= state.termEnd()) {
      return Optional.of(
          "until "
              + date(until)
              + " must not overlap the term before it, which ends on "
              + date(state.termEnd()));
    }
    int plan = records.itemAt(record);
    return plan == LedgerColumns.NONE
        ? Optional.empty()
        : problemOfCurrency(ledger.codes().plan(plan));
  }

  /** Amounts that go off a price must stay of its currency. */
  private Optional<String> problemOfCurrency(Plan plan) {
    for (int i = 0; i < state.discounts(); i++) {
      Optional<String> problem = problemOfCurrency(plan, state.discount(i));
      if (problem.isPresent()) {
        return problem;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> problemOfCurrency(Plan plan, Discount discount) {
    if (discount.reduction() instanceof AmountOff off) {
      Money amount = off.amount();
      return unless(
          amount.currency().equals(plan.price().currency()),
          "must have price ("
              + plan.price()
              + ") and discount "
              + discount.name()
              + " ("
              + amount
              + ") in one currency");
    }
    return Optional.empty();
  }

  private Optional<String> problemOfDiscount(int record) {
    Discount discount = ledger.codes().discount(records.itemAt(record));
    if (state.indexOfDiscount(discount.name(), records.dayAt(record)) >= 0) {
      return Optional.of("must not come while discount " + discount.name() + " holds");
    }
    return problemOfCurrency(ledger.codes().plan(state.plan()), discount);
  }

  private Optional<String> problemOfDiscountEnd(int record) {
    String name = ledger.codes().discountName(records.itemAt(record));
    return unless(
        state.indexOfDiscount(name, records.dayAt(record)) >= 0,
        "must be of a discount that holds, but " + name + " does not");
  }

  private static LocalDate date(int day) {
    return LocalDate.ofEpochDay(day);
  }
}
