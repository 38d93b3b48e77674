package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitOptions;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits the families of lifetimes to a sample, each without and with a share that never leaves, and
 * compares them.
 *
 * <p>Families: exponential, Weibull, log-normal, log-logistic, Gompertz, generalized gamma.
 * Defaults: {@link FitOptions#defaults()}, {@link EventTimes#EXACT}. A family that cannot be fitted
 * is listed with the reason.
 */
public final class LifetimeModelComparator {

  private final FitOptions options;
  private final EventTimes eventTimes;

  private LifetimeModelComparator(FitOptions options, EventTimes eventTimes) {
    this.options = requireNonNull(options, "options");
    this.eventTimes = requireNonNull(eventTimes, "eventTimes");
  }

  /**
   * Returns the comparator with the defaults listed above.
   *
   * @return the comparator
   */
  public static LifetimeModelComparator withDefaults() {
    return new LifetimeModelComparator(FitOptions.defaults(), EventTimes.EXACT);
  }

  /**
   * Chooses how the fits are made.
   *
   * @param newOptions without extra starts, which no two families share
   * @return a comparator with these options
   * @throws IllegalArgumentException if there are extra starts
   */
  public LifetimeModelComparator with(FitOptions newOptions) {
    if (!newOptions.extraStarts().isEmpty()) {
      throw new IllegalArgumentException(
          "extraStarts (" + newOptions.extraStarts() + ") must be none for several families");
    }
    return new LifetimeModelComparator(newOptions, eventTimes);
  }

  /**
   * Chooses how well the sample knows when customers left.
   *
   * @param newEventTimes exactly, or within a unit of time
   * @return a comparator that takes them so
   */
  public LifetimeModelComparator with(EventTimes newEventTimes) {
    return new LifetimeModelComparator(options, newEventTimes);
  }

  /**
   * Fits and compares the families.
   *
   * @param sample the lifetimes
   * @return a row for each family that could be fitted, and the others with their reasons
   */
  public LifetimeModelComparison compare(LifetimeSample sample) {
    List<Fit<? extends LifetimeModel>> fits = new ArrayList<>();
    List<LifetimeModelComparison.Failure> failures = new ArrayList<>();
    for (LifetimeFitter<?> fitter : fitters()) {
      try {
        fits.add(fitter.with(options).with(eventTimes).fit(sample));
      } catch (FitException e) {
        failures.add(new LifetimeModelComparison.Failure(String.valueOf(e.getMessage())));
      }
    }
    return new LifetimeModelComparison(LifetimeModelComparison.of(fits, sample).rows(), failures);
  }

  private static List<LifetimeFitter<?>> fitters() {
    List<LifetimeFitter<?>> plain =
        List.of(
            LifetimeFitter.exponential(),
            LifetimeFitter.weibull(),
            LifetimeFitter.logNormal(),
            LifetimeFitter.logLogistic(),
            LifetimeFitter.gompertz(),
            LifetimeFitter.generalizedGamma());
    List<LifetimeFitter<?>> fitters = new ArrayList<>(plain);
    plain.forEach(fitter -> fitters.add(fitter.withCureShare()));
    return fitters;
  }
}
