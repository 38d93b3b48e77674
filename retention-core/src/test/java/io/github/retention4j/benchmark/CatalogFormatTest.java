package io.github.retention4j.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.time.Granularity;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogFormatTest {

  private static final String HEADER =
      "metric,industry,period,statistic,value,unit,year,source,definition_code,definition,certainty";
  private static final String ROW =
      "customer-retention,Gyms,month,average,95.5,percent,2024,Us,own-rule,In words,high";

  private static final String FULL_HEADER =
      "metric,industry,period,period_basis,statistic,value,p25,median,p75,unit,year,source,"
          + "definition_code,definition,certainty,note";

  private static final Benchmark GYMS =
      Benchmark.of(
          BenchmarkMetric.CUSTOMER_RETENTION,
          "Gyms",
          BenchmarkPeriod.stated(Granularity.MONTH),
          new Figure(Statistic.AVERAGE, 0.955),
          2024,
          "Us",
          new BenchmarkDefinition("own-rule", "In words"),
          Certainty.HIGH);

  private static Benchmark single(String... lines) {
    return BenchmarkCatalog.parse(String.join("\n", lines)).single();
  }

  private static void refuses(String message, String... lines) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkCatalog.parse(String.join("\n", lines)))
        .withMessage(message);
  }

  @Test
  void readsTheColumnsThatMustBeThere() {
    assertThat(single(HEADER, ROW)).isEqualTo(GYMS);
  }

  @Test
  void readsFromAReader() {
    assertThat(BenchmarkCatalog.parse(new StringReader(HEADER + "\r\n" + ROW + "\r\n")).single())
        .isEqualTo(GYMS);
  }

  @Test
  void passesOverMarkCommentsAndBlankLines() {
    assertThat(single("\uFEFF# own figures, \"not\" quoted", "", HEADER, "#", "", ROW, "", "# end"))
        .isEqualTo(GYMS);
    assertThat(single("\uFEFF" + HEADER, ROW)).isEqualTo(GYMS);
  }

  @Test
  void readsColumnsInAnyOrderAndNamesInAnyCase() {
    assertThat(
            single(
                "Certainty,Definition,DEFINITION-CODE,source,year,unit,value,statistic,period,industry,metric",
                "High,In words,OWN_RULE,Us,2024,Percent,95.5,Average,Month,Gyms,Customer retention"))
        .isEqualTo(GYMS);
  }

  @Test
  void readsQuotedCommasQuotesAndLineBreaks() {
    Benchmark benchmark =
        single(
            HEADER,
            "customer-retention,\"Gyms, \"\"big\"\" ones\",month,average,95.5,percent,2024,"
                + "\"Us\nand them\",own-rule,\"\"\"In\"\" words\",high");
    assertThat(benchmark.industry()).isEqualTo("Gyms, \"big\" ones");
    assertThat(benchmark.source()).isEqualTo("Us\nand them");
    assertThat(benchmark.definition().text()).isEqualTo("\"In\" words");
  }

  @Test
  void readsTheColumnsThatMayBeThere() {
    Benchmark benchmark =
        single(
            FULL_HEADER,
            "gross-revenue-retention,SaaS,year,assumed,quartiles,,82,91,95,percent,2024,Us,"
                + "unstated,In words,as-quoted,\"a doubt, or two\"");
    assertThat(benchmark.value()).isEqualTo(new Quartiles(0.82, 0.91, 0.95));
    assertThat(benchmark.period()).isEqualTo(BenchmarkPeriod.assumed(Granularity.YEAR));
    assertThat(benchmark.certainty()).isEqualTo(Certainty.AS_QUOTED);
    assertThat(benchmark.definition().isStated()).isFalse();
    assertThat(benchmark.note()).isEqualTo("a doubt, or two");
  }

  @Test
  void readsSurveysAndFractions() {
    Benchmark survey =
        single(
            HEADER,
            "net-promoter-score,Gyms,none,median,-12.5,points,2024,Us,"
                + "recommendation-0-to-10,In words,low");
    assertThat(survey.value()).isEqualTo(new Figure(Statistic.MEDIAN, -12.5));
    assertThat(survey.period()).isEqualTo(BenchmarkPeriod.none());
    assertThat(single(HEADER, ROW.replace("95.5,percent", "0.955,fraction"))).isEqualTo(GYMS);
  }

  @Test
  void needsAHeader() {
    refuses(
        "catalogue must start with a header of the columns [metric, industry, period,"
            + " period_basis, statistic, value, p25, median, p75, unit, year, source,"
            + " definition_code, definition, certainty, note]",
        "# nothing");
    assertThat(BenchmarkCatalog.parse(HEADER).benchmarks()).isEmpty();
  }

  @Test
  void checksTheHeader() {
    refuses("line 1 names column year twice", HEADER + ",year", ROW + ",2024");
    refuses("line 2 must have column certainty", "# c", HEADER.replace(",certainty", ""));
    refuses(
        "line 1: column (colour) must be one of [metric, industry, period, period_basis, statistic,"
            + " value, p25, median, p75, unit, year, source, definition_code, definition, certainty,"
            + " note]",
        HEADER + ",colour");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customer-retention|loyalty|column metric: metric (loyalty) must be one of"
            + " [CUSTOMER_RETENTION, CUSTOMER_CHURN, SUBSCRIBER_CHURN, VOLUNTARY_SUBSCRIBER_CHURN,"
            + " INVOLUNTARY_SUBSCRIBER_CHURN, LOGO_CHURN, NET_REVENUE_RETENTION,"
            + " GROSS_REVENUE_RETENTION, GROSS_DOLLAR_CHURN, REPEAT_PURCHASE_RATE,"
            + " NET_PROMOTER_SCORE, SATISFACTION_INDEX]",
        "Gyms|''|column industry: industry () must not be blank",
        "month|fortnight|column period: period (fortnight) must be one of [DAY, WEEK, MONTH,"
            + " QUARTER, YEAR, CUSTOM]",
        "month|custom|column period_basis: length (CUSTOM) must be a known length such as MONTH or"
            + " YEAR",
        "month|none|period (by survey) must have a length, because the metric is"
            + " CUSTOMER_RETENTION",
        "average|typical|column statistic: statistic (typical) must be one of [AVERAGE, MEDIAN,"
            + " BEST_IN_CLASS, UNNAMED]",
        "95.5|''|column value: value () must be decimal digits with a point, such as 5.48",
        "95.5|\"95,5\"|column value: value (95,5) must be decimal digits with a point, such as"
            + " 5.48",
        "95.5|955|column value: value (9.55) must be from 0 to 1 (SHARE)",
        "percent|points|column unit: unit (points) must be one of [PERCENT, FRACTION], because the"
            + " metric is CUSTOMER_RETENTION",
        "2024|24|column year: year (24) must be four digits",
        "2024|''|column year: year () must be four digits",
        "2024|1024|year (1024) must be from 1900 to 2100",
        "Us|''|column source: source () must not be blank",
        "own-rule|''|column definition_code: definition code () must be letters and digits joined"
            + " by hyphens",
        "In words|''|column definition: definition () must not be blank",
        "high|surely|column certainty: certainty (surely) must be one of [HIGH, MEDIUM, LOW,"
            + " AS_QUOTED]",
      })
  void namesLineAndColumnOfWhatItCannotRead(String right, String wrong, String problem) {
    String separator = problem.startsWith("column") ? ", " : ": ";
    refuses(
        "line 4" + separator + problem,
        "# comment",
        HEADER,
        ROW,
        ROW.replace("Gyms", right.equals("Gyms") ? "Gyms" : "Pools").replace(right, wrong));
  }

  @Test
  void refusesUnitsThatDoNotFitASurvey() {
    String survey = "net-promoter-score,Gyms,none,median,12,percent,2024,Us,own-rule,In words,low";
    refuses(
        "line 2, column unit: unit (percent) must be one of [POINTS], because the metric is"
            + " NET_PROMOTER_SCORE",
        HEADER,
        survey);
    refuses(
        "line 2, column unit: unit (percent) must be one of [INDEX], because the metric is"
            + " SATISFACTION_INDEX",
        HEADER,
        survey.replace("net-promoter-score", "satisfaction-index"));
  }

  @Test
  void leavesNothingUnread() {
    String row = "customer-retention,Gyms,month,,%s,percent,2024,Us,own-rule,In words,high,";
    refuses(
        "line 2 must leave column value (90) empty with this statistic",
        FULL_HEADER,
        String.format(row, "quartiles,90,82,91,95"));
    refuses(
        "line 2 must leave column median (91) empty with this statistic",
        FULL_HEADER,
        String.format(row, "average,90,,91,"));
    refuses(
        "line 2: quartiles (0.82, 0.81, 0.95) must be in ascending order",
        FULL_HEADER,
        String.format(row, "quartiles,,82,81,95"));
    refuses(
        "line 2, column p75: value (many) must be decimal digits with a point, such as 5.48",
        FULL_HEADER,
        String.format(row, "quartiles,,82,91,many"));
  }

  @Test
  void refusesRowsOfAnotherLength() {
    refuses(
        "line 2 must have as many fields as the header, 11, and has 12", HEADER, ROW + ",surplus");
    refuses("line 3 must have as many fields as the header, 11, and has 1", HEADER, ROW, "Gyms");
  }

  @Test
  void refusesQuotesOutOfPlace() {
    refuses("line 2 has a quote inside an unquoted field: Gy", HEADER, "a,Gy\"ms\",b");
    refuses("line 2 has text after a closing quote: ms,b", HEADER, "a,\"Gy\"ms,b");
    refuses("line 3 opens a quote that is never closed", HEADER, ROW, "a,\"Gyms,", ROW);
  }

  @Test
  void countsLinesInsideQuotes() {
    refuses(
        "line 5 must have as many fields as the header, 11, and has 1",
        HEADER,
        ROW.replace("In words", "\"In\nmany\nwords\""),
        "short");
    refuses("line 4 has text after a closing quote: x", HEADER, "a,\"two\nlines\nand one\"x", ROW);
  }

  @Test
  void nameTheLineWithAnyKindOfLineBreak() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkCatalog.parse("# c\r\n\r\n" + HEADER + "\r\n" + ROW + "\r\nx"))
        .withMessage("line 5 must have as many fields as the header, 11, and has 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BenchmarkCatalog.parse(HEADER + "\r" + ROW + "\r\rx"))
        .withMessage("line 4 must have as many fields as the header, 11, and has 1");
  }

  @Test
  void refusesARowThatIsThereTwice() {
    refuses("benchmark (" + GYMS + ") must not be there twice", HEADER, ROW, ROW);
  }
}
