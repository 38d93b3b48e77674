package io.github.retention4j.internal.mle;

import static io.github.retention4j.ReferenceTable.number;
import static io.github.retention4j.ReferenceTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Fits of simple models against mpmath. */
class SimpleFitsReferenceTest {

  /** The search ends within 1e-6 standard errors; the log-likelihood is flat there. */
  private static final Percentage ESTIMATE = withinPercentage(1e-5);

  /** Differences of the gradient over 1e-4 lose about half of the digits of a double. */
  private static final Percentage ERROR = withinPercentage(1e-4);

  private static final double CORRELATION = 1e-5;

  private static final Percentage LIKELIHOOD = withinPercentage(1e-11);

  static Stream<NamedCsvRecord> models() {
    return ReferenceTable.rows(SimpleFitsReferenceTest.class, "simple-fits.csv").stream();
  }

  @ParameterizedTest
  @MethodSource("models")
  void findsEstimatesAndErrors(NamedCsvRecord row) {
    FitReport report =
        SimpleLikelihoods.task(row.getField("model"), numbers(row, "data"))
            .withStarts(new double[] {1, 0.5}, new double[] {3, 0.1})
            .fit(FitOptions.defaults(), parameters -> parameters)
            .report();
    List<ParameterEstimate> estimates = report.estimates();
    assertThat(report.logLikelihood()).isCloseTo(number(row, "loglik"), LIKELIHOOD);
    assertThat(estimates.get(0).value()).isCloseTo(number(row, "first"), ESTIMATE);
    assertThat(estimates.get(1).value()).isCloseTo(number(row, "second"), ESTIMATE);
    assertThat(estimates.get(0).standardError().orElseThrow())
        .isCloseTo(number(row, "first_error"), ERROR);
    assertThat(estimates.get(1).standardError().orElseThrow())
        .isCloseTo(number(row, "second_error"), ERROR);
    double scale = number(row, "first_error") * number(row, "second_error");
    assertThat(
            report
                .covariance()
                .between(estimates.get(0).name(), estimates.get(1).name())
                .orElseThrow())
        .isCloseTo(number(row, "covariance"), within(CORRELATION * scale));
    assertThat(report.warnings()).isEmpty();
  }
}
