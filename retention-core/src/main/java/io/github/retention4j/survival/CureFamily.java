package io.github.retention4j.survival;

import static java.lang.Math.exp;
import static java.lang.Math.log1p;

import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A family of which a share of the customers has no part: they never leave. */
final class CureFamily<M extends LifetimeModel> implements LifetimeFamily<MixtureCure<M>> {

  private static final double[] SHARES = {0.05, 0.3, 0.6};

  private final LifetimeFamily<M> leavers;

  CureFamily(LifetimeFamily<M> leavers) {
    this.leavers = leavers;
  }

  @Override
  public String name() {
    return leavers.name() + " with cure share";
  }

  @Override
  public List<Parameter> parameters(LifetimeSummary summary) {
    List<Parameter> parameters = new ArrayList<>();
    parameters.add(Parameter.share("cureShare"));
    parameters.addAll(leavers.parameters(summary));
    return parameters;
  }

  @Override
  public List<double[]> starts(LifetimeSummary summary) {
    List<double[]> starts = new ArrayList<>();
    for (double share : SHARES) {
      leavers.starts(summary).forEach(start -> starts.add(with(share, start)));
    }
    double active = Math.min(0.95, 1 - summary.events() / summary.observations());
    leavers
        .starts(summary.leaversAlone())
        .forEach(start -> starts.add(with(Math.max(0.01, active), start)));
    return starts;
  }

  private static double[] with(double share, double[] start) {
    double[] point = new double[start.length + 1];
    point[0] = share;
    System.arraycopy(start, 0, point, 1, start.length);
    return point;
  }

  @Override
  public void check(GroupedLifetimes rows) {
    leavers.check(rows);
  }

  @Override
  public HazardTerms at(double[] p) {
    return new Terms(p[0], leavers.at(Arrays.copyOfRange(p, 1, p.length)), p.length - 1);
  }

  @Override
  public MixtureCure<M> model(double[] p, TimeScale timeScale) {
    return new MixtureCure<>(p[0], leavers.model(Arrays.copyOfRange(p, 1, p.length), timeScale));
  }

  @Override
  public boolean allowsZero() {
    return leavers.allowsZero();
  }

  @Override
  public boolean mayConcentrate() {
    return leavers.mayConcentrate();
  }

  /** From those of the leavers, by the density (1 - c) f of all. */
  private record Terms(double share, HazardTerms leavers, int parameters) implements HazardTerms {

    @Override
    public void at(double time, double[] terms) {
      double[] own = new double[2 * parameters + 2];
      leavers.at(time, own);
      int second = parameters + 2;
      double logSurvival = MixtureCure.mixed(share, own[0]);
      double leaving = exp(log1p(-share) + own[0] - logSurvival);
      terms[0] = logSurvival;
      terms[1] = -Math.expm1(own[0]) / exp(logSurvival);
      terms[second] = own[parameters + 1] + log1p(-share) + own[0] - logSurvival;
      terms[second + 1] = -1 / (1 - share) - terms[1];
      for (int i = 1; i <= parameters; i++) {
        terms[1 + i] = leaving == 0 ? 0 : leaving * own[i];
        double ofDensity = own[i] + own[parameters + 1 + i];
        terms[second + 1 + i] = ofDensity - terms[1 + i];
      }
    }
  }
}
