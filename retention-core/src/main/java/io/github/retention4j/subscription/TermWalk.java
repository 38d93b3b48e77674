package io.github.retention4j.subscription;

import java.util.function.Consumer;

/** Finds the terms of a subscription that came to their end. Mutable, used again for the next. */
final class TermWalk {

  private final SubscriptionLedger ledger;
  private final LedgerColumns records;
  private final MonthlyPrices prices;
  private final EarlyCancellations earlyCancellations;
  private final SubscriptionState state;

  TermWalk(SubscriptionLedger ledger, MonthlyPrices prices, EarlyCancellations earlyCancellations) {
    this.ledger = ledger;
    this.records = ledger.records();
    this.prices = prices;
    this.earlyCancellations = earlyCancellations;
    this.state = new SubscriptionState(records, ledger.codes());
  }

  /** Hands over the terms of paid plans, in order. */
  void forEachTerm(int subscription, Consumer<DueTerm> target) {
    state.clear();
    int end = ledger.rows().endEvent(subscription);
    for (int record = ledger.rows().firstEvent(subscription); record < end; record++) {
      ChangeKind kind = records.kindAt(record);
      if (!hasPaidTerm()) {
        state.apply(record);
      } else if (kind == ChangeKind.RENEWAL) {
        target.accept(renewed(record));
      } else {
        if (kind == ChangeKind.START || isLostBy(record)) {
          target.accept(lost());
        }
        state.apply(record);
      }
    }
    if (hasPaidTerm()) {
      target.accept(lost());
    }
  }

  private boolean hasPaidTerm() {
    return state.isStarted()
        && state.termEnd() != SubscriptionState.OPEN
        && prices.isPaid(state.plan());
  }

  private boolean isLostBy(int record) {
    return records.kindAt(record) == ChangeKind.CANCELLATION
        && (earlyCancellations == EarlyCancellations.DUE || state.isLapsed(records.dayAt(record)));
  }

  private DueTerm lost() {
    int day = state.termEnd();
    return DueTerm.lost(day, prices.currency(state.plan()), prices.units(state, day - 1));
  }

  private DueTerm renewed(int record) {
    DueTerm before = lost();
    state.apply(record);
    int day = records.dayAt(record);
    return new DueTerm(
        before.day(),
        before.currency(),
        before.units(),
        day,
        prices.currency(state.plan()),
        prices.units(state, day));
  }
}
