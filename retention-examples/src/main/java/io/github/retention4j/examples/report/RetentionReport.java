package io.github.retention4j.examples.report;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.examples.transactions.Transactions;
import io.github.retention4j.report.HtmlReport;
import io.github.retention4j.time.Granularity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who stays, who leaves and what customers are worth, in six sections. Immutable. */
public final class RetentionReport {

  /** The names of all files that a report may have; those that it has not are removed. */
  public static final List<String> FILES =
      List.of(
          "report.html",
          "report.txt",
          "rejected.csv",
          "retention.csv",
          "cohorts.csv",
          "curve.csv",
          "value.csv",
          "forecast.csv",
          "benchmark.csv");

  private static final String TITLE = "Customer retention report";

  private final String source;
  private final List<Section> sections;

  private RetentionReport(String source, List<Section> sections) {
    this.source = source;
    this.sections = List.copyOf(sections);
  }

  /**
   * Makes the report.
   *
   * @param source where the transactions come from, for people
   * @param transactions what was read
   * @param settings what the report is to answer
   * @param work how many threads, and who is told of the progress
   * @return the report
   * @throws IllegalArgumentException if no benchmark is known for the industry; the message lists
   *     near names
   */
  public static RetentionReport of(
      String source, Transactions transactions, ReportSettings settings, Work work) {
    requireIndustry(settings.industry());
    EventLog log = transactions.log();
    Calendar calendar = new Calendar(log, work);
    CohortTable cohorts =
        CohortCalculator.withDefaults()
            .calculate(calendar.activity(calendar.axis(Granularity.MONTH)));
    Movements movements = calendar.movements(settings.period(), settings.silentPeriods());
    return new RetentionReport(
        source,
        List.of(
            new InputSection(source, transactions),
            new MovementSection(movements, settings.silentPeriods()),
            new CohortSection(cohorts),
            new ValueSection(
                log.currency()
                    .map(
                        currency ->
                            Valuation.of(
                                calendar,
                                currency,
                                forMoney(movements, calendar),
                                cohorts,
                                settings))),
            ForecastSection.of(log, settings),
            new BenchmarkSection(YearlyRetention.of(calendar, settings), settings.industry())));
  }

  /**
   * Checks that there is a benchmark for an industry.
   *
   * @param industry its name, tolerant of case and spelling
   * @throws IllegalArgumentException if there is none; the message lists near names
   */
  public static void requireIndustry(String industry) {
    BenchmarkSection.benchmarks(industry);
  }

  /** A yearly discount rate has no exact rate a week, so money is reckoned by months then. */
  private static Movements forMoney(Movements movements, Calendar calendar) {
    return movements.per() == Granularity.WEEK
        ? calendar.movements(Granularity.MONTH, ReportSettings.usualSilence(Granularity.MONTH))
        : movements;
  }

  /**
   * Returns the report as plain text.
   *
   * @return lines that end in line feeds
   */
  public String text() {
    TextPage page = new TextPage().title(TITLE);
    sections.forEach(section -> section.writeTo(page));
    return page.toString();
  }

  /**
   * Returns the report as a page with pictures.
   *
   * @return HTML that needs nothing else
   */
  public String html() {
    HtmlReport page = HtmlReport.titled(TITLE).withSubtitle(source);
    for (Section section : sections) {
      page = page.with(section.page());
    }
    return page.toHtml();
  }

  /**
   * Writes the page as {@code report.html}, the text as {@code report.txt} and the tables as CSV
   * files, in UTF-8. Files of an earlier report in the same directory do not stay beside those of
   * this one.
   *
   * @param directory the directory, made if it is not there
   * @return the files that were written
   * @throws IOException if one cannot be written
   */
  public List<Path> writeTo(Path directory) throws IOException {
    Files.createDirectories(directory);
    for (String name : FILES) {
      Files.deleteIfExists(directory.resolve(name));
    }
    List<Path> files = new ArrayList<>();
    files.add(written(directory.resolve("report.html"), html()));
    files.add(written(directory.resolve("report.txt"), text()));
    for (Section section : sections) {
      for (CsvTable table : section.tables()) {
        table.writeTo(directory);
        files.add(directory.resolve(table.fileName()));
      }
    }
    return files;
  }

  private static Path written(Path file, String content) throws IOException {
    return Files.writeString(file, content, StandardCharsets.UTF_8);
  }
}
