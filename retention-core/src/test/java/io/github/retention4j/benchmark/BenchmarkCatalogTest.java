package io.github.retention4j.benchmark;

import static io.github.retention4j.benchmark.BenchmarkMetric.CUSTOMER_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.GROSS_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.LOGO_CHURN;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_PROMOTER_SCORE;
import static io.github.retention4j.benchmark.BenchmarkMetric.NET_REVENUE_RETENTION;
import static io.github.retention4j.benchmark.BenchmarkMetric.REPEAT_PURCHASE_RATE;
import static io.github.retention4j.benchmark.BenchmarkMetric.SUBSCRIBER_CHURN;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.benchmark.BenchmarkPeriod.Basis;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.time.Granularity;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkCatalogTest {

  private static final BenchmarkCatalog BUNDLED = BenchmarkCatalog.bundled();

  private static Benchmark retention(String industry, int year) {
    return Benchmark.of(
        CUSTOMER_RETENTION,
        industry,
        BenchmarkPeriod.stated(Granularity.YEAR),
        new Figure(Statistic.AVERAGE, 0.5),
        year,
        "Own study",
        BenchmarkDefinition.OF_CUSTOMERS_AT_START,
        Certainty.HIGH);
  }

  private static BenchmarkCatalog named(String... industries) {
    return BenchmarkCatalog.of(
        List.of(industries).stream().map(industry -> retention(industry, 2024)).toList());
  }

  @ParameterizedTest
  @CsvSource({
    "retail, 0.63",
    "banking, 0.75",
    "telecom, 0.78",
    "IT services, 0.81",
    "insurance, 0.83",
    "professional services, 0.84",
    "media, 0.84",
  })
  void holdsTheListOfCustomerRetentionOf2020WithItsDoubts(String industry, double value) {
    Benchmark benchmark = BUNDLED.require(CUSTOMER_RETENTION, industry, 2020);
    assertThat(benchmark.value()).isEqualTo(new Figure(Statistic.AVERAGE, value));
    assertThat(benchmark.source()).isEqualTo("HubSpot citing Statista");
    assertThat(benchmark.period()).isEqualTo(BenchmarkPeriod.assumed(Granularity.YEAR));
    assertThat(benchmark.definition().isStated()).isFalse();
    assertThat(benchmark.certainty()).isEqualTo(Certainty.AS_QUOTED);
    assertThat(benchmark.note()).startsWith("No sample or country is given.");
  }

  @Test
  void bundlesWhatItsHeaderSays() {
    assertThat(BUNDLED).hasToString("97 benchmarks of 62 industries");
    Map<BenchmarkMetric, Long> counts =
        BUNDLED.benchmarks().stream().collect(groupingBy(Benchmark::metric, counting()));
    assertThat(counts)
        .containsEntry(CUSTOMER_RETENTION, 17L)
        .containsEntry(SUBSCRIBER_CHURN, 11L)
        .containsEntry(NET_REVENUE_RETENTION, 11L)
        .containsEntry(NET_PROMOTER_SCORE, 8L)
        .containsEntry(LOGO_CHURN, 1L)
        .doesNotContainKey(REPEAT_PURCHASE_RATE);
  }

  @Test
  void isReadOnce() {
    assertThat(BenchmarkCatalog.bundled()).isSameAs(BUNDLED);
  }

  @Test
  void neverIsSureOfAFigureWithAnEstimatedYearOrAnOpenDefinition() {
    assertThat(BUNDLED.benchmarks())
        .filteredOn(benchmark -> benchmark.certainty() == Certainty.HIGH)
        .hasSize(13)
        .allSatisfy(
            benchmark -> {
              assertThat(benchmark.definition().isStated()).isTrue();
              assertThat(benchmark.period().basis()).isNotEqualTo(Basis.ASSUMED);
              assertThat(benchmark.note()).doesNotContain("estimated", "Second-hand");
            });
  }

  @Test
  void bundlesQuartiles() {
    assertThat(BUNDLED.require(GROSS_REVENUE_RETENTION, "b2b saas").value())
        .isEqualTo(new Quartiles(0.82, 0.91, 0.95));
  }

  @Test
  void bundlesPointsBelowZero() {
    assertThat(BUNDLED.require(NET_PROMOTER_SCORE, "Health Insurance").value().reference())
        .isEqualTo(-13);
  }

  @Test
  void narrowsByMetricYearAndIndustry() {
    BenchmarkCatalog part = BUNDLED.forMetric(SUBSCRIBER_CHURN).forYear(2019);
    assertThat(part.industries())
        .containsExactly("Subscriptions: All", "Subscriptions: B2B", "Subscriptions: B2C");
    assertThat(part.benchmarks())
        .hasSize(5)
        .allMatch(b -> b.metric() == SUBSCRIBER_CHURN && b.year() == 2019);
    assertThat(BUNDLED.forYear(1999).benchmarks()).isEmpty();
  }

  @Test
  void findsAllMetricsOfAnIndustry() {
    assertThat(BUNDLED.find("insurance"))
        .extracting(Benchmark::metric)
        .containsExactly(CUSTOMER_RETENTION, BenchmarkMetric.CUSTOMER_CHURN);
  }

  @Test
  void listsThemAllIfSeveralFit() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.require(SUBSCRIBER_CHURN, "subscriptions b2b"))
        .withMessageStartingWith(
            "catalogue must hold one benchmark here, and holds 4; narrow by year, or choose one of:")
        .withMessageContaining(
            "\n  Subscriptions: B2B SUBSCRIBER_CHURN 5.15 % a month, median, 2019, Recurly annual")
        .withMessageContaining("6.22 % a month, unnamed, 2018")
        .withMessageContaining("4.91 % a month, unnamed, 2021");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.require(SUBSCRIBER_CHURN, "subscriptions b2b", 2019))
        .withMessageStartingWith("catalogue must hold one benchmark here, and holds 2;");
    assertThat(BUNDLED.require(SUBSCRIBER_CHURN, "subscriptions b2b", 2021).value().reference())
        .isEqualTo(0.0491);
  }

  @Test
  void saysWhichYearsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.require(CUSTOMER_RETENTION, "insurance", 2021))
        .withMessageStartingWith(
            "year (2021) must be one of the catalogue's for this metric and industry:")
        .withMessageEndingWith(
            "  Insurance CUSTOMER_RETENTION 83 % a year (assumed), average, 2020, HubSpot citing"
                + " Statista");
  }

  @Test
  void saysWhichMetricsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("Gyms").require(LOGO_CHURN, "Gyms"))
        .withMessage("metric (LOGO_CHURN) must be one of the catalogue's: [CUSTOMER_RETENTION]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("Gyms").require(LOGO_CHURN, "Gyms", 2024))
        .withMessage("metric (LOGO_CHURN) must be one of the catalogue's: [CUSTOMER_RETENTION]");
  }

  @Test
  void saysThatNoneIsLeft() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.forYear(1999).single())
        .withMessage("catalogue must hold one benchmark here, and holds 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Tele-com", "TELECOM", "telecóm", " tele com ", "telcom", "Telecmo", "telecomm"})
  void findsTelecomHoweverItIsSpelled(String spelling) {
    assertThat(BUNDLED.require(CUSTOMER_RETENTION, spelling).industry()).isEqualTo("Telecom");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Travel & lodging", "travel lodging", "TRAVEL AND LODGING", "Travel/Loging"})
  void andIsNotCounted(String spelling) {
    assertThat(BUNDLED.find(spelling))
        .extracting(Benchmark::industry)
        .containsOnly("Travel and lodging");
  }

  @Test
  void forgivesTwoSlipsInALongNameAndNoneInAShortOne() {
    BenchmarkCatalog catalog = named("Construction", "Gyms", "Hotel", "Insurance");
    assertThat(catalog.find("Construtcoin")).hasSize(1);
    assertThat(catalog.find("Hotels")).hasSize(1);
    assertThat(catalog.find("insurence")).hasSize(1);
    for (String wrong :
        List.of("Gums", "Konstruction", "Constructionist", "Hottela", "insurenze")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> catalog.find(wrong))
          .withMessageStartingWith("industry (" + wrong + ") must be one of the catalogue's 4;");
    }
  }

  @Test
  void countsSlipsByTheLengthOfWhatWasAsked() {
    assertThat(named("Hotel").find("Hotal")).hasSize(1);
    assertThat(named("Gyms").industries()).containsExactly("Gyms");
    assertThatIllegalArgumentException().isThrownBy(() -> named("Gymms").find("Gyms"));
    assertThat(named("abcdefghij").find("abcdefghxy")).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> named("abcdefghi").find("abcdefgxy"));
    assertThatIllegalArgumentException().isThrownBy(() -> named("abcdefghij").find("abcdefgxyz"));
  }

  @Test
  void everySwapOfNeighboursIsOneSlip() {
    assertThat(named("abcdefghij").find("acbedfghij")).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> named("abcdefghij").find("acbedgfhij"));
  }

  @Test
  void nearIsMeantInProportionToTheLength() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("abcdwxyz", "abcdxefghuvw").find("abcdefgh"))
        .withMessageEndingWith("nearest are: abcdxefghuvw, abcdwxyz");
  }

  @Test
  void aWordWithADigitMustBeRight() {
    BenchmarkCatalog catalog = named("B2B software", "B2B SaaS: ACV 50k-100k");
    assertThat(catalog.find("B2B sofware")).hasSize(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.find("B2C software"))
        .withMessageEndingWith("nearest are: B2B software, B2B SaaS: ACV 50k-100k");
    assertThatIllegalArgumentException().isThrownBy(() -> catalog.find("B2B SaaS: ACV 10k-100k"));
  }

  @Test
  void listsTheNearestNamesFirst() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.forMetric(CUSTOMER_RETENTION).find("telecommunication"))
        .withMessageStartingWith(
            "industry (telecommunication) must be one of the catalogue's 17; nearest are: Telecom, ");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Gx").find("gg sales"))
        .withMessage(
            "industry (gg sales) must be one of the catalogue's 8; nearest are: Gg, Aa, Ee, Gx, Bb,"
                + " Cc");
  }

  @Test
  void doesNotChooseBetweenTwoNames() {
    BenchmarkCatalog catalog = named("Catering A", "Catering B");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> catalog.find("Catering"))
        .withMessage(
            "industry (Catering) must be one of the catalogue's 2; nearest are: Catering A, Catering"
                + " B");
  }

  @Test
  void findsAllSpellingsOfOneIndustry() {
    BenchmarkCatalog catalog = named("Food & Drink", "food and drink", "Food");
    assertThat(catalog.find("food drink")).hasSize(2);
    assertThat(catalog.find("fodo drink")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"&", "and", "?!"})
  void refusesANameWithoutLetters(String name) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("Gyms").find(name))
        .withMessage("industry (" + name + ") must be one of the catalogue's 1; nearest are: Gyms");
  }

  @Test
  void refusesABlankName() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BUNDLED.find(" "))
        .withMessage("industry ( ) must not be blank");
  }

  @Test
  void findsNamesThatHaveNoLettersWithoutFailing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> named("&").find("Gyms"))
        .withMessage("industry (Gyms) must be one of the catalogue's 1; nearest are: &");
  }

  @Test
  void joinsCatalogues() {
    BenchmarkCatalog own = named("Gyms");
    BenchmarkCatalog both = BUNDLED.plus(own);
    assertThat(both.benchmarks()).hasSize(98).endsWith(retention("Gyms", 2024));
    assertThat(both.require(CUSTOMER_RETENTION, "gyms")).isEqualTo(retention("Gyms", 2024));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> own.plus(own))
        .withMessage("benchmark (" + retention("Gyms", 2024) + ") must not be there twice");
  }

  @Test
  void cannotBeChangedFromOutside() {
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> BUNDLED.benchmarks().remove(0));
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> BUNDLED.industries().clear());
  }

  @Test
  void passesOnWhatAReaderFailsWith() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("disk gone");
          }

          @Override
          public void close() {}
        };
    assertThatExceptionOfType(java.io.UncheckedIOException.class)
        .isThrownBy(() -> BenchmarkCatalog.parse(broken))
        .withMessageContaining("disk gone");
  }
}
