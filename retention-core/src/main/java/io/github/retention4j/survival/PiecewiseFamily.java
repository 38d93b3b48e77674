package io.github.retention4j.survival;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitException.Reason;
import io.github.retention4j.internal.mle.Parameter;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Lifetimes with a level hazard between cuts, the exponential without any among them. */
final class PiecewiseFamily<M extends LifetimeModel> implements LifetimeFamily<M> {

  private final String name;
  private final double[] cuts;
  private final BiFunction<double[], TimeScale, M> toModel;

  private PiecewiseFamily(String name, double[] cuts, BiFunction<double[], TimeScale, M> toModel) {
    this.name = name;
    this.cuts = cuts;
    this.toModel = toModel;
  }

  static PiecewiseFamily<Exponential> exponential() {
    return new PiecewiseFamily<>(
        "exponential", new double[0], (p, unit) -> new Exponential(p[0], unit));
  }

  static PiecewiseFamily<PiecewiseExponential> of(List<Double> cuts) {
    List<Double> checked = PiecewiseExponential.checkedCuts(cuts);
    return new PiecewiseFamily<>(
        "piecewise exponential",
        checked.stream().mapToDouble(Double::doubleValue).toArray(),
        (p, unit) -> new PiecewiseExponential(checked, Arrays.stream(p).boxed().toList(), unit));
  }

  private int pieces() {
    return cuts.length + 1;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<Parameter> parameters(LifetimeSummary summary) {
    return IntStream.rangeClosed(1, pieces())
        .mapToObj(piece -> Parameter.positive(pieces() == 1 ? "rate" : "rate" + piece))
        .toList();
  }

  @Override
  public List<double[]> starts(LifetimeSummary summary) {
    double[] start = new double[pieces()];
    Arrays.fill(start, summary.events() / summary.exposure());
    return List.of(start);
  }

  @Override
  public void check(GroupedLifetimes rows) {
    for (int piece = 0; piece < pieces(); piece++) {
      double from = piece == 0 ? 0 : cuts[piece - 1];
      double to = piece == cuts.length ? Double.POSITIVE_INFINITY : cuts[piece];
      if (pieces() > 1 && !rows.hasEventWithin(from, to)) {
        throw new FitException(
            Reason.DEGENERATE_SAMPLE,
            name + ": nobody left over " + from + " and up to " + to + "; choose other cuts");
      }
    }
  }

  @Override
  public HazardTerms at(double[] rates) {
    return new Terms(cuts, rates);
  }

  @Override
  public M model(double[] parameters, TimeScale timeScale) {
    return toModel.apply(parameters, timeScale);
  }

  @Override
  public boolean allowsZero() {
    return true;
  }

  @Override
  public boolean mayConcentrate() {
    return false;
  }

  private static final class Terms implements HazardTerms {

    private final double[] cuts;
    private final double[] rates;

    Terms(double[] cuts, double[] rates) {
      this.cuts = cuts;
      this.rates = rates;
    }

    @Override
    public void at(double time, double[] terms) {
      Arrays.fill(terms, 0);
      int second = rates.length + 1;
      double start = 0;
      int piece = 0;
      while (piece < cuts.length && time > cuts[piece]) {
        add(piece, cuts[piece] - start, terms);
        start = cuts[piece];
        piece++;
      }
      add(piece, time - start, terms);
      terms[second] = Math.log(rates[piece]);
      terms[second + 1 + piece] = 1 / rates[piece];
    }

    private void add(int piece, double length, double[] terms) {
      terms[0] -= rates[piece] * length;
      terms[1 + piece] = -length;
    }
  }
}
