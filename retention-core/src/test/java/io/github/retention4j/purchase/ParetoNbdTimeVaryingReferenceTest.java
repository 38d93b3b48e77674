package io.github.retention4j.purchase;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.time.PeriodAxis;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Against sums over both rates of customers, which share no formula with it, and mpmath. */
class ParetoNbdTimeVaryingReferenceTest {

  /** The sums are good to about 1e-12, and relatively to 2e-11 where almost nobody is left. */
  private static final double OF_SUMS = 5e-11;

  /** What the Javadoc promises. */
  private static final double PROMISE = 1e-9;

  /** The smallest normal numbers keep fewer digits. */
  private static final double DENORMAL = 1e-300;

  private static final LocalDate START = LocalDate.of(2010, 1, 1);

  private static List<LocalDate> dates(String field) {
    return Stream.of(field.split(" ")).filter(d -> !d.isEmpty()).map(LocalDate::parse).toList();
  }

  private static CovariatePath path(NamedCsvRecord row) {
    return CovariatePath.of(PeriodAxis.ofBoundaries(dates(row.getField("boundaries"))))
        .withValues("season", ReferenceTable.numbers(row, "season"))
        .withValues("promo", ReferenceTable.numbers(row, "promo"));
  }

  private static ParetoNbdWithTimeVaryingCovariates model(NamedCsvRecord row) {
    return new ParetoNbdWithTimeVaryingCovariates(
        base(row), effects(row, "purchase"), effects(row, "attrition"));
  }

  private static ParetoNbd base(NamedCsvRecord row) {
    return new ParetoNbd(
        ReferenceTable.number(row, "r"),
        ReferenceTable.number(row, "alpha"),
        ReferenceTable.number(row, "s"),
        ReferenceTable.number(row, "beta"),
        TimeScale.WEEK);
  }

  private static CovariateEffects effects(NamedCsvRecord row, String process) {
    return new CovariateEffects(
        Map.of(
            "season", ReferenceTable.number(row, process + "Season"),
            "promo", ReferenceTable.number(row, process + "Promo")));
  }

  private static void assertTruth(NamedCsvRecord row, String column, double actual) {
    double truth = ReferenceTable.number(row, column);
    double scale = column.equals("logLikelihood") ? 1 : Math.abs(truth);
    assertThat(Math.abs(actual - truth))
        .as("%s of the customer of %s: %s for %s", column, row.getField("first"), actual, truth)
        .isLessThanOrEqualTo(OF_SUMS * scale);
  }

  @Test
  void customersOfAllKinds() {
    for (NamedCsvRecord row : ReferenceTable.rows(getClass(), "pareto-nbd-time-varying.csv")) {
      ParetoNbdWithTimeVaryingCovariates model = model(row);
      CovariatePath path = path(row);
      LocalDate first = LocalDate.parse(row.getField("first"));
      LocalDate end = LocalDate.parse(row.getField("end"));
      LocalDate to = LocalDate.parse(row.getField("to"));
      double force = ReferenceTable.number(row, "force");
      DatedHistory history = new DatedHistory(first, dates(row.getField("repeats")), end);
      assertTruth(row, "logLikelihood", model.logLikelihood(history, path));
      assertTruth(row, "alive", model.probabilityAlive(history, path));
      assertTruth(row, "aliveTo", model.probabilityAlive(history, path, to));
      assertTruth(row, "expected", model.expectedPurchases(history, path, to));
      assertTruth(row, "expectedOfNew", model.expectedPurchases(path, first, to));
      assertTruth(row, "discounted", model.discountedPurchases(history, path, to, force));
      assertTruth(
          row, "discountedForEver", model.discountedPurchasesWithLastValues(history, path, force));
    }
  }

  private static LocalDate day(NamedCsvRecord row, String column) {
    return START.plusDays((long) ReferenceTable.number(row, column));
  }

  private static DatedHistory evenHistory(NamedCsvRecord row) {
    long step = (long) ReferenceTable.number(row, "step");
    long repeats = (long) ReferenceTable.number(row, "repeats");
    return new DatedHistory(
        START,
        LongStream.rangeClosed(1, repeats).mapToObj(n -> START.plusDays(n * step)).toList(),
        day(row, "end"));
  }

  private static ParetoNbdWithTimeVaryingCovariates cornerModel(NamedCsvRecord row) {
    return new ParetoNbdWithTimeVaryingCovariates(
        base(row),
        new CovariateEffects(Map.of("season", ReferenceTable.number(row, "purchase"))),
        new CovariateEffects(Map.of("season", ReferenceTable.number(row, "attrition"))));
  }

  private static void assertPromise(String what, double actual, String field, double least) {
    double truth = new BigDecimal(field).doubleValue();
    assertThat(actual).as(what).isFinite();
    assertThat(Math.abs(actual - truth) / Math.max(least, Math.abs(truth)))
        .as("%s: %s for %s", what, actual, field)
        .isLessThan(PROMISE);
  }

  @Test
  void cornersOfThePromisedRange() {
    List<LocalDate> boundaries =
        IntStream.of(0, 40, 47, 300, 1000, 3000, 6000).mapToObj(START::plusDays).toList();
    for (NamedCsvRecord row :
        ReferenceTable.rows(getClass(), "pareto-nbd-time-varying-corners.csv")) {
      CovariatePath path =
          CovariatePath.of(PeriodAxis.ofBoundaries(boundaries))
              .withValues("season", ReferenceTable.numbers(row, "season"));
      ParetoNbdWithTimeVaryingCovariates model = cornerModel(row);
      DatedHistory history = evenHistory(row);
      double alive = model.probabilityAlive(history, path);
      double expected = model.expectedPurchases(history, path, day(row, "to"));
      String what = row.toString();
      assertPromise(what, model.logLikelihood(history, path), row.getField("logLikelihood"), 1);
      assertPromise(what, alive, row.getField("alive"), DENORMAL);
      assertPromise(what, expected, row.getField("expected"), DENORMAL);
    }
  }
}
