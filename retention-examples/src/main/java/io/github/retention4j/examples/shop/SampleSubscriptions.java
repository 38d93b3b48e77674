package io.github.retention4j.examples.shop;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.feedback.Answer;
import io.github.retention4j.feedback.ScoreScale;
import io.github.retention4j.feedback.SurveyAnswers;
import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.ExchangeRate;
import io.github.retention4j.subscription.ExchangeRates;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.subscription.SubscriptionLedger;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A subscription business that never was: 1,200 customers from January 2022 on, simulated up to the
 * end of June 2024 so that every machine gets the same to the last digit.
 *
 * <p>Customers come at an even pace. 3 of 10 pay by year and the others by month, in euros or in
 * dollars, for so many seats. Of those who pay by month 4 of 10 begin with a trial of two weeks,
 * which 6 of 10 survive, and one in five of the others has 20 % off for three months. Each month,
 * 2.5 % give notice, 1.5 % do not pay at first, of whom 3 of 10 never do, 0.8 % pause for two
 * months, 2 % take a seat more and 1 % one less. A contract of a year is renewed with a chance of
 * 82 %, one in seven times late. One customer of eight comes back.
 *
 * <p>One customer in five is unhappy and leaves on notice, or does not renew, 2.5 times as often;
 * half are happy and do so half as often. Each June 45 % of those who pay say how likely they are
 * to recommend the business, and the unhappy give low scores.
 */
public final class SampleSubscriptions {

  /** The first day about which nothing is known. */
  static final LocalDate TODAY = LocalDate.of(2024, 7, 1);

  private static final long SEED = 42;
  private static final int CUSTOMERS = 1_200;
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);

  private final List<SubscriptionEvent> events = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();

  private SampleSubscriptions() {
    Draws draws = new Draws(new SplittableRandom(SEED));
    for (int i = 1; i <= CUSTOMERS; i++) {
      CustomerId customer = CustomerId.of(String.format(Locale.ROOT, "S%04d", i));
      SubscriberLife life = new SubscriberLife(customer, draws.split());
      life.live(FIRST_DAY);
      events.addAll(life.events());
      answers.addAll(life.answers());
    }
  }

  /**
   * Simulates the business.
   *
   * @return the business, always the same
   */
  public static SampleSubscriptions simulate() {
    return new SampleSubscriptions();
  }

  /**
   * Returns the days of the business that are known.
   *
   * @return 30 months
   */
  public DateRange days() {
    return new DateRange(FIRST_DAY, TODAY);
  }

  /**
   * Returns what happened to subscriptions.
   *
   * @return the ledger, in euros and dollars
   */
  public SubscriptionLedger ledger() {
    return SubscriptionLedger.of(events, TODAY);
  }

  /**
   * Returns what a dollar is worth, which is made up too.
   *
   * @return rates into euros, one for each half year
   */
  public ExchangeRates rates() {
    return ExchangeRates.into(
        Currency.getInstance("EUR"),
        List.of(
            ExchangeRate.of("USD", FIRST_DAY, "0.88"),
            ExchangeRate.of("USD", LocalDate.of(2022, 7, 1), "0.97"),
            ExchangeRate.of("USD", LocalDate.of(2023, 1, 1), "0.93"),
            ExchangeRate.of("USD", LocalDate.of(2023, 7, 1), "0.91"),
            ExchangeRate.of("USD", LocalDate.of(2024, 1, 1), "0.92"),
            ExchangeRate.of("USD", LocalDate.of(2024, 7, 1), "0.93")));
  }

  /**
   * Returns what was spent on winning customers in the last twelve months, which is made up too.
   *
   * @return all costs of advertising and sales
   */
  public Money spentToWin() {
    return Money.of("EUR", 18_000);
  }

  /**
   * Returns what customers said in June of 2022, 2023 and 2024.
   *
   * @return scores from 0 to 10
   */
  public SurveyAnswers answers() {
    return SurveyAnswers.of(ScoreScale.ZERO_TO_TEN, TODAY, answers);
  }
}
