package io.github.retention4j.examples;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.AgeAmount;
import io.github.retention4j.cohort.Cohort;
import io.github.retention4j.cohort.CohortAmountCalculator;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.examples.transactions.TransactionColumns;
import io.github.retention4j.examples.transactions.TransactionReader;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.PeriodAxis;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The monthly cohorts of a real shop, the Online Retail data of the UCI Machine Learning Repository
 * with one row for each invoice: how many of those who first bought in a month came back in each
 * later month, and how much a customer has brought in by then.
 *
 * <p>Give it the path of a CSV with the columns {@code customer_id}, {@code ts} and {@code amount}.
 */
public final class OnlineRetailCohorts {

  private static final String OPEN = ".";

  private final EventLog log;
  private final PeriodAxis months;

  private OnlineRetailCohorts(EventLog log) {
    this.log = log;
    this.months = PeriodAxis.months(log.observed());
  }

  /**
   * Prints the cohorts of a file.
   *
   * @param args the path of the file
   */
  public static void main(String[] args) {
    if (args.length != 1) {
      throw new IllegalArgumentException(
          "arguments (" + List.of(args) + ") must be the path of a CSV file");
    }
    of(Path.of(args[0])).lines().forEach(System.out::println);
  }

  static OnlineRetailCohorts of(Path csv) {
    // Times in the file are those on the clocks of the shop; the day after the last is unknown.
    TransactionReader reader =
        TransactionReader.of(TransactionColumns.of("customer_id", "ts").withAmount("amount"))
            .with(BusinessZone.of("Europe/London"))
            .with(Currency.getInstance("GBP"));
    return new OnlineRetailCohorts(reader.readCsv(csv).log());
  }

  /** Customers with an invoice in the month, whatever it says: a cancellation is activity too. */
  CohortTable customers() {
    return CohortCalculator.withDefaults().calculate(ActivityGrid.from(log, months));
  }

  /** What the members of a cohort have paid up to each age, cancellations taken off. */
  CohortAmountTable value() {
    return CohortAmountCalculator.withDefaults()
        .with(AgeAmount.CUMULATIVE)
        .calculate(AmountGrid.from(log, months));
  }

  /** Of each cohort two lines by age: how many came back, and what a member has paid so far. */
  List<String> lines() {
    CohortTable customers = customers();
    CohortAmountTable value = value();
    List<String> lines = new ArrayList<>();
    lines.add(line("cohort", "size", customers.ages(0), Integer::toString));
    for (int row = 0; row < customers.cohorts().size(); row++) {
      Cohort cohort = customers.cohorts().get(row);
      String size = Long.toString(cohort.size());
      lines.add(line(cohort.label(), size, customers.ages(row), count(customers, row)));
      lines.add(line("", "GBP", value.ages(row), perMember(value, row)));
    }
    return lines;
  }

  /** The last month is not over when the data end, and so no count of it is final. */
  private static IntFunction<String> count(CohortTable table, int row) {
    return age ->
        table.cell(row, age).share().map(share -> Long.toString(share.count())).orElse(OPEN);
  }

  private static IntFunction<String> perMember(CohortAmountTable table, int row) {
    return age ->
        table
            .cell(row, age)
            .amount()
            .map(paid -> String.format(Locale.ROOT, "%.0f", paid.perMember().amount()))
            .orElse(OPEN);
  }

  private static String line(String name, String size, int ages, IntFunction<String> cell) {
    String head = String.format(Locale.ROOT, "%-7s %5s  ", name, size);
    return IntStream.range(0, ages)
        .mapToObj(age -> String.format(Locale.ROOT, "%5s", cell.apply(age)))
        .collect(Collectors.joining("", head, ""));
  }
}
