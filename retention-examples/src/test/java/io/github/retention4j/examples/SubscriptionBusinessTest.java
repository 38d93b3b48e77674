package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.revenue.LossByReason;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueGrid;
import io.github.retention4j.subscription.RecurringRevenue;
import io.github.retention4j.subscription.RecurringRevenueCalculator;
import io.github.retention4j.subscription.RevenueRules;
import io.github.retention4j.time.PeriodAxis;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionBusinessTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final SampleSubscriptions SAMPLE = SampleSubscriptions.simulate();
  private static final RecurringRevenueCalculator CALCULATOR =
      RecurringRevenueCalculator.withDefaults()
          .with(SAMPLE.rates())
          .with(RevenueRules.defaults().withDecimals(2));

  @Test
  void answersTheOwner() {
    assertThat(SubscriptionBusiness.ofSampleData()).hasSize(17);
    String page = printed();
    assertThat(page)
        .contains("MRR          EUR 9192.75\nARR          EUR 110313.00")
        .contains("NET_SAME_CUSTOMERS                 81.7 %, [76.6 %, 86.9 %]")
        .contains("logos, of the same customers       396 of 530, 74.7 %, [70.8 %, 78.2 %]")
        .contains("CHARTMOGUL_DAILY      3.8 %    4.1 %    2.9 %")
        .contains("committed MRR EUR 9014.09")
        .contains("NPS +30.0 (+21.4 to +38.2, 95 % Adjusted Wald), 353 answers")
        .contains("Retention 97.5 % a month, +2 points: 99.5 %")
        .contains("LTV:CAC 6.7 [6.0, 7.4]")
        .contains("99.5 % against 97.5 %: 581 in the programme and 581 without it")
        .doesNotContain("NaN", "Infinity", "null", "Optional");
    assertThat(page.lines()).allMatch(line -> line.length() <= 100);
  }

  /**
   * What the page says adds up: with the ledger on its last day, and with the reasons of losses.
   */
  @Test
  void reconcilesWithTheLedger() {
    RevenueGrid months = CALCULATOR.calculate(SAMPLE.ledger(), PeriodAxis.months(SAMPLE.days()));
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(months);
    RevenueBridgePeriod year = bridge.trailing(bridge.periods().size() - 1, 12).orElseThrow();
    RecurringRevenue last = CALCULATOR.on(SAMPLE.ledger(), SAMPLE.days().last());
    assertThat(year.revenue().closing()).isEqualTo(last.monthly());
    assertThat(year.customers().closing()).isEqualTo(last.customers().size());
    assertThat(year.losses().stream().mapToLong(LossByReason::customers).sum())
        .isEqualTo(year.customers().churned());
    assertThat(printed()).contains("MRR          " + year.revenue().closing().toEstimate());
  }

  /** The README shows lines of the page as they are. */
  @Test
  void agreesWithReadme() throws IOException {
    List<String> page = printed().lines().toList();
    assertThat(shownInReadme()).hasSize(7).allSatisfy(line -> assertThat(page).contains(line));
  }

  private static List<String> shownInReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int start = readme.indexOf("churn of          customers");
    return readme.substring(start, readme.indexOf("```", start)).lines().toList();
  }

  private static String printed() {
    return text(SubscriptionBusiness.ofSampleData());
  }

  private static String text(List<Chapter> page) {
    return page.stream().map(Chapter::toString).collect(Collectors.joining("\n"));
  }

  @Test
  void readsATableOfMonths(@TempDir Path directory) throws IOException {
    RevenueGrid months = CALCULATOR.calculate(SAMPLE.ledger(), PeriodAxis.months(SAMPLE.days()));
    String page = text(SubscriptionBusiness.of(table(directory, months), EUR));
    assertThat(page)
        .contains("MRR          EUR 9192.75\nARR          EUR 110313.00")
        .contains("logos, of the same customers       396 of 530")
        .contains("RECURLY               3.4 %    3.7 %    3.3 %  what stood at the opening")
        .contains("What a table of months does not tell")
        .doesNotContain("CHARTMOGUL_DAILY")
        .doesNotContain("NaN", "Infinity", "null", "Optional", "Does it pay", "NPS");
  }

  private static Path table(Path directory, RevenueGrid months) throws IOException {
    List<String> lines = new ArrayList<>(List.of("customer,month,amount"));
    for (int row = 0; row < months.rows(); row++) {
      for (int month = 0; month < months.completePeriods(); month++) {
        if (months.unitsAt(row, month) > 0) {
          lines.add(
              "%s,%s,%s"
                  .formatted(
                      months.customer(row),
                      months.axis().range(month).start(),
                      months.revenueAt(row, month).amount().toPlainString()));
        }
      }
    }
    return Files.write(directory.resolve("months.csv"), lines);
  }

  @Test
  void saysWhatAShortTableDoesNotTell(@TempDir Path directory) throws IOException {
    String page = text(SubscriptionBusiness.of(csv(directory, "a,2024-05-31,10"), EUR));
    assertThat(page)
        .contains("MRR          EUR 10.00")
        .contains("Nobody knows yet: the months do not go back so far.")
        .contains("Nobody knows yet how many stay.");
  }

  @Test
  void knowsThatNobodyStaysMoreThanAlways(@TempDir Path directory) throws IOException {
    Path csv = csv(directory, "a,2024-04-01,10", "a,2024-05-01,10", "b,2024-05-01,20");
    assertThat(text(SubscriptionBusiness.of(csv, EUR)))
        .contains("There is no room for them: 1 of 1, 100.0 % stay a month.");
  }

  private static Path csv(Path directory, String... rows) throws IOException {
    List<String> lines = new ArrayList<>(List.of("customer,month,amount"));
    lines.addAll(List.of(rows));
    return Files.write(directory.resolve("table.csv"), lines);
  }

  @Test
  void namesWhatCannotBeRead(@TempDir Path directory) throws IOException {
    Path none = directory.resolve("none.csv");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionBusiness.main(new String[] {none.toString(), "EUR"}))
        .withMessageContaining("none.csv");
    Path csv = csv(directory, "a,2024-05-01,10", "a,soon,10");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionBusiness.of(csv, EUR))
        .withMessageContaining("line 3")
        .withMessageContaining("soon");
    Path gone = csv(directory, "a,2024-05-01,10", "a,2024-06-01,0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionBusiness.of(gone, EUR))
        .withMessage("customers (0) of 2024-06 must be at least one");
  }

  @Test
  void asksForAFileAndACurrencyOrNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionBusiness.main(new String[] {"a.csv"}))
        .withMessage("arguments ([a.csv]) must be the path of a CSV file and a currency, or none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SubscriptionBusiness.main(new String[] {"a.csv", "euro"}))
        .withMessage("currency (euro) must be a code of ISO 4217, such as EUR");
  }

  @Test
  void prints(@TempDir Path directory) throws IOException {
    Path csv = csv(directory, "a,2024-04-01,10", "a,2024-05-01,10", "b,2024-05-01,20");
    PrintStream usual = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      SubscriptionBusiness.main(new String[] {csv.toString(), "EUR"});
    } finally {
      System.setOut(usual);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .startsWith("What recurs at the end of 2024-05?");
  }
}
