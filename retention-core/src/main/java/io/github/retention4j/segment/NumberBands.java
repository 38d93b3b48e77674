package io.github.retention4j.segment;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How numbers are cut into bands. A number that a band begins at belongs to it. Immutable. */
public final class NumberBands {

  private final int quantiles;
  private final List<Double> cuts;

  private NumberBands(int quantiles, List<Double> cuts) {
    this.quantiles = quantiles;
    this.cuts = cuts;
  }

  /**
   * Returns bands of about as many customers each.
   *
   * <pre>{@code band k begins at x(floor(k n / count)), k = 1 ... count - 1}</pre>
   *
   * <p>x(0) to x(n - 1) are the known numbers in order. Equal numbers are never divided, and a band
   * that would begin at the smallest number or where another begins is not made: there may be fewer
   * bands.
   *
   * @param count how many bands, at least 2; 4 are quartiles
   * @return the rule
   * @throws IllegalArgumentException if count is under 2
   */
  public static NumberBands quantiles(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 2");
    }
    return new NumberBands(count, List.of());
  }

  /**
   * Returns own bands: under the first cut, from each cut to under the next, and from the last on.
   *
   * @param cuts at least one, finite, each over the one before
   * @return the rule
   * @throws IllegalArgumentException if there is none, or they do not rise or are not finite
   */
  public static NumberBands at(double... cuts) {
    List<Double> copy = DoubleStream.of(cuts).boxed().toList();
    boolean rise =
        IntStream.range(1, cuts.length).allMatch(i -> cuts[i - 1] < cuts[i])
            && DoubleStream.of(cuts).allMatch(Double::isFinite);
    if (copy.isEmpty() || !rise) {
      throw new IllegalArgumentException("cuts (" + copy + ") must be finite and rise");
    }
    return new NumberBands(0, copy);
  }

  /** Returns where bands but the first begin, for numbers of which NaN are unknown. */
  double[] cuts(double[] numbers) {
    if (quantiles == 0) {
      return cuts.stream().mapToDouble(Double::doubleValue).toArray();
    }
    double[] known = Arrays.stream(numbers).filter(x -> !Double.isNaN(x)).sorted().toArray();
    if (known.length == 0) {
      return new double[0];
    }
    return IntStream.range(1, quantiles)
        .mapToDouble(k -> known[(int) ((long) k * known.length / quantiles)])
        .filter(cut -> cut > known[0])
        .distinct()
        .toArray();
  }

  static int bandOf(double number, double[] cuts) {
    int at = Arrays.binarySearch(cuts, number);
    return at >= 0 ? at + 1 : -at - 1;
  }

  static List<String> labels(double[] cuts) {
    if (cuts.length == 0) {
      return List.of("all");
    }
    return IntStream.rangeClosed(0, cuts.length).mapToObj(band -> label(band, cuts)).toList();
  }

  private static String label(int band, double[] cuts) {
    if (band == 0) {
      return "under " + plain(cuts[0]);
    }
    String from = plain(cuts[band - 1]);
    return band == cuts.length ? from + " or more" : from + " to under " + plain(cuts[band]);
  }

  private static String plain(double number) {
    return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /**
   * Returns the rule in words.
   *
   * @return for example {@code 4 quantiles} or {@code at [12.0, 24.0]}
   */
  @Override
  public String toString() {
    return quantiles > 0 ? quantiles + " quantiles" : "at " + cuts;
  }
}
