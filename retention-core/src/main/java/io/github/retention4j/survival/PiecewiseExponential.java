package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Lifetimes whose hazard is level between cuts: after the trial, in the first year, and so on. What
 * lies behind the last cut goes on at its last rate.
 *
 * <pre>{@code h(t) = rates[j] for cuts[j - 1] < t <= cuts[j]}</pre>
 *
 * <p>Example: with cuts (12) and rates (0.05, 0.01) a month e^-0.6 = 54.9 % stay longer than a
 * year, and of those e^-0.12 = 88.7 % a second one.
 *
 * @param cuts ascending times over 0; none for a plain {@link Exponential}
 * @param rates hazards per unit of time, over 0, one more than cuts
 * @param timeScale the unit of time
 */
public record PiecewiseExponential(List<Double> cuts, List<Double> rates, TimeScale timeScale)
    implements LifetimeModel {

  /**
   * Checks and copies the lists.
   *
   * @param cuts ascending times
   * @param rates hazards
   * @param timeScale the unit of time
   * @throws IllegalArgumentException if cuts do not ascend from over 0, a rate is not from 1e-100
   *     to 1e100, or there is not one rate more than cuts
   */
  public PiecewiseExponential {
    cuts = checkedCuts(cuts);
    rates = List.copyOf(rates);
    requireNonNull(timeScale, "timeScale");
    if (rates.size() != cuts.size() + 1) {
      throw new IllegalArgumentException(
          "rates (" + rates.size() + ") must be one more than cuts (" + cuts.size() + ")");
    }
    rates.forEach(rate -> LifetimeChecks.parameter("rate", rate));
  }

  /** Copies cuts that ascend from over 0. */
  static List<Double> checkedCuts(List<Double> cuts) {
    double previous = 0;
    for (double cut : cuts) {
      LifetimeChecks.positive("cut", cut);
      if (cut <= previous) {
        throw new IllegalArgumentException("cut (" + cut + ") must be over the last, " + previous);
      }
      previous = cut;
    }
    return List.copyOf(cuts);
  }

  private double start(int piece) {
    return piece == 0 ? 0 : cuts.get(piece - 1);
  }

  private double end(int piece) {
    return piece == cuts.size() ? Double.POSITIVE_INFINITY : cuts.get(piece);
  }

  private int pieceOf(double time) {
    int piece = 0;
    while (time > end(piece)) {
      piece++;
    }
    return piece;
  }

  @Override
  public double logSurvival(double time) {
    LifetimeChecks.time("time", time);
    return 0.0 - hazardBetween(0, time);
  }

  /** The hazard summed from one time to another. */
  private double hazardBetween(double from, double to) {
    double sum = 0;
    for (int piece = 0; piece < rates.size() && start(piece) < to; piece++) {
      double length = Math.min(to, end(piece)) - Math.max(from, start(piece));
      sum += rates.get(piece) * Math.max(0, length);
    }
    return sum;
  }

  @Override
  public double hazard(double time) {
    LifetimeChecks.positive("time", time);
    return rates.get(pieceOf(time));
  }

  @Override
  public OptionalDouble quantile(double share) {
    double left = LifetimeChecks.hazardBy(share);
    int piece = 0;
    while (left > rates.get(piece) * (end(piece) - start(piece))) {
      left -= rates.get(piece) * (end(piece) - start(piece));
      piece++;
    }
    return LifetimeChecks.held(start(piece) + left / rates.get(piece));
  }

  @Override
  public MeanLifetime meanLifetime() {
    return expectedRemaining(0);
  }

  @Override
  public double logConditionalSurvival(double age, double further) {
    LifetimeChecks.time("further", further);
    LifetimeChecks.reached(this, age);
    return 0.0 - hazardBetween(age, age + further);
  }

  @Override
  public MeanLifetime expectedRemaining(double age) {
    LifetimeChecks.reached(this, age);
    return MeanLifetime.of(area(age, Double.POSITIVE_INFINITY));
  }

  @Override
  public double restrictedMean(double horizon) {
    LifetimeChecks.time("horizon", horizon);
    return area(0, horizon);
  }

  /** The integral of S(t) / S(from) between two times. */
  private double area(double from, double to) {
    double area = 0;
    for (int piece = pieceOf(from); piece < rates.size() && start(piece) < to; piece++) {
      double begin = Math.max(from, start(piece));
      double length = Math.min(to, end(piece)) - begin;
      double rate = rates.get(piece);
      area += Math.exp(-hazardBetween(from, begin)) * -Math.expm1(-rate * length) / rate;
    }
    return area;
  }
}
