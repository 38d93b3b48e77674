package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.cohort.AgeAmount;
import io.github.retention4j.cohort.AgeBrackets;
import io.github.retention4j.cohort.AgeMeasure;
import io.github.retention4j.cohort.CohortAmountCalculator;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.cohort.CohortCalculator;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.cohort.ElapsedCohortCalculator;
import io.github.retention4j.cohort.ElapsedCohortTable;
import io.github.retention4j.cohort.ElapsedWindow;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.testing.RetentionArbitraries;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

class CohortHeatmapTest {

  private static final LocalDate END = LocalDate.of(2024, 4, 10);
  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 6, 1));

  /** January: a, b, c; March: d; a back in 2 and 4, b in 3, d in 4. April is open. */
  static CohortTable worked() {
    List<Event> events = new ArrayList<>();
    for (String event : List.of("a1", "a2", "a4", "b1", "b3", "c1", "d3", "d4")) {
      events.add(
          Event.of(
              CustomerId.of(event.substring(0, 1)),
              LocalDate.of(2024, Integer.parseInt(event.substring(1)), 5)));
    }
    return table(EventLog.of(events, END));
  }

  private static CohortTable table(EventLog log) {
    return CohortCalculator.withDefaults()
        .calculate(ActivityGrid.from(log, PeriodAxis.months(DAYS)));
  }

  private static List<Element> cells(SvgPage page) {
    return page.all("rect").stream().filter(rect -> !SvgPage.tip(rect).isEmpty()).toList();
  }

  @Example
  void showsEachCellAsItIs() {
    SvgPage page = SvgPage.of(CohortHeatmap.withDefaults().draw(worked()));
    assertThat(cells(page))
        .extracting(SvgPage::tip)
        .containsExactly(
            "2024-01, age 0: 100.0\u00A0% (3 of 3)",
            "2024-01, age 1: 33.3\u00A0% (1 of 3)",
            "2024-01, age 2: 33.3\u00A0% (1 of 3)",
            "2024-01, age 3: not yet observed, 1 so far",
            "2024-03, age 0: 100.0\u00A0% (1 of 1)",
            "2024-03, age 1: not yet observed, 1 so far",
            "2024-03, age 2: not yet observed, 0 so far",
            "2 cohorts, age 0: 100.0\u00A0% (4 of 4)",
            "1 cohort, age 1: 33.3\u00A0% (1 of 3)",
            "1 cohort, age 2: 33.3\u00A0% (1 of 3)");
    assertThat(page.texts())
        .containsSubsequence("Customers", "0", "1", "2", "3", "2024-01", "3", "100", "33", "33")
        .containsSubsequence("2024-03", "1", "100", "All cohorts", "4", "100", "33", "33")
        .contains("not yet observed", "Age in months");
  }

  @Example
  void tellsTheMainNumbersInWords() {
    Picture picture = CohortHeatmap.withDefaults().draw(worked());
    assertThat(picture.title()).isEqualTo("Retention by cohort");
    assertThat(picture.description())
        .isEqualTo(
            "2 cohorts, 4 customers. Of all cohorts together 33.3\u00A0% at age 1, 33.3\u00A0% at"
                + " age 2. Not yet observed: 3 cells.");
  }

  /** Each cell is read back from its place: its number, or its hatching and no number. */
  @Property(tries = 100)
  void numbersAreThoseOfTheTable(@ForAll("logs") EventLog log) {
    CohortTable table = table(log);
    SvgPage page = SvgPage.of(CohortHeatmap.withDefaults().draw(table));
    List<Element> cells = cells(page);
    int next = 0;
    for (int row = 0; row < table.cohorts().size(); row++) {
      int columns = Math.min(table.ages(row), table.averages().size() + 1);
      for (int age = 0; age < columns; age++) {
        checkCell(page, cells.get(next), table.cell(row, age).share());
        next++;
      }
    }
    int pooled = table.cohorts().size() > 1 ? table.averages().size() : 0;
    assertThat(cells).hasSize(next + pooled);
    for (int age = 0; age < pooled; age++) {
      Proportion share = table.averages().get(age).pooled();
      checkCell(page, cells.get(next + age), Optional.of(share));
    }
  }

  private static void checkCell(SvgPage page, Element cell, Optional<Proportion> share) {
    List<String> inside = page.texts(text -> isIn(text, cell));
    if (share.isEmpty()) {
      assertThat(cell.getAttribute("fill")).isEqualTo("url(#open)");
      assertThat(inside).isEmpty();
    } else {
      assertThat(cell.getAttribute("fill")).startsWith("#");
      assertThat(inside)
          .containsExactly(
              BigDecimal.valueOf(100 * share.get().value())
                  .setScale(0, RoundingMode.HALF_EVEN)
                  .toPlainString());
    }
  }

  private static boolean isIn(Element text, Element cell) {
    double x = SvgPage.number(text, "x") - SvgPage.number(cell, "x");
    double y = SvgPage.number(text, "y") - SvgPage.number(cell, "y");
    return x > 0
        && x < SvgPage.number(cell, "width")
        && y > 0
        && y < SvgPage.number(cell, "height");
  }

  @Provide
  Arbitrary<EventLog> logs() {
    return RetentionArbitraries.eventLogs(
        12, new DateRange(DAYS.start(), LocalDate.of(2024, 5, 10)), 40);
  }

  @Example
  void theScaleCanBeFixed() {
    CohortHeatmap drawer = CohortHeatmap.withDefaults();
    assertThat(SvgPage.of(drawer.draw(worked())).texts()).contains("\u2265 40\u00A0%", "20\u00A0%");
    assertThat(SvgPage.of(drawer.withScaleEnd(0.5).draw(worked())).texts())
        .contains("0\u00A0%", "25\u00A0%", "\u2265 50\u00A0%");
    assertThat(SvgPage.of(drawer.withScaleEnd(1).draw(worked())).texts())
        .contains("50\u00A0%", "100\u00A0%");
    assertThatThrownBy(() -> drawer.withScaleEnd(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("share (0.0) must be over 0 and at most 1");
  }

  @Example
  void drawsTheSameInAnyLocaleOfTheMachine() {
    Picture here = CohortHeatmap.withDefaults().draw(worked());
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG"));
      assertThat(CohortHeatmap.withDefaults().draw(worked()).toSvg()).isEqualTo(here.toSvg());
    } finally {
      Locale.setDefault(before);
    }
  }

  @Example
  void aTableWithoutAnObservedCellIsAllHatched() {
    CohortTable open =
        table(
            EventLog.of(
                List.of(Event.of(CustomerId.of("a"), LocalDate.of(2024, 1, 3))),
                LocalDate.of(2024, 1, 20)));
    Picture picture = CohortHeatmap.withDefaults().draw(open);
    assertThat(cells(SvgPage.of(picture))).hasSize(1);
    assertThat(picture.description()).isEqualTo("1 cohort, 1 customer. Not yet observed: 1 cell.");
  }

  /** January: a pays 12 and 6, then 10; b takes back 2. March: c pays 8. April is open. */
  private static CohortAmountTable amounts(int times) {
    List<Event> events = new ArrayList<>();
    for (String paid : List.of("a1:12", "a1:6", "b1:0", "a2:10", "b3:-2", "c3:8", "a4:5")) {
      events.add(
          Event.of(
                  CustomerId.of(paid.substring(0, 1)),
                  LocalDate.of(2024, Integer.parseInt(paid.substring(1, 2)), 5))
              .withAmount(Money.of("USD", paid.substring(3)).times(times)));
    }
    return CohortAmountCalculator.withDefaults()
        .calculate(AmountGrid.from(EventLog.of(events, END), PeriodAxis.months(DAYS)));
  }

  @Example
  void showsWhatMembersPaid() {
    Picture picture = CohortHeatmap.withDefaults().draw(amounts(1));
    SvgPage page = SvgPage.of(picture);
    assertThat(cells(page))
        .extracting(SvgPage::tip)
        .containsExactly(
            "2024-01, age 0: USD\u00A09.00 (USD\u00A018.00 of 2 members)",
            "2024-01, age 1: USD\u00A05.00 (USD\u00A010.00 of 2 members)",
            "2024-01, age 2: USD\u00A0-1.00 (USD\u00A0-2.00 of 2 members)",
            "2024-01, age 3: not yet observed, USD\u00A05.00 so far",
            "2024-03, age 0: USD\u00A08.00 (USD\u00A08.00 of 1 member)",
            "2024-03, age 1: not yet observed, USD\u00A00.00 so far",
            "2024-03, age 2: not yet observed, USD\u00A00.00 so far",
            "2 cohorts, age 0: USD\u00A08.67 (USD\u00A026.00 of 3 members)",
            "1 cohort, age 1: USD\u00A05.00 (USD\u00A010.00 of 2 members)",
            "1 cohort, age 2: USD\u00A0-1.00 (USD\u00A0-2.00 of 2 members)");
    assertThat(page.texts())
        .contains("Paid per member of each cohort at that age, USD", "2.5", "\u2265 5")
        .containsSubsequence("2024-01", "2", "9.00", "5.00", "-1.00", "2024-03", "1", "8.00");
    assertThat(picture.title()).isEqualTo("Amounts by cohort");
    assertThat(picture.description())
        .isEqualTo(
            "2 cohorts, 3 customers. Of all cohorts together USD\u00A05.00 at age 1, USD\u00A0-1.00"
                + " at age 2. Not yet observed: 3 cells.");
  }

  @Example
  void showsLargeAmountsInThousands() {
    SvgPage page = SvgPage.of(CohortHeatmap.withDefaults().draw(amounts(2000)));
    assertThat(cells(page).get(0))
        .extracting(SvgPage::tip)
        .isEqualTo("2024-01, age 0: USD\u00A018,000.00 (USD\u00A036,000.00 of 2 members)");
    assertThat(page.texts())
        .contains("Paid per member of each cohort at that age, USD, thousands", "\u2265 10")
        .containsSubsequence("2024-01", "2", "18.00", "10.00", "-2.00");
  }

  @Example
  void theScaleOfAmountsCanBeFixed() {
    CohortHeatmap drawer = CohortHeatmap.withDefaults();
    assertThat(
            SvgPage.of(drawer.withScaleEnd(MonetaryEstimate.of("USD", 20)).draw(amounts(1)))
                .texts())
        .contains("0", "10", "20", "9.0");
    assertThatThrownBy(() -> drawer.withScaleEnd(MonetaryEstimate.of("USD", 0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("amount (USD 0.00) must be over 0");
    assertThatThrownBy(() -> drawer.withScaleEnd(MonetaryEstimate.of("EUR", 20)).draw(amounts(1)))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  /** The example of the calculator of elapsed cohorts. */
  private static ElapsedCohortTable elapsed(ElapsedWindow window) {
    BusinessZone berlin = BusinessZone.of("Europe/Berlin");
    List<Event> events = new ArrayList<>();
    for (String event : List.of("a 1 09", "a 2 08", "a 2 10", "b 1 23", "b 2 01")) {
      LocalDateTime time =
          LocalDate.of(2024, 6, Integer.parseInt(event.substring(2, 3)))
              .atTime(Integer.parseInt(event.substring(4)), 0);
      events.add(Event.of(CustomerId.of(event.substring(0, 1)), berlin.instantOf(time), berlin));
    }
    return ElapsedCohortCalculator.withDefaults(berlin)
        .with(window)
        .calculate(EventLog.of(events, LocalDate.of(2024, 6, 4)));
  }

  @Example
  void showsWindowsSinceTheOwnStart() {
    SvgPage page = SvgPage.of(CohortHeatmap.withDefaults().draw(elapsed(ElapsedWindow.HOURS_24)));
    assertThat(cells(page))
        .extracting(SvgPage::tip)
        .containsExactly(
            "2024-06-01, age 0: 100.0\u00A0% (2 of 2)",
            "2024-06-01, age 1: 50.0\u00A0% (1 of 2)",
            "2024-06-01, age 2: not yet observed, 0 so far");
    assertThat(page.texts())
        .contains("Age in windows of 24 hours", "Per cent of each cohort active at that age");
    for (Map.Entry<Duration, String> window :
        Map.of(
                Duration.ofHours(1), "1 hour",
                Duration.ofHours(25), "25 hours",
                Duration.ofHours(48), "2 days",
                Duration.ofMinutes(90), "5400 seconds")
            .entrySet()) {
      Picture picture =
          CohortHeatmap.withDefaults().draw(elapsed(ElapsedWindow.of(window.getKey())));
      assertThat(SvgPage.of(picture).texts()).contains("Age in windows of " + window.getValue());
    }
  }

  @Example
  void saysWhatItCounts() {
    ActivityGrid grid = Shop.GRID;
    Map.of(
            AgeMeasure.ON_OR_AFTER,
            "active at that age or later",
            AgeMeasure.ON_OR_BEFORE,
            "active at least once by that age",
            AgeMeasure.BACK_ON_OR_BEFORE,
            "that came back at least once by that age",
            AgeMeasure.EVERY_PERIOD_SO_FAR,
            "active at every age up to that one",
            AgeBrackets.parse("0,1-2"),
            "active at least once in the ages of the column")
        .forEach(
            (measure, words) ->
                assertThat(
                        SvgPage.of(
                                CohortHeatmap.withDefaults()
                                    .draw(
                                        CohortCalculator.withDefaults()
                                            .with(measure)
                                            .calculate(grid)))
                            .texts())
                    .contains("Per cent of each cohort " + words));
    AmountGrid amounts = AmountGrid.from(Shop.LOG, Shop.MONTHS);
    Map.of(
            AgeAmount.CUMULATIVE,
            "up to that age",
            AgeBrackets.parse("0,1-2"),
            "in the ages of the column")
        .forEach(
            (measure, words) ->
                assertThat(
                        SvgPage.of(
                                CohortHeatmap.withDefaults()
                                    .draw(
                                        CohortAmountCalculator.withDefaults()
                                            .with(measure)
                                            .calculate(amounts)))
                            .texts())
                    .anyMatch(text -> text.startsWith("Paid per member of each cohort " + words)));
  }
}
