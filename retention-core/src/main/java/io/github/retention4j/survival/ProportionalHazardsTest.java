package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.internal.numeric.Cholesky;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import io.github.retention4j.stats.TermTest;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Asks whether hazard ratios stay the same over time, as the model of Cox takes for granted: the
 * score test for a coefficient {@code beta + theta g(t)}, that theta is 0.
 *
 * <p>With very many customers the test finds changes that do not matter: look at {@link
 * ProportionalHazards.Change} for how large they are. Defaults: g after Kaplan and Meier, one
 * thread. Immutable.
 *
 * @see <a href="https://doi.org/10.1093/biomet/81.3.515">Grambsch and Therneau (1994)</a>
 */
public final class ProportionalHazardsTest {

  private static final double TOLERANCE = 1e-14;

  private static final ProportionalHazardsTest DEFAULTS =
      new ProportionalHazardsTest(TimeTransform.KAPLAN_MEIER, 1);

  private final TimeTransform transform;
  private final int threads;

  private ProportionalHazardsTest(TimeTransform transform, int threads) {
    this.transform = requireNonNull(transform, "transform");
    this.threads = threads;
  }

  /**
   * Returns the test with its defaults.
   *
   * @return the test
   */
  public static ProportionalHazardsTest withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this test on another scale of time.
   *
   * @param scale what g is
   * @return the test
   */
  public ProportionalHazardsTest with(TimeTransform scale) {
    return new ProportionalHazardsTest(scale, threads);
  }

  /**
   * Returns this test with another number of threads.
   *
   * @param count at least 1; does not change the answer by a bit
   * @return the test
   * @throws IllegalArgumentException if under 1
   */
  public ProportionalHazardsTest withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    return new ProportionalHazardsTest(transform, count);
  }

  /**
   * Tests each term and all together.
   *
   * @param model fitted to this sample
   * @param sample who left when
   * @param covariates what is known of each row of the sample
   * @return tests, and by how much coefficients change
   * @throws IllegalArgumentException if sample, covariates and model do not go together, or someone
   *     left at time 0 where its logarithm is asked for
   * @throws io.github.retention4j.estimation.FitException if nobody left or nobody else was at risk
   *     when someone did
   */
  public ProportionalHazards test(
      CoxModel model, LifetimeSample sample, CovariateTable covariates) {
    requireNonNull(model, "model").requireColumns(covariates);
    try (Workers workers = new Workers(threads)) {
      PartialLikelihood likelihood =
          PartialLikelihood.of(
              sample, covariates, model.ties(), model.reason(), model.offset(), workers);
      Moments moments = new Moments(model, likelihood, scale(sample, likelihood.order()));
      List<TermTest> terms = new ArrayList<>();
      int next = 0;
      for (CovariateTable.Term term : covariates.terms()) {
        if (model.offset().filter(term.name()::equals).isEmpty()) {
          int[] columns = IntStream.range(next, next + term.columns()).toArray();
          terms.add(new TermTest(term.name(), columns.length, moments.test(columns)));
          next += columns.length;
        }
      }
      int[] all = IntStream.range(0, next).toArray();
      TermTest global = new TermTest("all", all.length, moments.test(all));
      return new ProportionalHazards(transform, terms, global, moments.changes());
    }
  }

  /** The scale at each group, less its mean over those that left. */
  private double[] scale(LifetimeSample sample, RiskOrder order) {
    boolean[] event = new boolean[sample.rows()];
    for (int place = 0; place < order.places(); place++) {
      event[order.row(place)] = order.isEvent(place);
    }
    double[] ofRow = transform.of(sample, event);
    double[] scale = new double[order.groups()];
    CompensatedSum sum = new CompensatedSum();
    for (int g = 0; g < scale.length; g++) {
      scale[g] = ofRow[order.row(order.firstEvent(g))];
      sum.add(scale[g] * order.events(g));
    }
    double mean = sum.value() / order.totalEvents();
    for (int g = 0; g < scale.length; g++) {
      scale[g] -= mean;
    }
    return scale;
  }

  /** Slopes and information of beta and theta together, where theta is 0; standardised. */
  private static final class Moments {

    private final PartialLikelihood likelihood;
    private final double[] scale;
    private final CoxPoint plain;
    private final CoxPoint once;
    private final CoxPoint twice;

    Moments(CoxModel model, PartialLikelihood likelihood, double[] scale) {
      this.likelihood = likelihood;
      this.scale = scale;
      PartialLikelihood.Walk walk = likelihood.walk(model.standardised(likelihood.design()));
      this.plain = likelihood.at(walk, group -> 1);
      this.once = likelihood.at(walk, group -> scale[group]);
      this.twice = likelihood.at(walk, group -> scale[group] * scale[group]);
    }

    TestResult test(int[] columns) {
      return CoxFitter.chiSquare(
          "score", factor(columns).quadratic(vector(columns)), columns.length);
    }

    /** The slopes along beta, which are 0, and along the thetas of some columns. */
    private double[] vector(int[] columns) {
      int all = likelihood.design().columns();
      double[] vector = new double[all + columns.length];
      for (int j = 0; j < columns.length; j++) {
        vector[all + j] = once.gradient()[columns[j]];
      }
      return vector;
    }

    private Cholesky factor(int[] columns) {
      int all = likelihood.design().columns();
      double[][] matrix = new double[all + columns.length][all + columns.length];
      for (int j = 0; j < all; j++) {
        System.arraycopy(plain.information()[j], 0, matrix[j], 0, all);
      }
      for (int j = 0; j < columns.length; j++) {
        for (int k = 0; k < all; k++) {
          matrix[all + j][k] = once.information()[columns[j]][k];
          matrix[k][all + j] = matrix[all + j][k];
        }
        for (int k = 0; k < columns.length; k++) {
          matrix[all + j][all + k] = twice.information()[columns[j]][columns[k]];
        }
      }
      return new Cholesky(matrix, TOLERANCE);
    }

    List<ProportionalHazards.Change> changes() {
      double[][] scaled = scaledSchoenfeld();
      List<ProportionalHazards.Change> changes = new ArrayList<>();
      for (int j = 0; j < scaled.length; j++) {
        int[] column = {j};
        double[] vector = vector(column);
        Cholesky factor = factor(column);
        int theta = vector.length - 1;
        double unit = likelihood.design().scale(j);
        double[] one = new double[vector.length];
        one[theta] = 1;
        double variance = factor.solve(one)[theta];
        changes.add(
            ProportionalHazards.Change.of(
                likelihood.design().names().get(j),
                factor.solve(vector)[theta] / unit,
                Math.sqrt(Math.max(0, variance)) / unit,
                correlation(scaled[j])));
      }
      return changes;
    }

    /** For each column, by place; 0 for places that did not leave. */
    private double[][] scaledSchoenfeld() {
      RiskOrder order = likelihood.order();
      double[][] schoenfeld = new CoxScores(likelihood, plain).schoenfeld();
      double[][] inverse = new Cholesky(plain.information(), TOLERANCE).inverse();
      double[][] scaled = new double[inverse.length][order.places()];
      for (int j = 0; j < scaled.length; j++) {
        for (int place = 0; place < order.places(); place++) {
          for (int k = 0; k < scaled.length; k++) {
            scaled[j][place] += inverse[j][k] * schoenfeld[k][order.row(place)];
          }
        }
      }
      return scaled;
    }

    /** Of scale and scaled residuals over those that left; 0 where one of them does not vary. */
    private double correlation(double[] scaled) {
      RiskOrder order = likelihood.order();
      CompensatedSum sum = new CompensatedSum();
      CompensatedSum squares = new CompensatedSum();
      CompensatedSum scales = new CompensatedSum();
      CompensatedSum products = new CompensatedSum();
      for (int place = 0; place < scaled.length; place++) {
        if (order.isEvent(place)) {
          double g = scale[order.groupOf(place)];
          sum.add(scaled[place]);
          squares.add(scaled[place] * scaled[place]);
          scales.add(g * g);
          products.add(g * scaled[place]);
        }
      }
      double mean = sum.value() / order.totalEvents();
      double spread =
          Math.sqrt(scales.value() * (squares.value() - order.totalEvents() * mean * mean));
      return spread > 0 ? Math.max(-1, Math.min(1, products.value() / spread)) : 0;
    }
  }
}
