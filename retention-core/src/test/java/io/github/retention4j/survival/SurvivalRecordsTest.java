package io.github.retention4j.survival;

import static io.github.retention4j.survival.LifetimeModels.UNIT;

import io.github.retention4j.RecordContract;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Results of survival analysis cannot be made of nothing, or of no number. */
class SurvivalRecordsTest {

  private static final OptionalDouble ERROR = OptionalDouble.of(0.1);
  private static final Optional<ConfidenceInterval> INTERVAL =
      Optional.of(new ConfidenceInterval(0.4, 0.6, 0.95, "plain"));
  private static final RestrictedMean MEAN = new RestrictedMean(UNIT, 12, 8, 0.5, 0.95);

  static Stream<Record> records() {
    SurvivalAnswer.Estimate estimate = new SurvivalAnswer.Estimate(3, 0.5, 10, ERROR, INTERVAL);
    return Stream.of(
        new LifeTableRow(0, 1, 10, 1, 2, 3, 1, 0.7, ERROR),
        new ConcordanceIndex(6, 2, 2, 1, 0, 0.1),
        new MeanLifetimeEstimate(new MeanLifetime.Finite(10), ERROR, 24, 9),
        new MeanLifetime.Finite(10),
        MEAN,
        new RestrictedMeanDifference(MEAN, MEAN),
        new IncidenceEstimate("price", 3, 0.2, 2, 10, ERROR, INTERVAL),
        new PredictedSurvival(3, 0.5, ERROR),
        estimate,
        new SurvivalAnswer.NotObserved(30, 24),
        new CalibrationBin(20, 0.3, 0.5, 0.4, estimate),
        new LifetimeModelComparison.Spread(3, 5),
        new ProportionalHazards.Change("plan", 0.1, ERROR, 0.2),
        new LifetimeLimit.Reached(5),
        new LifetimeLimit.NotReached(24),
        new MixtureCure<>(0.2, new Exponential(0.1, UNIT)),
        new LogRankTrend(
            List.of("a", "b"),
            List.of(0.0, 1.0),
            2,
            1,
            new TestResult("trend", 4, 0.0455, Math.log10(0.0455))));
  }

  @ParameterizedTest
  @MethodSource({"records", "io.github.retention4j.survival.LifetimeModelContractTest#models"})
  void refusesWhatIsNoResult(Object valid) {
    RecordContract.check((Record) valid);
  }
}
