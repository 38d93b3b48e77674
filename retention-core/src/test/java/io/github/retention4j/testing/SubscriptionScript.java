package io.github.retention4j.testing;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.Discount;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.testing.SubscriptionDraw.Action;
import io.github.retention4j.testing.SubscriptionDraw.Step;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes records that fit each other of what was drawn for a subscription. */
final class SubscriptionScript {

  private static final LossReason[] REASONS = LossReason.values();

  private final SubscriptionDraw draw;
  private final String name;
  private final DateRange range;
  private final List<SubscriptionEvent> events = new ArrayList<>();

  /** What holds: a pause, a failed payment, a notice or a discount. */
  private final Set<Action> holding = EnumSet.noneOf(Action.class);

  private LocalDate day;
  private boolean ended;
  private Optional<LocalDate> termEnd = Optional.empty();

  SubscriptionScript(SubscriptionDraw draw, String name, DateRange range) {
    this.draw = draw;
    this.name = name;
    this.range = range;
    this.day = draw.start();
  }

  List<SubscriptionEvent> events() {
    begin();
    for (Step step : draw.steps()) {
      day = day.plusDays(step.days());
      if (range.contains(day)) {
        take(step);
      }
    }
    return events;
  }

  private void begin() {
    SubscriptionChange.Start start = SubscriptionChange.start(draw.terms().plan());
    termEnd = draw.terms().contract() ? Optional.of(day.plusYears(1)) : Optional.empty();
    ended = false;
    holding.clear();
    record(termEnd.map(start::until).orElse(start));
  }

  private void take(Step step) {
    boolean lapsed = termEnd.filter(end -> !end.isAfter(day)).isPresent();
    if (lapsed && step.action() == Action.RENEWAL) {
      renew(step);
    } else if (ended || lapsed) {
      begin();
    } else {
      change(step);
    }
  }

  private void change(Step step) {
    switch (step.action()) {
      case PRICE -> record(SubscriptionChange.planChange(draw.terms().paidPlan(step.price())));
      case RENEWAL -> renew(step);
      case DISCOUNT ->
          turn(
              step,
              SubscriptionChange.discountStart(Discount.ofFraction("welcome", "0.25")),
              SubscriptionChange.discountEnd("welcome"));
      case PAUSE -> turn(step, Status.PAUSE, Status.RESUMPTION);
      case FAILED_PAYMENT -> turn(step, Status.PAST_DUE, Status.RECOVERY);
      case NOTICE ->
          turn(step, SubscriptionChange.cancelRequest(reason(step)), Status.CANCEL_WITHDRAWAL);
      case END -> {
        ended = true;
        termEnd = Optional.empty();
        record(SubscriptionChange.cancellation(reason(step)));
      }
    }
  }

  private void turn(Step step, SubscriptionChange on, SubscriptionChange off) {
    boolean begins = holding.add(step.action());
    if (!begins) {
      holding.remove(step.action());
    }
    record(begins ? on : off);
  }

  /** A renewal takes back a notice. */
  private void renew(Step step) {
    LocalDate from = termEnd.filter(end -> end.isAfter(day)).orElse(day);
    holding.remove(Action.NOTICE);
    termEnd = Optional.of(from.plusYears(1));
    record(SubscriptionChange.renewal(from.plusYears(1)).with(draw.terms().paidPlan(step.price())));
  }

  private static LossReason reason(Step step) {
    return REASONS[step.price() % REASONS.length];
  }

  private void record(SubscriptionChange change) {
    events.add(new SubscriptionEvent(CustomerId.of(draw.customer()), name, day, change));
  }
}
