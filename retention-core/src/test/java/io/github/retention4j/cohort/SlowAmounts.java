package io.github.retention4j.cohort;

import io.github.retention4j.activity.Event;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Amounts as the documentation words them, asked of the events for each cell anew. */
record SlowAmounts(SlowCohorts cohorts, CohortAmountMeasure measure, List<Event> paid) {

  static final Currency USD = Currency.getInstance("USD");

  CohortAmountCell cell(int period, int column, LocalDate end) {
    SortedMap<CustomerId, Money> amounts = amounts(period, column);
    Money sum = amounts.values().stream().reduce(Money.zero(USD), Money::plus);
    long events =
        cohorts.members(period).stream().mapToLong(it -> events(it, period, column).size()).sum();
    BigDecimal squares =
        amounts.values().stream()
            .map(amount -> amount.amount().pow(2))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return cohorts.isObserved(period, column, end)
        ? new CohortAmountCell.Observed(
            new CohortAmount(sum, events, amounts.size(), cohorts.members(period).size(), squares))
        : new CohortAmountCell.NotYetObserved(sum, events, amounts.size());
  }

  SortedMap<CustomerId, Money> amounts(int period, int column) {
    SortedMap<CustomerId, Money> amounts = new TreeMap<>();
    for (CustomerId member : cohorts.members(period)) {
      events(member, period, column)
          .forEach(event -> amounts.merge(member, event.amount().orElseThrow(), Money::plus));
    }
    return amounts;
  }

  private List<Event> events(CustomerId customer, int start, int column) {
    return paid.stream()
        .filter(event -> event.customer().equals(customer) && event.amount().isPresent())
        .filter(event -> counts(cohorts.axis().periodOf(event.date()) - start, column))
        .toList();
  }

  private boolean counts(int age, int column) {
    if (measure instanceof AgeBrackets brackets) {
      AgeBracket bracket = brackets.brackets().get(column);
      return bracket.first() <= age && age <= bracket.last();
    }
    return age == column || (measure == AgeAmount.CUMULATIVE && 0 <= age && age < column);
  }
}
