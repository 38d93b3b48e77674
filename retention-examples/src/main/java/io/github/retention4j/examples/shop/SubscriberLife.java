package io.github.retention4j.examples.shop;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.feedback.Answer;
import io.github.retention4j.money.Money;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.BillingPeriod;
import io.github.retention4j.subscription.Discount;
import io.github.retention4j.subscription.Plan;
import io.github.retention4j.subscription.SubscriptionChange;
import io.github.retention4j.subscription.SubscriptionEvent;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one customer of {@link SampleSubscriptions} does, up to the day that ends the data. */
final class SubscriberLife {

  private static final int MONTHS = 31;
  private static final int YEARLY_PRICE_IN_MONTHS = 10;
  private static final String SUBSCRIPTION = "main";

  private final CustomerId customer;
  private final Draws draws;
  private final Mood mood;
  private final boolean yearly;
  private final String currency;
  private final long pricePerSeat;
  private final List<SubscriptionEvent> events = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private long seats;

  /** How a customer feels about the business, which it keeps to itself until it is asked. */
  private enum Mood {
    HAPPY(0.5, 7),
    INDIFFERENT(1, 5),
    UNHAPPY(2.5, 1);

    private final double leaving;
    private final int leastScore;

    Mood(double leaving, int leastScore) {
      this.leaving = leaving;
      this.leastScore = leastScore;
    }
  }

  SubscriberLife(CustomerId customer, Draws draws) {
    this.customer = customer;
    this.draws = draws;
    double drawn = draws.uniform();
    this.mood = drawn < 0.5 ? Mood.HAPPY : drawn < 0.8 ? Mood.INDIFFERENT : Mood.UNHAPPY;
    this.yearly = happens(0.3);
    this.currency = happens(0.35) ? "USD" : "EUR";
    this.pricePerSeat = happens(0.6) ? 3 : 6;
    this.seats = 1 + (long) draws.exponential(0.4);
  }

  List<SubscriptionEvent> events() {
    return events;
  }

  List<Answer> answers() {
    return answers;
  }

  void live(LocalDate firstDay) {
    LocalDate arrival =
        firstDay.plusMonths((long) (MONTHS * draws.uniform())).plusDays(whole(0, 11));
    LocalDate end = arrival.isBefore(SampleSubscriptions.TODAY) ? join(arrival) : sign(arrival);
    if (happens(0.125)) {
      stay(end.plusMonths(whole(1, 6)));
    }
  }

  /** Who has signed a contract of a year is committed before it begins. */
  private LocalDate sign(LocalDate arrival) {
    if (yearly) {
      LocalDate signed = SampleSubscriptions.TODAY.minusDays(whole(1, 10));
      SubscriptionChange start =
          SubscriptionChange.start(plan()).until(arrival.plusYears(1)).signedOn(signed);
      events.add(new SubscriptionEvent(customer, SUBSCRIPTION, arrival, start));
    }
    return arrival;
  }

  private LocalDate join(LocalDate arrival) {
    if (yearly || !happens(0.4)) {
      return stay(arrival);
    }
    Plan trial = Plan.trial(price(), BillingPeriod.monthly());
    record(arrival, SubscriptionChange.start(trial));
    LocalDate decision = arrival.plusDays(14);
    if (happens(0.4)) {
      record(decision, SubscriptionChange.cancellation(LossReason.UNKNOWN));
      return decision;
    }
    record(decision, SubscriptionChange.planChange(plan()));
    return payByMonth(decision);
  }

  private LocalDate stay(LocalDate start) {
    if (yearly) {
      record(start, SubscriptionChange.start(plan()).until(start.plusYears(1)));
      return payByYear(start);
    }
    record(start, SubscriptionChange.start(plan()));
    if (happens(0.2)) {
      Discount welcome = Discount.ofFraction("welcome", "0.20").until(start.plusMonths(3));
      record(start, new SubscriptionChange.DiscountStart(welcome));
    }
    return payByMonth(start);
  }

  /** Returns the day on which the contract ended. */
  private LocalDate payByYear(LocalDate start) {
    for (LocalDate termEnd = start.plusYears(1); ; termEnd = termEnd.plusYears(1)) {
      for (LocalDate day = termEnd.minusYears(1); day.isBefore(termEnd); day = day.plusMonths(1)) {
        answerIn(day);
      }
      if (happens(0.18 * mood.leaving)) {
        if (happens(0.5)) {
          record(termEnd.minusDays(30), SubscriptionChange.cancellation(LossReason.VOLUNTARY));
        }
        return termEnd;
      }
      long daysLate = happens(1 / 7.0) ? whole(1, 20) : 0;
      seats += happens(0.3) ? 1 : 0;
      record(
          termEnd.plusDays(daysLate),
          new SubscriptionChange.Renewal(termEnd.plusYears(1), Optional.of(plan())));
      if (!termEnd.isBefore(SampleSubscriptions.TODAY)) {
        return termEnd;
      }
    }
  }

  /** Returns the day on which the subscription ended. */
  private LocalDate payByMonth(LocalDate start) {
    LocalDate day = start;
    while (day.isBefore(SampleSubscriptions.TODAY)) {
      answerIn(day);
      day = day.plusMonths(1);
      if (happens(0.025 * mood.leaving)) {
        return giveNotice(day);
      }
      if (happens(0.015)) {
        record(day, SubscriptionChange.Status.PAST_DUE);
        if (happens(0.3)) {
          LocalDate end = day.plusDays(25);
          record(end, SubscriptionChange.cancellation(LossReason.INVOLUNTARY));
          return end;
        }
        record(day.plusDays(7), SubscriptionChange.Status.RECOVERY);
      } else if (happens(0.008)) {
        record(day, SubscriptionChange.Status.PAUSE);
        day = day.plusMonths(2);
        record(day, SubscriptionChange.Status.RESUMPTION);
      } else {
        changeSeats(day);
      }
    }
    return day;
  }

  private LocalDate giveNotice(LocalDate day) {
    LocalDate end = day.plusMonths(1);
    LossReason reason = happens(0.8) ? LossReason.VOLUNTARY : LossReason.UNKNOWN;
    record(day, new SubscriptionChange.CancelRequest(reason));
    record(end, SubscriptionChange.cancellation(reason));
    return end;
  }

  private void changeSeats(LocalDate day) {
    double drawn = draws.uniform();
    long change = drawn < 0.02 ? 1 : drawn < 0.03 && seats > 1 ? -1 : 0;
    if (change != 0) {
      seats += change;
      record(day, SubscriptionChange.planChange(plan()));
    }
  }

  /** Customers are asked in the middle of June, if they pay then. */
  private void answerIn(LocalDate day) {
    LocalDate asked = LocalDate.of(day.getYear(), Month.JUNE, 15);
    boolean pays = !asked.isBefore(day) && asked.isBefore(day.plusMonths(1));
    if (pays && asked.isBefore(SampleSubscriptions.TODAY) && happens(0.45)) {
      int score = Math.min(10, mood.leastScore + (int) whole(0, 6));
      answers.add(Answer.of(customer, asked, score));
    }
  }

  /** What comes later is not known yet. */
  private void record(LocalDate day, SubscriptionChange change) {
    if (day.isBefore(SampleSubscriptions.TODAY)) {
      events.add(new SubscriptionEvent(customer, SUBSCRIPTION, day, change));
    }
  }

  private Plan plan() {
    return yearly
        ? Plan.of(price().times(YEARLY_PRICE_IN_MONTHS), BillingPeriod.yearly())
        : Plan.of(price(), BillingPeriod.monthly());
  }

  private Money price() {
    return Money.of(currency, pricePerSeat).times(seats);
  }

  private boolean happens(double chance) {
    return draws.uniform() < chance;
  }

  /** A whole number from least to most, all with the same chance. */
  private long whole(long least, long most) {
    return least + (long) ((most - least + 1) * draws.uniform());
  }
}
