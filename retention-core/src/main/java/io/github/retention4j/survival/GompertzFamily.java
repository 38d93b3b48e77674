package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.log;

import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.internal.numeric.ExponentialRemainder;
import io.github.retention4j.internal.numeric.LogSum;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.List;

/** Lifetimes with the hazard {@code rate e^(shape t)}. */
final class GompertzFamily implements LifetimeFamily<Gompertz> {

  /** Shapes per longest time. */
  private static final double[] SHAPES = {-3, -1, 0, 1, 3};

  @Override
  public String name() {
    return "Gompertz";
  }

  @Override
  public List<Parameter> parameters(LifetimeSummary summary) {
    return List.of(
        Parameter.real("shape").inUnitsOf(summary.observations() / summary.exposure()),
        Parameter.positive("rate"));
  }

  @Override
  public List<double[]> starts(LifetimeSummary summary) {
    List<double[]> starts = new ArrayList<>();
    double level = summary.events() / summary.exposure();
    for (double shape : SHAPES) {
      starts.add(new double[] {shape / summary.lastTime(), level * exp(-shape / 2)});
    }
    return starts;
  }

  @Override
  public HazardTerms at(double[] p) {
    return new Terms(p[0], p[1]);
  }

  @Override
  public Gompertz model(double[] p, TimeScale timeScale) {
    return new Gompertz(p[0], p[1], timeScale);
  }

  @Override
  public boolean allowsZero() {
    return true;
  }

  @Override
  public boolean mayConcentrate() {
    return true;
  }

  private record Terms(double shape, double rate) implements HazardTerms {

    @Override
    public void at(double time, double[] terms) {
      double growth = shape * time;
      double perRate = time * LogSum.meanDecay(-growth);
      terms[0] = -rate * perRate;
      terms[1] = -rate * time * time * slopeOfMeanGrowth(growth);
      terms[2] = -perRate;
      terms[3] = log(rate) + growth;
      terms[4] = time;
      terms[5] = 1 / rate;
    }

    /** The derivative of (e^x - 1) / x. */
    private static double slopeOfMeanGrowth(double x) {
      return x < -1 ? ((x - 1) * exp(x) + 1) / x / x : exp(x) * ExponentialRemainder.second(-x);
    }
  }
}
