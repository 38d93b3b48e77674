package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.Money;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntPredicate;

/** What a table of amounts is summed from: who starts when, who paid when, and what counts. */
record CohortAmountSource(CohortSource source, AmountGrid amounts, CohortAmountMeasure measure) {

  /** Returns the sums of each cohort by the period of its start, not finished; empty ones too. */
  AmountSums[] sums() {
    AmountSums[] sums = new AmountSums[activity().axis().size()];
    for (int period = 0; period < sums.length; period++) {
      sums[period] = new AmountSums(0);
    }
    for (int customer = 0; customer < starts().customers(); customer++) {
      forEachStart(
          customer,
          member -> {
            if (sums[member.start].members() == 0) {
              sums[member.start] = sumsFrom(member.start);
            }
            add(member, sums[member.start]);
          });
    }
    return sums;
  }

  /** Turns what was added up to what counts in each column, once for all members. */
  void finish(AmountSums sums) {
    if (measure == AgeAmount.CUMULATIVE) {
      sums.accumulate();
    }
  }

  /**
   * Returns what each member of some cohorts paid in one of so many columns; one who has no amount
   * is not there.
   */
  SortedMap<CustomerId, Money> amounts(IntPredicate cohorts, int columns, int column) {
    SortedMap<CustomerId, Money> paid = new TreeMap<>();
    for (int customer = 0; customer < starts().customers(); customer++) {
      forEachStart(
          customer,
          member -> {
            if (cohorts.test(member.start)) {
              AmountSums own = new AmountSums(columns);
              add(member, own);
              finish(own);
              if (own.payers(column) > 0) {
                paid.put(starts().customer(member.customer), own.sum(column, amounts));
              }
            }
          });
    }
    return Collections.unmodifiableSortedMap(paid);
  }

  private Starts starts() {
    return source.starts();
  }

  private ActivityGrid activity() {
    return amounts.activity();
  }

  private AmountSums sumsFrom(int start) {
    return new AmountSums(source.tally().columns(activity().axis().size() - start));
  }

  private void forEachStart(int customer, Visitor visitor) {
    int row = starts().rowIn(activity(), customer);
    int cell = row < 0 ? 0 : activity().firstCell(row);
    int end = row < 0 ? 0 : activity().endCell(row);
    for (int i = starts().firstStart(customer); i < starts().endStart(customer); i++) {
      int start = starts().periodAt(i);
      while (cell < end && activity().periodAt(cell) < start) {
        cell++;
      }
      visitor.visit(new Member(customer, start, cell, end));
    }
  }

  private void add(Member member, AmountSums sums) {
    sums.enter();
    int column = -1;
    long paid = 0;
    for (int cell = member.cell; cell < member.end; cell++) {
      int at = source.tally().columnOf(activity().periodAt(cell) - member.start);
      if (at >= 0 && amounts.eventsWithAmountAt(cell) > 0) {
        if (column < 0 || (at != column && measure != AgeAmount.CUMULATIVE)) {
          sums.addPayer(at);
          paid = 0;
        }
        paid = add(member.customer, cell, at, paid, sums);
        column = at;
      }
    }
  }

  private long add(int customer, int cell, int column, long already, AmountSums sums) {
    try {
      sums.add(column, already, amounts.unitsAt(cell), amounts.eventsWithAmountAt(cell));
      return already + amounts.unitsAt(cell);
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "amounts of customer "
              + starts().customer(customer)
              + " up to period "
              + activity().axis().label(activity().periodAt(cell))
              + " (there "
              + amounts.amountAt(cell)
              + ") must be small enough to be summed and squared exactly at "
              + amounts.decimals()
              + " decimals",
          overflow);
    }
  }

  /** Returns the same for the customers of each group, groups in order. */
  Map<String, CohortAmountSource> split(Segmentation segmentation) {
    Map<String, CohortAmountSource> parts = new TreeMap<>();
    source
        .split(segmentation)
        .forEach((name, part) -> parts.put(name, new CohortAmountSource(part, amounts, measure)));
    return parts;
  }

  /** One start of a customer, with its cells from there on. */
  private record Member(int customer, int start, int cell, int end) {}

  private interface Visitor {
    void visit(Member member);
  }
}
