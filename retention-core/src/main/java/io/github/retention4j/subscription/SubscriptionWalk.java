package io.github.retention4j.subscription;

import io.github.retention4j.revenue.LossReason;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the life of a subscription, day by day on which something happens: a record, or
 * that a term, a discount, a delay or what was paid for is over. Mutable, used again for the next
 * subscription.
 */
final class SubscriptionWalk {

  private final SubscriptionLedger ledger;
  private final LedgerColumns records;
  private final RevenueRules rules;
  private final MonthlyPrices prices;
  private final SubscriptionState state;
  private int end;
  private long units;
  private int currency;

  SubscriptionWalk(SubscriptionLedger ledger, RevenueRules rules, MonthlyPrices prices) {
    this.ledger = ledger;
    this.records = ledger.records();
    this.rules = rules;
    this.prices = prices;
    this.state = new SubscriptionState(records, ledger.codes());
  }

  /** Takes a day on which something happens, and the first record after it. */
  private interface Turn {
    void on(int day, int next);
  }

  /** Adds each change of what a subscription is worth. */
  void addChanges(int subscription, CustomerChanges target) {
    forEachTurn(subscription, (day, next) -> note(day, next, target));
  }

  /** Adds a change by one where a subscription begins to count for its customer, and ends to. */
  void addHeads(int subscription, CustomerChanges target) {
    forEachTurn(subscription, (day, next) -> noteHead(day, next, target));
  }

  private void forEachTurn(int subscription, Turn turn) {
    begin(subscription);
    int next = ledger.rows().firstEvent(subscription);
    int day = Integer.MIN_VALUE;
    while (next < end || nextTurn(day) != SubscriptionState.OPEN) {
      int nextDay = next < end ? records.dayAt(next) : SubscriptionState.OPEN;
      day = Math.min(nextDay, nextTurn(day));
      next = applyUntil(day, next);
      turn.on(day, next);
    }
  }

  private void noteHead(int day, int next, CustomerChanges target) {
    boolean free = rules.freeCustomers() == FreeCustomers.COUNTED;
    boolean inForce = state.isStarted() && lossOn(day, next) == null;
    long now = inForce && (free || unitsOn(day, next) > 0) ? 1 : 0;
    if (now > units) {
      target.add(day, 0, 1);
    } else if (now < units) {
      target.addEnd(day, 0, -1, reasonOn(day, next));
    }
    units = now;
  }

  private void begin(int subscription) {
    state.clear();
    end = ledger.rows().endEvent(subscription);
    units = 0;
    currency = 0;
  }

  /** Applies the records up to and with a day, and returns the next one. */
  private int applyUntil(int day, int from) {
    int next = from;
    while (next < end && records.dayAt(next) <= day) {
      state.apply(next++);
    }
    return next;
  }

  /** Returns the next day after one on which something is over without a record. */
  private int nextTurn(int day) {
    if (!state.isStarted()) {
      return SubscriptionState.OPEN;
    }
    int turn = later(state.termEnd(), day, SubscriptionState.OPEN);
    if (state.isPastDue()) {
      turn = later(lostPastDueOn(), day, turn);
    }
    if (state.isCancelled()) {
      turn = later(state.paidUntil(), day, turn);
    }
    for (int i = 0; i < state.discounts(); i++) {
      turn = later(state.discountEnd(i), day, turn);
    }
    return turn;
  }

  private static int later(int candidate, int day, int best) {
    return candidate > day ? Math.min(candidate, best) : best;
  }

  private int lostPastDueOn() {
    return rules.pastDue().lostAfterDays().isEmpty()
        ? SubscriptionState.OPEN
        : (int)
            Math.min(
                SubscriptionState.OPEN,
                (long) state.pastDueSince() + rules.pastDue().lostAfterDays().getAsInt());
  }

  private void note(int day, int next, CustomerChanges target) {
    long now = unitsOn(day, next);
    int currencyNow = now == 0 ? currency : prices.currency(state.plan());
    if (currencyNow != currency && units != 0) {
      target.add(day, currency, -units);
      units = 0;
    }
    if (now == 0 && units != 0) {
      target.addEnd(day, currency, -units, reasonOn(day, next));
    } else if (now != units) {
      target.add(day, currencyNow, now - units);
    }
    units = now;
    currency = currencyNow;
  }

  private long unitsOn(int day, int next) {
    boolean counts = state.isStarted() && !isResting() && lossOn(day, next) == null;
    return counts ? prices.units(state, day) : 0;
  }

  private LossReason reasonOn(int day, int next) {
    LossReason loss = lossOn(day, next);
    if (loss != null) {
      return loss;
    }
    return isResting() ? LossReason.VOLUNTARY : LossReason.UNKNOWN;
  }

  /** Tells whether the customer chose to pay nothing for a time. */
  private boolean isResting() {
    return (state.isPaused() && rules.pauses() == PauseTreatment.ZERO)
        || ledger.codes().plan(state.plan()).kind() == PlanKind.FREE;
  }

  /** Returns why a started subscription is lost on a day; null if it is not. */
  private @Nullable LossReason lossOn(int day, int next) {
    if (state.isCancelled() && (!lastsToTermEnd() || state.paidUntil() <= day)) {
      return state.reason();
    }
    if (state.isRequested() && rules.recognition() == ChurnRecognition.AT_REQUEST) {
      return state.reason();
    }
    if (state.isLapsed(day) && !isRenewedInGrace(next)) {
      return reasonOfLapse(next);
    }
    return state.isPastDue() && lostPastDueOn() <= day ? LossReason.INVOLUNTARY : null;
  }

  private boolean lastsToTermEnd() {
    return rules.recognition() == ChurnRecognition.AT_TERM_END;
  }

  private boolean isRenewedInGrace(int next) {
    return next < end
        && records.kindAt(next) == ChangeKind.RENEWAL
        && (long) records.dayAt(next) - state.termEnd() <= rules.graceDays();
  }

  /** A cancellation after the term says why it was not renewed. */
  private LossReason reasonOfLapse(int next) {
    boolean cancelledLater = next < end && records.kindAt(next) == ChangeKind.CANCELLATION;
    return cancelledLater ? ChangeCodes.reason(records.itemAt(next)) : state.reason();
  }

  /** Returns the state of a subscription at the close of a day. */
  SubscriptionState stateOn(int subscription, int day) {
    begin(subscription);
    applyUntil(day, ledger.rows().firstEvent(subscription));
    return state;
  }

  /** Returns what a subscription is worth at the close of a day, in its own currency. */
  long worthOn(int subscription, int day) {
    begin(subscription);
    return unitsOn(day, applyUntil(day, ledger.rows().firstEvent(subscription)));
  }

  /** Tells whether a subscription has started and is not lost at the close of a day. */
  boolean isInForce(int subscription, int day) {
    begin(subscription);
    int next = applyUntil(day, ledger.rows().firstEvent(subscription));
    return state.isStarted() && lossOn(day, next) == null;
  }
}
