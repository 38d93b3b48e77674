package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkMetric;
import java.util.List;

/**
 * Draws an own figure beside published ones: a row for each benchmark, in which the own figure is a
 * point with its confidence interval, the published one a bar across, with its quartiles where the
 * source has them, and the verdict stands in words.
 *
 * <p>The own figure is converted to the length of period of each benchmark, so that it may differ
 * from row to row. Colours tell better, worse and not distinguishable; so do the words.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}.
 */
public final class BenchmarkPlot {

  private final PictureStyle style;

  private BenchmarkPlot(PictureStyle style) {
    this.style = style;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static BenchmarkPlot withDefaults() {
    return new BenchmarkPlot(PictureStyle.defaults());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public BenchmarkPlot with(PictureStyle newStyle) {
    return new BenchmarkPlot(requireNonNull(newStyle, "style"));
  }

  /**
   * Draws comparisons, in the order given.
   *
   * @param comparisons of one own figure with one or more benchmarks
   * @return the picture
   * @throws IllegalArgumentException if there is none, or they are of different metrics
   */
  public Picture draw(List<BenchmarkComparison> comparisons) {
    List<BenchmarkComparison> rows = List.copyOf(comparisons);
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("comparisons (0) must be at least one");
    }
    BenchmarkMetric metric = rows.get(0).benchmark().metric();
    for (BenchmarkComparison row : rows) {
      if (row.benchmark().metric() != metric) {
        throw new IllegalArgumentException(
            "metric (" + row.benchmark().metric() + ") must be that of the first, " + metric);
      }
    }
    return Picture.inBothThemes(style, each -> new BenchmarkSheet(each, rows).draw());
  }
}
