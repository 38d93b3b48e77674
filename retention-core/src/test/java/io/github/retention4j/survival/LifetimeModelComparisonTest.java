package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeModelComparisonTest {

  private static LifetimeModelComparison.Row row(LifetimeModelComparison comparison, String name) {
    return comparison.rows().stream()
        .filter(row -> row.report().model().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void meanOfAnExponentialHasTheErrorOfItsRate() {
    Fit<Exponential> fit = LifetimeFitter.exponential().fit(Aml.sample());
    MeanLifetimeEstimate mean = MeanLifetimeEstimate.of(fit, Aml.sample());
    double expected = 678 / 18.0;
    assertThat(mean.mean().finite().orElseThrow()).isCloseTo(expected, withinPercentage(1e-9));
    assertThat(mean.standardError().orElseThrow())
        .isCloseTo(expected / Math.sqrt(18), withinPercentage(1e-4));
    assertThat(mean.lastObserved()).isEqualTo(161);
    // Of an exponential lifetime that is the share that survives.
    assertThat(mean.extrapolatedShare()).isCloseTo(fit.model().survival(161), within(1e-12));
    assertThat(mean.interval(0.95).orElseThrow().lower())
        .isCloseTo(expected * Math.exp(-1.959963984540054 / Math.sqrt(18)), within(1e-3));
  }

  @Test
  void showsHowFarFamiliesDisagree() {
    LifetimeModelComparison comparison =
        LifetimeModelComparator.withDefaults()
            .with(FitOptions.defaults().withMaxEvaluations(1000))
            .compare(Aml.sample());
    assertThat(comparison.rows())
        .isSortedAccordingTo((a, b) -> Double.compare(a.report().aic(), b.report().aic()));
    assertThat(comparison.rows().size() + comparison.failures().size()).isEqualTo(12);
    assertThat(comparison.bestByAic()).contains(comparison.rows().get(0));
    assertThat(comparison.bestByBic()).isPresent();
    LifetimeModelComparison.Row cure = row(comparison, "Weibull with cure share");
    assertThat(cure.mean().interval(0.95)).isEmpty();
    assertThat(cure.mean().extrapolatedShare()).isEqualTo(1);
    assertThat(cure.meanOfLeavers()).isPresent();
    assertThat(comparison.cureShares().orElseThrow().least()).isLessThan(cure.neverLeaving());
    assertThat(comparison.means().orElseThrow().largest()).isGreaterThan(40);
    assertThat(comparison.toText())
        .startsWith("family ")
        .contains("log-logistic ")
        .contains("infinite")
        .contains("mean lifetime from ")
        .contains("cure share from ");
  }

  @Test
  void theCureShareOfTelcoCustomersMovesWithTheFamily() {
    LifetimeModelComparison comparison =
        LifetimeModelComparison.of(
            List.of(
                LifetimeFitter.exponential().withCureShare().fit(telco()),
                LifetimeFitter.weibull().withCureShare().fit(telco()),
                LifetimeFitter.logLogistic().withCureShare().fit(telco()),
                LifetimeFitter.logNormal().withCureShare().fit(telco()),
                LifetimeFitter.weibull().fit(telco())),
            telco());
    LifetimeModelComparison.Spread shares = comparison.cureShares().orElseThrow();
    assertThat(shares.least()).isCloseTo(0.09, within(0.005));
    assertThat(shares.largest()).isCloseTo(0.59, within(0.005));
    assertThat(comparison.bestByAic().orElseThrow().report().model())
        .isEqualTo("log-normal with cure share");
    MeanLifetimeEstimate mean = row(comparison, "Weibull").mean();
    assertThat(mean.mean().finite().orElseThrow()).isCloseTo(303.7, within(0.1));
    assertThat(mean.extrapolatedShare()).isGreaterThan(0.8);
  }

  private static LifetimeSample telco() {
    List<NamedCsvRecord> rows;
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/wa_churn.csv"))) {
      rows = reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField("churn").equals("Yes");
    }
    return LifetimeSample.fromStart(
        TimeScale.MEAN_MONTH,
        rows.stream().mapToDouble(row -> ReferenceTable.number(row, "tenure")).toArray(),
        left);
  }

  @Test
  void listsFamiliesThatCannotBeFitted() {
    LifetimeSample sample =
        LifetimeSample.fromStart(
            TimeScale.DAY,
            new double[] {0, 2, 3, 4, 9},
            new boolean[] {true, true, true, true, false});
    LifetimeModelComparison comparison = LifetimeModelComparator.withDefaults().compare(sample);
    assertThat(comparison.failures())
        .extracting(LifetimeModelComparison.Failure::reason)
        .contains("Weibull: duration (0.0) of row 1, which left, must be over 0");
    assertThat(comparison.toText()).contains("not fitted: log-normal: duration (0.0) of row 1");
  }

  @Test
  void refusesFitsOfAnotherSample() {
    Fit<Weibull> fit = LifetimeFitter.weibull().fit(Aml.sample());
    assertThatThrownBy(
            () ->
                LifetimeModelComparison.of(List.of(fit), Aml.sample().select(new int[] {0, 1, 2})))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("observations (23) of Weibull must be the customers of the sample (3)");
    assertThatThrownBy(
            () ->
                LifetimeModelComparator.withDefaults()
                    .with(FitOptions.defaults().withExtraStarts(List.of(List.of(1.0)))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("extraStarts ([[1.0]]) must be none for several families");
  }
}
