package io.github.retention4j.examples.bench;

import io.github.retention4j.estimation.FitException;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.estimation.ParameterEstimate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * How often 95 % intervals of parameters hold the truth: each model is drawn from many times,
 * fitted and asked. Prints a line for each parameter. Not a benchmark of speed, and too long for a
 * test.
 *
 * <pre>{@code mvn -q -Pbench test-compile exec:exec@coverage "-Dcoverage.args=1000 5000 BG/NBD"}
 * </pre>
 *
 * <p>Arguments: how many runs, how many customers in each, and optionally the names of the models.
 * Run k draws by the seed k. Runs whose fit has no interval for a parameter, such as one at a
 * boundary, are told apart and not counted as held or missed.
 */
final class CoverageStudy {

  private static final double LEVEL = 0.95;

  private final int runs;

  private CoverageStudy(int runs) {
    this.runs = runs;
  }

  /**
   * Runs the study.
   *
   * @param args runs, customers, names of models
   */
  public static void main(String[] args) {
    CoverageStudy study = new CoverageStudy(Integer.parseInt(args[0]));
    List<String> wanted = Arrays.asList(args).subList(2, args.length);
    new KnownModels(Integer.parseInt(args[1]))
        .all()
        .forEach(
            (name, model) -> {
              if (wanted.isEmpty() || wanted.contains(name)) {
                study.print(name, model);
              }
            });
  }

  private void print(String name, KnownModel model) {
    List<Optional<FitReport>> reports =
        LongStream.range(0, runs).parallel().mapToObj(seed -> report(model, seed)).toList();
    long failed = reports.stream().filter(Optional::isEmpty).count();
    List<FitReport> fits = reports.stream().flatMap(Optional::stream).toList();
    for (int i = 0; i < model.truth().size(); i++) {
      System.out.println(line(name, fits, i, model.truth().get(i), failed));
    }
  }

  private static Optional<FitReport> report(KnownModel model, long seed) {
    try {
      return Optional.of(model.fit().apply(seed));
    } catch (FitException e) {
      return Optional.empty();
    }
  }

  private static String line(
      String name, List<FitReport> fits, int parameter, double truth, long failed) {
    String parameterName = fits.get(0).estimates().get(parameter).name();
    List<Boolean> held =
        fits.stream()
            .map(fit -> fit.estimates().get(parameter))
            .map(estimate -> holds(estimate, truth))
            .flatMap(Optional::stream)
            .toList();
    double share = held.stream().filter(is -> is).count() / (double) held.size();
    return String.format(
        Locale.ROOT,
        "%-26s %-20s true %8.3f   held in %5.1f %% of %d runs (%d without an interval, %d not fitted)",
        name,
        parameterName,
        truth,
        100 * share,
        held.size(),
        fits.size() - held.size(),
        failed);
  }

  private static Optional<Boolean> holds(ParameterEstimate estimate, double truth) {
    return estimate.interval(LEVEL).map(interval -> interval.contains(truth));
  }
}
