package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.cohort.AgeAmount;
import io.github.retention4j.cohort.AgeMeasure;
import io.github.retention4j.cohort.CohortAmountMeasure;
import io.github.retention4j.cohort.CohortAmountTable;
import io.github.retention4j.cohort.CohortAverage;
import io.github.retention4j.cohort.CohortMeasure;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.cohort.ElapsedCohortTable;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Draws a cohort table as a heatmap: a row for each cohort with its size, a column for each age, a
 * cell for each share or average amount, the deeper the more. The last row pools all cohorts that
 * were observed at the age.
 *
 * <p>Numbers in cells are per cent of the cohort, or money per member; one under 0, by refunds, has
 * the colour of 0. Cells that are not yet observed are hatched and have no number; columns end with
 * the first that nobody was observed in. Where cells are too small for a number, it is shown when
 * the cell is pointed at.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}; the scale ends at a round share or amount that 95 %
 * of the cells after the first column do not exceed, for that column is 100 % by most definitions
 * and would make all others pale. Larger values have the colour of the end, which then says so.
 */
public final class CohortHeatmap {

  private final PictureStyle style;
  private final OptionalDouble shareEnd;
  private final Optional<MonetaryEstimate> amountEnd;

  private CohortHeatmap(
      PictureStyle style, OptionalDouble shareEnd, Optional<MonetaryEstimate> amountEnd) {
    this.style = style;
    this.shareEnd = shareEnd;
    this.amountEnd = amountEnd;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static CohortHeatmap withDefaults() {
    return new CohortHeatmap(PictureStyle.defaults(), OptionalDouble.empty(), Optional.empty());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public CohortHeatmap with(PictureStyle newStyle) {
    return new CohortHeatmap(requireNonNull(newStyle, "style"), shareEnd, amountEnd);
  }

  /**
   * Chooses where the scale of shares ends, so that two pictures can be compared.
   *
   * @param share over 0, at most 1
   * @return a drawer with it
   * @throws IllegalArgumentException if it is not in that range
   */
  public CohortHeatmap withScaleEnd(double share) {
    if (!(share > 0 && share <= 1)) {
      throw new IllegalArgumentException("share (" + share + ") must be over 0 and at most 1");
    }
    return new CohortHeatmap(style, OptionalDouble.of(share), amountEnd);
  }

  /**
   * Chooses where the scale of amounts ends, so that two pictures can be compared.
   *
   * @param amount over 0
   * @return a drawer with it
   * @throws IllegalArgumentException if it is not over 0
   */
  public CohortHeatmap withScaleEnd(MonetaryEstimate amount) {
    if (!(amount.amount() > 0)) {
      throw new IllegalArgumentException("amount (" + amount + ") must be over 0");
    }
    return new CohortHeatmap(style, shareEnd, Optional.of(amount));
  }

  /**
   * Draws a table of calendar periods.
   *
   * @param table the cohorts
   * @return the picture
   */
  public Picture draw(CohortTable table) {
    String unit = Words.plural(table.granularity());
    return draw(
        new CohortTriangle(
            table.cohorts(),
            table::ages,
            table::label,
            (row, age) -> HeatCell.of(table.cell(row, age)),
            pooled(table.averages())),
        table.measure(),
        "Age in " + unit);
  }

  /**
   * Draws a table of windows of time since each customer's own start.
   *
   * @param table the cohorts
   * @return the picture
   */
  public Picture draw(ElapsedCohortTable table) {
    return draw(
        new CohortTriangle(
            table.cohorts(),
            table::ages,
            table::label,
            (row, age) -> HeatCell.of(table.cell(row, age)),
            pooled(table.averages())),
        table.measure(),
        "Age in windows of " + Words.length(table.window().length()));
  }

  private static List<CohortTriangle.Average> pooled(List<CohortAverage> averages) {
    return averages.stream()
        .map(it -> new CohortTriangle.Average(it.age(), it.cohorts(), HeatCell.of(it.pooled())))
        .toList();
  }

  /**
   * Draws what members paid on average.
   *
   * @param table the cohorts
   * @return the picture
   * @throws CurrencyMismatchException if the end of the scale is of another currency
   */
  public Picture draw(CohortAmountTable table) {
    amountEnd.ifPresent(end -> requireCurrency(table.currency(), end.currency()));
    CohortTriangle triangle = amounts(table);
    double largest = Math.max(triangle.largest(), -triangle.least());
    MoneyScale scale = MoneyScale.of(table.currency(), largest);
    String definition =
        "Paid per member of each cohort " + words(table.measure()) + ", " + scale.title();
    OptionalDouble end = amountEnd.stream().mapToDouble(MonetaryEstimate::amount).findFirst();
    HeatUnit unit = new HeatUnit.Amount(table.currency(), scale);
    return Picture.inBothThemes(
        style,
        each ->
            new HeatmapSheet(
                    new Drawing(each, "Amounts by cohort", definition), triangle, unit, end)
                .draw("Age in " + Words.plural(table.granularity())));
  }

  private static CohortTriangle amounts(CohortAmountTable table) {
    return new CohortTriangle(
        table.cohorts(),
        table::ages,
        table::label,
        (row, age) -> HeatCell.of(table.cell(row, age)),
        table.averages().stream()
            .map(it -> new CohortTriangle.Average(it.age(), it.cohorts(), HeatCell.of(it.pooled())))
            .toList());
  }

  private static void requireCurrency(Currency expected, Currency actual) {
    if (!actual.equals(expected)) {
      throw new CurrencyMismatchException(expected, actual, "end of the scale");
    }
  }

  private static String words(CohortAmountMeasure measure) {
    if (!(measure instanceof AgeAmount age)) {
      return "in the ages of the column";
    }
    return switch (age) {
      case IN_PERIOD -> "at that age";
      case CUMULATIVE -> "up to that age";
    };
  }

  private Picture draw(CohortTriangle triangle, CohortMeasure measure, String ageTitle) {
    String definition = "Per cent of each cohort " + words(measure);
    return Picture.inBothThemes(
        style,
        each ->
            new HeatmapSheet(
                    new Drawing(each, "Retention by cohort", definition),
                    triangle,
                    HeatUnit.Share.INSTANCE,
                    shareEnd)
                .draw(ageTitle));
  }

  private static String words(CohortMeasure measure) {
    if (!(measure instanceof AgeMeasure age)) {
      return "active at least once in the ages of the column";
    }
    return switch (age) {
      case ON_PERIOD -> "active at that age";
      case ON_OR_AFTER -> "active at that age or later";
      case ON_OR_BEFORE -> "active at least once by that age";
      case BACK_ON_OR_BEFORE -> "that came back at least once by that age";
      case EVERY_PERIOD_SO_FAR -> "active at every age up to that one";
    };
  }
}
