package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/**
 * Families of lifetimes fitted to one sample, side by side: how well they fit, and how far they
 * disagree about what nobody has seen yet, the share that never leaves and the mean lifetime.
 *
 * <p>AIC and BIC choose among families by the times observed. Beyond those the data are silent: a
 * spread over families that fit nearly alike is the honest error of an extrapolation.
 *
 * @param rows a row for each family, the one of least AIC first
 * @param failures families that could not be fitted
 */
public record LifetimeModelComparison(List<Row> rows, List<Failure> failures) {

  private static final double SHOWN_LEVEL = 0.95;

  /**
   * One family.
   *
   * @param report how well it fits
   * @param model the fitted model
   * @param mean its mean lifetime, with its error and what of it is extrapolated
   */
  public record Row(FitReport report, LifetimeModel model, MeanLifetimeEstimate mean) {

    /**
     * Checks that all are there.
     *
     * @param report how well it fits
     * @param model the fitted model
     * @param mean its mean lifetime
     */
    public Row {
      requireNonNull(report, "report");
      requireNonNull(model, "model");
      requireNonNull(mean, "mean");
    }

    /**
     * Returns the share that never leaves.
     *
     * @return from 0 to 1
     */
    public double neverLeaving() {
      return model.neverLeaving();
    }

    /**
     * Returns the mean lifetime of those who leave some day.
     *
     * @return the mean over a {@link MixtureCure#leavers}, or over all where nobody stays for ever;
     *     empty where it is infinite
     */
    public OptionalDouble meanOfLeavers() {
      LifetimeModel leavers = model instanceof MixtureCure<?> cure ? cure.leavers() : model;
      return leavers.meanLifetime().finite();
    }
  }

  /**
   * A family without a fit.
   *
   * @param reason why, beginning with the name of the family
   */
  public record Failure(String reason) {

    /**
     * Checks that it is there.
     *
     * @param reason why
     */
    public Failure {
      requireNonNull(reason, "reason");
    }
  }

  /**
   * The least and the largest of what families say.
   *
   * @param least the least
   * @param largest the largest
   */
  public record Spread(double least, double largest) {

    /**
     * Checks the ends.
     *
     * @param least the least
     * @param largest the largest
     * @throws IllegalArgumentException if a number is NaN
     */
    public Spread {
      LifetimeChecks.number("least", least);
      LifetimeChecks.number("largest", largest);
    }
  }

  /**
   * Sorts the rows and copies the lists.
   *
   * @param rows a row for each family
   * @param failures families that could not be fitted
   */
  public LifetimeModelComparison {
    rows =
        List.copyOf(rows).stream()
            .sorted(Comparator.comparingDouble((Row row) -> row.report().aic()))
            .toList();
    failures = List.copyOf(failures);
  }

  /**
   * Compares fits.
   *
   * @param fits made by a {@link LifetimeFitter} each, all with the same {@link EventTimes}
   * @param sample what all were fitted to
   * @return a row for each
   * @throws IllegalArgumentException if one was fitted on another number of customers
   */
  public static LifetimeModelComparison of(
      List<? extends Fit<? extends LifetimeModel>> fits, LifetimeSample sample) {
    long customers = LifetimeSummary.of(sample).customers();
    List<Row> rows = new ArrayList<>();
    for (Fit<? extends LifetimeModel> fit : fits) {
      if (fit.report().observations() != customers) {
        throw new IllegalArgumentException(
            "observations ("
                + fit.report().observations()
                + ") of "
                + fit.report().model()
                + " must be the customers of the sample ("
                + customers
                + ")");
      }
      rows.add(new Row(fit.report(), fit.model(), MeanLifetimeEstimate.of(fit, sample)));
    }
    return new LifetimeModelComparison(rows, List.of());
  }

  /**
   * Returns the row of least AIC.
   *
   * @return empty if there is no row
   */
  public Optional<Row> bestByAic() {
    return rows.stream().findFirst();
  }

  /**
   * Returns the row of least BIC.
   *
   * @return the first of those; empty if there is no row
   */
  public Optional<Row> bestByBic() {
    return rows.stream().min(Comparator.comparingDouble(row -> row.report().bic()));
  }

  /**
   * Returns how far families with a cure share disagree about it.
   *
   * @return the least and the largest {@link MixtureCure#cureShare}; empty if there is none
   */
  public Optional<Spread> cureShares() {
    return spread(
        rows.stream()
            .map(Row::model)
            .filter(MixtureCure.class::isInstance)
            .mapToDouble(model -> ((MixtureCure<?>) model).cureShare()));
  }

  /**
   * Returns how far families disagree about the mean lifetime of all.
   *
   * @return the least and the largest of those that are finite; empty if none is
   */
  public Optional<Spread> means() {
    return spread(
        rows.stream()
            .map(row -> row.mean().mean().finite())
            .flatMapToDouble(OptionalDouble::stream));
  }

  private static Optional<Spread> spread(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    return sorted.length == 0
        ? Optional.empty()
        : Optional.of(new Spread(sorted[0], sorted[sorted.length - 1]));
  }

  /**
   * Returns the table as text.
   *
   * @return a line for each family, for each that failed, and for each spread
   */
  public String toText() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%-38s %2s %14s %12s %12s %12s %12s  %-28s %12s",
            "family",
            "k",
            "log-likelihood",
            "AIC",
            "BIC",
            "never leave",
            "mean",
            "95 % interval",
            "extrapolated"));
    rows.forEach(row -> lines.add(line(row)));
    failures.forEach(failure -> lines.add("not fitted: " + failure.reason()));
    cureShares()
        .ifPresent(
            spread ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "cure share from %.4f to %.4f with the family",
                        spread.least(),
                        spread.largest())));
    means()
        .ifPresent(
            spread ->
                lines.add(
                    String.format(
                        Locale.ROOT,
                        "mean lifetime from %.4g to %.4g with the family, where finite",
                        spread.least(),
                        spread.largest())));
    return String.join("\n", lines);
  }

  private static String line(Row row) {
    FitReport report = row.report();
    OptionalDouble mean = row.mean().mean().finite();
    return String.format(
        Locale.ROOT,
        "%-38s %2d %14.4f %12.4f %12.4f %12.4f %12s  %-28s %12.4f",
        report.model(),
        report.estimates().size(),
        report.logLikelihood(),
        report.aic(),
        report.bic(),
        row.neverLeaving(),
        mean.isPresent() ? rounded(mean.getAsDouble()) : "infinite",
        row.mean()
            .interval(SHOWN_LEVEL)
            .map(i -> "[" + rounded(i.lower()) + ", " + rounded(i.upper()) + "]")
            .orElse(""),
        row.mean().extrapolatedShare());
  }

  private static String rounded(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
