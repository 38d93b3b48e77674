package io.github.retention4j.examples;

import io.github.retention4j.attention.Anniversary;
import io.github.retention4j.attention.AnniversaryCalculator;
import io.github.retention4j.attention.TenureCalculator;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.feedback.ChurnByScoreCalculator;
import io.github.retention4j.feedback.NetPromoterDifference;
import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.feedback.SurveyAnswers;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.SubscriptionEvent;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What customers say, who of them left, and who has been there for how long. */
final class CustomerChapters {

  private static final int SHOWN = 8;

  private final RevenueGrid months;
  private final SurveyAnswers answers;
  private final LocalDate today;
  private final Map<CustomerId, LocalDate> since = new TreeMap<>();

  CustomerChapters(SampleSubscriptions sample, RevenueGrid months) {
    this.months = months;
    this.answers = sample.answers();
    this.today = sample.days().endExclusive();
    Set<CustomerId> customers = customersAtEnd();
    sample
        .ledger()
        .events()
        .filter(event -> customers.contains(event.customer()))
        .forEach(this::began);
  }

  /** The first record of a customer is its first start. */
  private void began(SubscriptionEvent event) {
    since.merge(event.customer(), event.date(), (one, other) -> one.isBefore(other) ? one : other);
  }

  List<Chapter> chapters() {
    return List.of(netPromoterScore(), churnByScore(), anniversaries(), tenure());
  }

  private Set<CustomerId> customersAtEnd() {
    return months.customersAt(months.completePeriods() - 1);
  }

  private Chapter netPromoterScore() {
    NetPromoterScore now = NetPromoterScore.of(answersSince(today.minusYears(1)));
    NetPromoterScore before = NetPromoterScore.of(answersOfLastYear());
    return Chapter.of("What do customers say, this year and against the last?")
        .text(now.toText())
        .text(new NetPromoterDifference(now, before).toText());
  }

  private SurveyAnswers answersSince(LocalDate start) {
    return answers.during(new DateRange(start, today)).orElseThrow();
  }

  private SurveyAnswers answersOfLastYear() {
    LocalDate yearAgo = today.minusYears(1);
    return answers.during(new DateRange(yearAgo.minusYears(1), yearAgo)).orElseThrow();
  }

  /** What was said a year ago, held against who left since. */
  private Chapter churnByScore() {
    Set<CustomerId> customers = months.customersAt(0);
    Set<CustomerId> left = new TreeSet<>(customers);
    left.removeAll(customersAtEnd());
    return Chapter.of("Do those leave who said so? Answers of a year ago, losses since")
        .text(
            ChurnByScoreCalculator.withDefaults()
                .calculate(answersOfLastYear(), customers, left)
                .toText());
  }

  private Chapter anniversaries() {
    DateRange nextMonth = new DateRange(today, today.plusMonths(1));
    List<Anniversary> found = AnniversaryCalculator.withDefaults().find(since, nextMonth);
    Chapter chapter = Chapter.of("Whom to congratulate next month? " + found.size() + " customers");
    found.stream().limit(SHOWN).forEach(each -> chapter.line("%s", each));
    return found.size() > SHOWN ? chapter.line("...") : chapter;
  }

  private Chapter tenure() {
    return Chapter.of("For how long have they been customers?")
        .text(
            TenureCalculator.withDefaults()
                .withBandsFrom(3, 6, 12, 24)
                .calculate(since, today)
                .orElseThrow()
                .toText());
  }
}
