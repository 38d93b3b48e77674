package io.github.retention4j.internal.mle;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Climbs to a maximum by Newton steps within a radius of trust. The curvature comes from
 * differences of the gradient; between them it is corrected by what each step shows (symmetric rank
 * one), as long as the parabola foretells the gradient well.
 */
final class Maximiser {

  /** The end: a Newton step shorter than 1e-8 standard errors. */
  private static final double CONVERGED = 1e-16;

  /** The same, once the curvature is known well: 1e-6 standard errors. */
  private static final double CONFIRMED = 1e-12;

  /** Short of the end by less than 1e-5 standard errors, where rounding may stop the search. */
  private static final double ROUNDING = 1e-10;

  private static final double FIRST_RADIUS = 2;
  private static final double LARGEST_RADIUS = 16;
  private static final double SMALLEST_RADIUS = 1e-9;
  private static final double GOOD_FORECAST = 0.75;
  private static final double POOR_FORECAST = 0.05;

  /** Below this share of the value a gain is rounding, and the gradient decides. */
  private static final double VALUE_NOISE = 1e-12;

  /** So near on the line a parameter is at its limit. */
  private static final double AT_LIMIT = 1e-9;

  /** A parabola that misses the gradient by more is made anew... */
  private static final double LARGE_SURPRISE = 0.2;

  /** ... unless the end is within 10 standard errors, where corrections lead there sooner. */
  private static final double CLOSE = 100;

  private final Objective objective;

  /** Parameters that do not move. */
  private final BitSet held;

  private Point current;
  private double[][] information;
  private boolean fresh;
  private double radius = FIRST_RADIUS;

  /** Peaks that were found before. */
  private final List<Maximum> known;

  private Maximiser(
      Objective objective,
      BitSet held,
      Point start,
      double @Nullable [][] information,
      List<Maximum> known) {
    this.objective = objective;
    this.held = held;
    this.known = known;
    this.current = start;
    this.fresh = information == null;
    this.information = information == null ? objective.roughInformation(start) : information;
  }

  /**
   * Climbs from a point with a finite value to a place where no step leads up.
   *
   * @param known where earlier climbs ended; one that comes close to a peak of them ends there
   */
  static Maximum climb(Objective objective, Point start, List<Maximum> known) {
    return new Maximiser(objective, new BitSet(), start, null, known).climb();
  }

  /** Climbs from a point about which the curvature is known. */
  static Maximum climb(Objective objective, Point start, double[][] information) {
    return new Maximiser(objective, new BitSet(), start, information, List.of()).climb();
  }

  /**
   * Climbs from a point about which the curvature is known, some parameters held where they are.
   * The curvature at the end is that of the start, corrected by what the steps showed.
   */
  static Maximum climbHolding(
      Objective objective, BitSet held, Point start, double[][] information) {
    Maximiser maximiser = new Maximiser(objective, held, start, information, List.of());
    maximiser.advanceTo(CONFIRMED);
    return new Maximum(maximiser.current, maximiser.information);
  }

  private Maximum climb() {
    boolean mayResume = true;
    while (true) {
      Optional<Maximum> met = advanceTo(CONVERGED);
      if (met.isPresent()) {
        return met.get();
      }
      information = objective.information(current);
      fresh = true;
      if (mayResume) {
        // A parabola corrected too often may have taken a place short of the top for the top.
        radius = Math.max(radius, FIRST_RADIUS);
        mayResume = false;
      }
      if (!isFinite(information)) {
        return new Maximum(current, information);
      }
      if (isWithin(CONFIRMED)) {
        return last();
      }
      if (!advance()) {
        return new Maximum(current, information);
      }
    }
  }

  /** Advances until a Newton step is short enough, no step leads up or a known peak is near. */
  private Optional<Maximum> advanceTo(double decrement) {
    while (isFinite(information) && !isWithin(decrement) && radius > SMALLEST_RADIUS) {
      advance();
      for (Maximum peak : known) {
        if (peak.isNear(objective, current)) {
          return Optional.of(peak);
        }
      }
    }
    return Optional.empty();
  }

  /** One more step costs little and, the curvature being known well, leaves rounding only. */
  private Maximum last() {
    double[][] known = information;
    if (!isWithin(CONVERGED)) {
      advance();
    }
    return new Maximum(current, known);
  }

  private boolean isWithin(double decrement) {
    return model().decrement() <= decrement;
  }

  private LocalModel model() {
    BitSet still = atLimit(objective, current, information);
    still.or(held);
    return LocalModel.of(objective, current, information, still);
  }

  /**
   * The parameters that stand at their limit and would climb beyond it, once the others stand best.
   */
  static BitSet atLimit(Objective objective, Point point, double[][] information) {
    BitSet still = new BitSet();
    double[] position = point.position();
    for (int i = 0; i < position.length; i++) {
      still.set(i, isAtLimit(objective, i, position[i]));
    }
    if (!still.isEmpty() && isFinite(information)) {
      LocalModel ofOthers = LocalModel.of(objective, point, information, still);
      double[] slopes = slopesAfter(ofOthers.stepToPeak(), point, information);
      for (int i = still.nextSetBit(0); i >= 0; i = still.nextSetBit(i + 1)) {
        still.set(i, slopes[i] * position[i] >= 0);
      }
    }
    return still;
  }

  static boolean isAtLimit(Objective objective, int i, double position) {
    return Math.abs(position) >= objective.limit(i, position) - AT_LIMIT;
  }

  private static double[] slopesAfter(double[] step, Point point, double[][] information) {
    double[] slopes = point.gradient();
    for (int i = 0; i < slopes.length; i++) {
      for (int j = 0; j < step.length; j++) {
        slopes[i] -= information[i][j] * step[j];
      }
    }
    return slopes;
  }

  /** Tries one step; false if it does not lead up and nothing better is known. */
  private boolean advance() {
    LocalModel model = model();
    double[] step = model.step(radius);
    double share = shareWithinLimits(step);
    Arrays.setAll(step, i -> share * step[i]);
    Point trial = objective.at(sum(current.position(), step));
    double gain = model.gain(step);
    if (!trial.isFinite() || !leadsUp(model, gain, trial, share < 1)) {
      return turnBack(model, step);
    }
    widen(model, step, (trial.value() - current.value()) / gain);
    double surprise = model.surprise(step, trial);
    Point previous = current;
    current = trial;
    if (surprise > LARGE_SURPRISE && model.decrement() > CLOSE) {
      renew();
    } else {
      correct(previous, step);
    }
    return true;
  }

  private boolean leadsUp(LocalModel model, double gain, Point trial, boolean meetsLimit) {
    double rise = trial.value() - current.value();
    double noise = VALUE_NOISE * Math.max(1, Math.abs(current.value()));
    if (gain > noise) {
      return rise > POOR_FORECAST * gain;
    }
    if (meetsLimit) {
      return rise >= -noise;
    }
    return model.isPeaked() && model.decrementAt(trial) < 0.5 * model.decrement();
  }

  private boolean turnBack(LocalModel model, double[] step) {
    if (model.decrement() <= ROUNDING) {
      radius = 0;
      return false;
    }
    radius = Math.min(radius, model.length(step)) / 4;
    if (!fresh) {
      renew();
      return true;
    }
    return radius > SMALLEST_RADIUS;
  }

  private void widen(LocalModel model, double[] step, double forecast) {
    if (forecast > GOOD_FORECAST && model.length(step) > 0.9 * radius) {
      radius = Math.min(LARGEST_RADIUS, 2 * radius);
    } else if (forecast < 1 - GOOD_FORECAST && forecast > 0) {
      radius /= 2;
    }
  }

  private void renew() {
    information = objective.roughInformation(current);
    fresh = true;
  }

  /** The update of symmetric rank one: the parabola then knows the last step exactly. */
  private void correct(Point previous, double[] step) {
    fresh = false;
    double[] before = previous.gradient();
    double[] after = current.gradient();
    double[] miss = new double[step.length];
    double along = 0;
    double missed = 0;
    double length = 0;
    for (int i = 0; i < step.length; i++) {
      miss[i] = before[i] - after[i];
      for (int j = 0; j < step.length; j++) {
        miss[i] -= information[i][j] * step[j];
      }
      along += miss[i] * step[i];
      missed += miss[i] * miss[i];
      length += step[i] * step[i];
    }
    if (Math.abs(along) > 1e-4 * Math.sqrt(missed * length)) {
      information = plus(information, miss, along);
    }
  }

  private static double[][] plus(double[][] matrix, double[] vector, double divisor) {
    double[][] sum = new double[vector.length][vector.length];
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        sum[i][j] = matrix[i][j] + vector[i] * vector[j] / divisor;
      }
    }
    return sum;
  }

  /** The share of a step up to where a parameter meets its limit; one that is there stays. */
  private double shareWithinLimits(double[] step) {
    double[] position = current.position();
    double share = 1;
    for (int i = 0; i < step.length; i++) {
      double room = objective.limit(i, step[i]) - Math.copySign(1, step[i]) * position[i];
      if (room <= AT_LIMIT) {
        step[i] = 0;
      } else {
        share = Math.min(share, room / Math.abs(step[i]));
      }
    }
    return share;
  }

  private static double[] sum(double[] a, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
    return a;
  }

  static boolean isFinite(double[][] matrix) {
    for (double[] row : matrix) {
      for (double value : row) {
        if (!Double.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
