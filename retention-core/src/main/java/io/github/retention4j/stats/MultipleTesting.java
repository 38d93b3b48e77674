package io.github.retention4j.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
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
    double factor(int index, int tests) {
      return (double) tests - index;
    }

    @Override
    void makeAscend(double[] adjusted) {
      climb(adjusted);
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
    double factor(int index, int tests) {
      return (double) tests / (index + 1);
    }

    @Override
    void makeAscend(double[] adjusted) {
      for (int i = adjusted.length - 2; i >= 0; i--) {
        adjusted[i] = Math.min(adjusted[i], adjusted[i + 1]);
      }
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
    double factor(int index, int tests) {
      return tests;
    }

    @Override
    void makeAscend(double[] adjusted) {
      climb(adjusted);
    }
  };

  /** Returns how many times larger the p-value at an index, counted from 0, becomes at first. */
  abstract double factor(int index, int tests);

  /** Makes larger or smaller what would fall with rising p-value. */
  abstract void makeAscend(double[] adjusted);

  private static void climb(double[] adjusted) {
    for (int i = 1; i < adjusted.length; i++) {
      adjusted[i] = Math.max(adjusted[i], adjusted[i - 1]);
    }
  }

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
    return adjust(pValues, (factor, p) -> Math.min(1, factor * p));
  }

  /**
   * Returns the adjusted p-values as decimal logarithms, of such too: finite also where the p-value
   * is too small for a double.
   *
   * <p>Example: of -500 and -2 Holm makes -499.7 and -2.
   *
   * @param log10PValues decimal logarithms of p-values, at most 0, in any order; may be empty
   * @return an unmodifiable list in the same order, each from its logarithm to 0
   * @throws IllegalArgumentException if one is not at most 0
   */
  public List<Double> adjustLog10(List<Double> log10PValues) {
    for (int i = 0; i < log10PValues.size(); i++) {
      if (!(log10PValues.get(i) <= 0)) {
        throw new IllegalArgumentException(
            "log10PValues[" + i + "] (" + log10PValues.get(i) + ") must be at most 0");
      }
    }
    return adjust(log10PValues, (factor, log) -> Math.min(0, Math.log10(factor) + log));
  }

  private List<Double> adjust(List<Double> values, DoubleBinaryOperator enlarge) {
    int[] order =
        IntStream.range(0, values.size())
            .boxed()
            .sorted(Comparator.comparingDouble(values::get))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted =
        IntStream.range(0, order.length)
            .mapToDouble(i -> enlarge.applyAsDouble(factor(i, order.length), values.get(order[i])))
            .toArray();
    makeAscend(adjusted);
    List<Double> result = new ArrayList<>(Collections.nCopies(order.length, 1.0));
    for (int i = 0; i < order.length; i++) {
      result.set(order[i], adjusted[i]);
    }
    return Collections.unmodifiableList(result);
  }
}
