package io.github.retention4j.examples;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.examples.shop.SampleShop.Purchase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job without options, against the same numbers found by plain loops over the purchases. */
class SampleJobTest {

  /** Files have six decimals for shares and four for money. */
  private static final double ROUNDED = 1e-6;

  private static final double ROUNDED_MONEY = 1e-4;

  @TempDir static Path directory;
  private static JobRun run = JobRun.of(Path.of("unset"), "--help");
  private static final List<Purchase> PURCHASES = SampleShop.purchases();

  @BeforeAll
  static void runWithoutOptions() {
    run = JobRun.succeeding(directory);
  }

  private static Set<String> activeBetween(LocalDate start, LocalDate endExclusive) {
    Set<String> active = new HashSet<>();
    for (Purchase purchase : PURCHASES) {
      if (!purchase.date().isBefore(start) && purchase.date().isBefore(endExclusive)) {
        active.add(purchase.customer());
      }
    }
    return active;
  }

  /** Customers at the end of a month: who bought in it or in the two before. */
  private static Set<String> customersAt(YearMonth month) {
    return activeBetween(month.minusMonths(2).atDay(1), month.plusMonths(1).atDay(1));
  }

  private static Map<String, YearMonth> firstMonths() {
    Map<String, YearMonth> first = new HashMap<>();
    for (Purchase purchase : PURCHASES) {
      first.merge(
          purchase.customer(), YearMonth.from(purchase.date()), (a, b) -> a.isBefore(b) ? a : b);
    }
    return first;
  }

  private static long count(NamedCsvRecord row, String column) {
    return Long.parseLong(row.getField(column));
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  @Test
  void writesEveryFileAndPrintsTheReport() throws IOException {
    assertThat(run.file("sample.csv")).isNotEmptyFile();
    for (String name :
        List.of(
            "retention.csv",
            "cohorts.csv",
            "curve.csv",
            "value.csv",
            "forecast.csv",
            "benchmark.csv")) {
      assertThat(run.file(name)).isNotEmptyFile();
      assertThat(run.file(name)).content().doesNotContain("NaN").doesNotContain("Infinity");
    }
    assertThat(run.out()).startsWith(run.report());
    assertThat(run.report()).matches("\\A[\\x20-\\x7e\\n]+\\z");
    assertThat(run.report())
        .contains("28,466 read, 28,466 used, 0 left out; 0 blank lines")
        .contains("Observed until  2025-02-15 (given)");
  }

  @Test
  void countsTheMovementsOfEveryMonth() throws IOException {
    Map<String, YearMonth> first = firstMonths();
    List<NamedCsvRecord> rows = run.table("retention.csv");
    assertThat(rows).hasSize(34);
    for (NamedCsvRecord row : rows) {
      YearMonth month = YearMonth.parse(row.getField("period"));
      Set<String> start = customersAt(month.minusMonths(1));
      Set<String> end = customersAt(month);
      Set<String> retained = new HashSet<>(start);
      retained.retainAll(end);
      long acquired = end.stream().filter(c -> month.equals(first.get(c))).count();
      long back = (long) end.size() - retained.size() - acquired;

      assertThat(count(row, "at_start")).isEqualTo(start.size());
      assertThat(count(row, "retained")).isEqualTo(retained.size());
      assertThat(count(row, "lost")).isEqualTo(start.size() - retained.size());
      assertThat(count(row, "acquired")).isEqualTo(acquired);
      assertThat(count(row, "reactivated")).isEqualTo(back);
      assertThat(count(row, "at_end")).isEqualTo(end.size());
      double rate = (double) retained.size() / start.size();
      assertThat(number(row, "retention")).isCloseTo(rate, within(ROUNDED));
      assertThat(number(row, "churn")).isCloseTo(1 - rate, within(ROUNDED));
      assertThat(number(row, "retention_lower"))
          .isCloseTo(wilson(rate, start.size(), -1), within(ROUNDED));
      assertThat(number(row, "retention_upper"))
          .isCloseTo(wilson(rate, start.size(), 1), within(ROUNDED));
    }
  }

  private static double wilson(double share, double n, int side) {
    double z = 1.959963984540054;
    double centre = share + z * z / (2 * n);
    double margin = z * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
    return (centre + side * margin) / (1 + z * z / n);
  }

  @Test
  void countsTheCohortsAndTheirCurve() throws IOException {
    Map<String, YearMonth> first = firstMonths();
    Map<YearMonth, Map<Integer, Set<String>>> active = new HashMap<>();
    for (Purchase purchase : PURCHASES) {
      YearMonth start = requireNonNull(first.get(purchase.customer()));
      int age = (int) start.until(YearMonth.from(purchase.date()), ChronoUnit.MONTHS);
      active
          .computeIfAbsent(start, m -> new HashMap<>())
          .computeIfAbsent(age, a -> new HashSet<>())
          .add(purchase.customer());
    }
    YearMonth open = YearMonth.of(2025, 2);
    long[] pooledActive = new long[37];
    long[] pooledAll = new long[37];
    for (NamedCsvRecord row : run.table("cohorts.csv")) {
      YearMonth start = YearMonth.parse(row.getField("cohort"));
      Map<Integer, Set<String>> activeAt = requireNonNull(active.get(start));
      int size = requireNonNull(activeAt.get(0)).size();
      assertThat(count(row, "customers")).isEqualTo(size);
      for (int age = 0; age <= 37; age++) {
        String cell = row.getField("active_" + age);
        if (start.plusMonths(age).isBefore(open)) {
          int count = activeAt.getOrDefault(age, Set.of()).size();
          assertThat(cell).isEqualTo(Integer.toString(count));
          pooledActive[age] += count;
          pooledAll[age] += size;
        } else {
          assertThat(cell).isEmpty();
        }
      }
    }
    for (NamedCsvRecord row : run.table("curve.csv")) {
      int age = Integer.parseInt(row.getField("age"));
      assertThat(count(row, "active")).isEqualTo(pooledActive[age]);
      assertThat(count(row, "customers")).isEqualTo(pooledAll[age]);
      assertThat(count(row, "cohorts")).isEqualTo(37 - age);
    }
    assertThat(run.table("curve.csv")).hasSize(37);
  }

  @Test
  void reckonsTheValueOfACustomer() throws IOException {
    double total = PURCHASES.stream().mapToLong(Purchase::cents).sum() / 100.0;
    assertThat(number(run.row("value.csv", "method", "HISTORIC_MEAN"), "value"))
        .isCloseTo(total / 4_000, within(ROUNDED_MONEY));

    long retained = 0;
    long begun = 0;
    long customerMonths = 0;
    for (YearMonth month = YearMonth.of(2024, 2);
        month.isBefore(YearMonth.of(2025, 2));
        month = month.plusMonths(1)) {
      Set<String> start = customersAt(month.minusMonths(1));
      begun += start.size();
      customerMonths += customersAt(month).size();
      start.retainAll(customersAt(month));
      retained += start.size();
    }
    double revenue =
        PURCHASES.stream()
                .filter(p -> !p.date().isBefore(LocalDate.of(2024, 2, 1)))
                .filter(p -> p.date().isBefore(LocalDate.of(2025, 2, 1)))
                .mapToLong(Purchase::cents)
                .sum()
            / 100.0;
    double m = revenue / customerMonths;
    double r = (double) retained / begun;
    double d = Math.pow(1.1, 1.0 / 12) - 1;
    assertThat(number(run.row("value.csv", "method", "MARGIN_OVER_CHURN"), "value"))
        .isCloseTo(m / (1 - r), within(ROUNDED_MONEY));
    assertThat(number(run.row("value.csv", "method", "FIRST_MARGIN_NOW"), "value"))
        .isCloseTo(m * (1 + d) / (1 + d - r), within(ROUNDED_MONEY));
    assertThat(number(run.row("value.csv", "method", "CURVE_NONE"), "value"))
        .isCloseTo(byCurve(revenue, d), within(ROUNDED_MONEY));
  }

  /** Months 0 to 34, which three cohorts or more carry. */
  private static double byCurve(double revenue, double discount) throws IOException {
    long activeMonths = 0;
    for (YearMonth month = YearMonth.of(2024, 2);
        month.isBefore(YearMonth.of(2025, 2));
        month = month.plusMonths(1)) {
      activeMonths += activeBetween(month.atDay(1), month.plusMonths(1).atDay(1)).size();
    }
    double value = 0;
    for (NamedCsvRecord row : run.table("curve.csv").subList(0, 35)) {
      double share = number(row, "active") / number(row, "customers");
      value += revenue / activeMonths * share / Math.pow(1 + discount, number(row, "age"));
    }
    return value;
  }

  /** The shop is a Pareto/NBD, which a BG/NBD comes near: the truth of its parameters is known. */
  @Test
  void forecastsWhatCustomersWillBuy() throws IOException {
    Map<String, Set<LocalDate>> days = new HashMap<>();
    for (Purchase purchase : PURCHASES) {
      days.computeIfAbsent(purchase.customer(), c -> new HashSet<>()).add(purchase.date());
    }
    long repeats = days.values().stream().mapToLong(d -> d.size() - 1L).sum();
    assertThat(forecast("CUSTOMERS")).isEqualTo(4_000);
    assertThat(forecast("REPEAT_PURCHASES")).isEqualTo((double) repeats);
    // The last quarter of the 1142 days is kept from the model, which comes within a tenth.
    LocalDate start = SampleShop.days().endExclusive().minusDays(1142 / 4);
    long actual = 0;
    for (Set<LocalDate> ofCustomer : days.values()) {
      boolean known = ofCustomer.stream().anyMatch(day -> day.isBefore(start));
      actual += known ? ofCustomer.stream().filter(day -> !day.isBefore(start)).count() : 0;
    }
    assertThat(forecast("TEST_ACTUAL")).isEqualTo((double) actual);
    assertThat(forecast("TEST_PREDICTED")).isCloseTo((double) actual, within(0.1 * actual));
    assertThat(forecast("EXPECTED_ALIVE")).isBetween(1_000.0, 4_000.0);
    assertThat(forecast("VALUE_ALL"))
        .isCloseTo(4_000 * forecast("VALUE_MEAN"), within(4_000 * ROUNDED_MONEY));
    // 40 a purchase, discounted by less than 10 %.
    double purchases = forecast("EXPECTED_PURCHASES_YEAR");
    assertThat(forecast("VALUE_ALL")).isBetween(30 * purchases, 55 * purchases);
    assertThat(run.report())
        .contains("5. What customers are worth", "Margin share   100.0 % of spend (option")
        .contains("Discount       10.0 % a year (option --discount-rate)");
  }

  private static double forecast(String measure) throws IOException {
    return number(run.row("forecast.csv", "measure", measure), "value");
  }

  @Test
  void comparesTheLastTwelveMonthsWithTheTwelveBefore() throws IOException {
    Set<String> before = activeBetween(LocalDate.of(2023, 2, 1), LocalDate.of(2024, 2, 1));
    Set<String> after = activeBetween(LocalDate.of(2024, 2, 1), LocalDate.of(2025, 2, 1));
    int of = before.size();
    before.retainAll(after);

    NamedCsvRecord retail = run.row("benchmark.csv", "industry", "Retail");
    assertThat(count(retail, "counted")).isEqualTo(before.size()).isEqualTo(1166);
    assertThat(count(retail, "of")).isEqualTo(of).isEqualTo(1975);
    assertThat(retail.getField("counted_per")).isEqualTo("YEAR");
    assertThat(number(retail, "own")).isCloseTo((double) before.size() / of, within(ROUNDED));
    assertThat(retail.getField("verdict")).isEqualTo("BELOW");
    // 0.63 * 1975 = 1244.25, so 1245 customers reach it.
    assertThat(run.report())
        .contains("To reach it     79 more of the 1,975 customers at the start");
  }

  @Test
  void writesAPageWithPicturesAndDefinitions() throws IOException {
    String page = Files.readString(run.file("report.html"));

    assertThat(page)
        .contains("<title>Customer retention report</title>", "Retention by cohort", "BG/NBD")
        .contains("Customer retention beside published figures", "not yet observed")
        .doesNotContain("<script", "NaN", "null");
    assertThat(page.split("<svg", -1)).hasSize(1 + 5);
  }
}
