package io.github.retention4j.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes p-values larger to allow for how many tests were done: compare the adjusted ones with
 * alpha.
 *
 * <p>Below m is the number of tests and p(i) the i-th smallest p-value. Results are those of R's
 * {@code p.adjust}.
 */
public enum MultipleTesting {
  /**
   * Holm's step-down method: the chance of even one false alarm stays under alpha, however the
   * tests hang together. Better than {@link #BONFERRONI} everywhere.
   *
   * <pre>{@code adjusted(i) = largest over j <= i of min(1, (m - j + 1) p(j))}</pre>
   *
   * @see <a href="https://www.jstor.org/stable/4615733">Holm (1979)</a>
   */
  HOLM {
    @Override
    double[] adjustSorted(double[] p) {
      double[] adjusted = new double[p.length];
      double running = 0;
      for (int i = 0; i < p.length; i++) {
        running = Math.max(running, Math.min(1, (p.length - i) * p[i]));
        adjusted[i] = running;
      }
      return adjusted;
    }
  },

  /**
   * Benjamini and Hochberg's step-up method: the expected share of false alarms among all alarms
   * stays under alpha, for tests that are independent or positively dependent. For screening many
   * segments.
   *
   * <pre>{@code adjusted(i) = smallest over j >= i of min(1, m p(j) / j)}</pre>
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg
   *     (1995)</a>
   */
  BENJAMINI_HOCHBERG {
    @Override
    double[] adjustSorted(double[] p) {
      double[] adjusted = new double[p.length];
      double running = 1;
      for (int i = p.length - 1; i >= 0; i--) {
        running = Math.min(running, (double) p.length / (i + 1) * p[i]);
        adjusted[i] = running;
      }
      return adjusted;
    }
  },

  /**
   * Bonferroni's method: the chance of even one false alarm stays under alpha.
   *
   * <pre>{@code adjusted = min(1, m p)}</pre>
   *
   * @see <a href="https://doi.org/10.1080/01621459.1961.10482090">Dunn (1961)</a>
   */
  BONFERRONI {
    @Override
    double[] adjustSorted(double[] p) {
      double[] adjusted = new double[p.length];
      for (int i = 0; i < p.length; i++) {
        adjusted[i] = Math.min(1, p.length * p[i]);
      }
      return adjusted;
    }
  };

  abstract double[] adjustSorted(double[] ascending);

  /**
   * Returns the adjusted p-values.
   *
   * <p>Example: of 0.01, 0.04 and 0.03 Holm makes 0.03, 0.06 and 0.06.
   *
   * @param pValues p-values from 0 to 1 in any order; may be empty
   * @return an unmodifiable list in the same order, each from its p-value to 1
   * @throws IllegalArgumentException if a p-value is not from 0 to 1
   */
  public List<Double> adjust(List<Double> pValues) {
    for (int i = 0; i < pValues.size(); i++) {
      Checks.unit("pValues[" + i + "]", pValues.get(i));
    }
    int[] order =
        IntStream.range(0, pValues.size())
            .boxed()
            .sorted(Comparator.comparingDouble(pValues::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] sorted = IntStream.of(order).mapToDouble(pValues::get).toArray();
    double[] adjusted = adjustSorted(sorted);
    List<Double> result = new ArrayList<>(Collections.nCopies(order.length, 1.0));
    for (int i = 0; i < order.length; i++) {
      result.set(order[i], adjusted[i]);
    }
    return Collections.unmodifiableList(result);
  }
}
