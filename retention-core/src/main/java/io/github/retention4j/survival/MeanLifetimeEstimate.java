package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.BootstrapInterval;
import io.github.retention4j.estimation.BootstrapResult;
import io.github.retention4j.estimation.Covariance;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.ParameterEstimate;
import io.github.retention4j.estimation.ParameterRange;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The mean lifetime of a fitted model, its error, and how much of it nobody has lived to see.
 *
 * <p>The standard error is that of the delta method, by differences of a thousandth of a standard
 * error of each parameter. It tells how far the mean would scatter if the family were right; the
 * spread between families ({@link LifetimeModelComparison}) is as a rule wider. Where the sample is
 * small or most of the mean is extrapolated, {@link #interval(BootstrapResult, double)} asks more
 * of the computer and takes less for granted.
 *
 * @param mean the mean, or why it is infinite
 * @param standardError its standard error, over 0; empty where the mean is infinite or the sample
 *     does not tell it
 * @param lastObserved the longest time in the sample
 * @param observedPart the mean time that customers stay up to then
 */
public record MeanLifetimeEstimate(
    MeanLifetime mean, OptionalDouble standardError, double lastObserved, double observedPart) {

  private static final double STEP = 1e-3;

  /** Stands for an infinite mean among others. */
  private static final double INFINITE = 1e300;

  /** No percentile of finite means lies above; one that has any part of an infinite one does. */
  private static final double MOST = 1e150;

  /**
   * Checks the numbers.
   *
   * @param mean the mean
   * @param standardError its standard error
   * @param lastObserved the longest time in the sample
   * @param observedPart the mean time up to then
   * @throws IllegalArgumentException if a number is negative or not finite
   */
  public MeanLifetimeEstimate {
    requireNonNull(mean, "mean");
    LifetimeChecks.positive("standardError", standardError.orElse(1));
    LifetimeChecks.time("lastObserved", lastObserved);
    LifetimeChecks.time("observedPart", observedPart);
  }

  /**
   * Returns the mean lifetime of a fitted model.
   *
   * @param fit the fit, made by a {@link LifetimeFitter}
   * @param sample what it was fitted to
   * @return the mean
   */
  public static MeanLifetimeEstimate of(Fit<? extends LifetimeModel> fit, LifetimeSample sample) {
    LifetimeModel model = fit.model();
    double last = LifetimeSummary.of(sample).lastTime();
    return new MeanLifetimeEstimate(
        model.meanLifetime(), standardError(fit), last, model.restrictedMean(last));
  }

  /**
   * Returns the interval of the mean lifetime from models of the same family, fitted to samples
   * drawn anew: from one percentile of their means to the other. An infinite mean is above all
   * others.
   *
   * <pre>{@code
   * Bootstrap.withDefaults().withSeed(42)
   *     .run(fit, random -> fitter.fit(sample.resample(random)))
   * }</pre>
   *
   * @param replicates the models
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty if its upper limit lies among infinite means
   * @throws IllegalArgumentException if the level is not between 0 and 1
   * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
   */
  public static Optional<ConfidenceInterval> interval(
      BootstrapResult<? extends LifetimeModel> replicates, double level) {
    ConfidenceInterval interval =
        replicates.interval(
            model -> model.meanLifetime().finite().orElse(INFINITE),
            level,
            BootstrapInterval.PERCENTILE);
    return interval.upper() > MOST ? Optional.empty() : Optional.of(interval);
  }

  private static OptionalDouble standardError(Fit<? extends LifetimeModel> fit) {
    Covariance covariance = fit.report().covariance();
    List<String> names = covariance.names();
    double[] slopes = names.stream().mapToDouble(name -> slope(fit, name)).toArray();
    double variance = 0;
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < slopes.length; j++) {
        variance +=
            slopes[i] * slopes[j] * covariance.between(names.get(i), names.get(j)).orElse(0);
      }
    }
    double error = Math.sqrt(variance);
    return error > 0 && error < Double.POSITIVE_INFINITY
        ? OptionalDouble.of(error)
        : OptionalDouble.empty();
  }

  /** The derivative of the mean with respect to a parameter; NaN where a mean is infinite. */
  private static double slope(Fit<? extends LifetimeModel> fit, String name) {
    double step = STEP * fit.report().estimate(name).standardError().orElse(0);
    double up = mean(fit, name, step);
    double down = mean(fit, name, -step);
    return (up - down) / (2 * step);
  }

  private static double mean(Fit<? extends LifetimeModel> fit, String name, double step) {
    double[] parameters =
        fit.report().estimates().stream()
            .mapToDouble(estimate -> estimate.value() + (estimate.name().equals(name) ? step : 0))
            .toArray();
    LifetimeModel model = fit.model();
    return LifetimeFamily.of(model)
        .model(parameters, model.timeScale())
        .meanLifetime()
        .finite()
        .orElse(Double.NaN);
  }

  /**
   * Returns the share of the mean that lies beyond the longest time observed.
   *
   * @return {@code 1 - observedPart / mean}, from 0 to 1; 1 where the mean is infinite
   */
  public double extrapolatedShare() {
    OptionalDouble finite = mean.finite();
    return finite.isEmpty() ? 1 : Math.min(1, Math.max(0, 1 - observedPart / finite.getAsDouble()));
  }

  /**
   * Returns the interval of Wald for the mean, made on log scale.
   *
   * @param level the confidence level, over 0 and under 1
   * @return the interval; empty without a standard error, or if a limit is beyond what a double
   *     holds
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public Optional<ConfidenceInterval> interval(double level) {
    OptionalDouble finite = mean.finite();
    return finite.isEmpty()
        ? Optional.empty()
        : new ParameterEstimate(
                "mean lifetime",
                finite.getAsDouble(),
                ParameterRange.POSITIVE,
                standardError,
                false)
            .interval(level);
  }
}
