package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.EnumSet;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;

/**
 * What a source reports of an industry: one figure, or three quartiles. Values are in the unit of
 * the metric, so a rate is a fraction.
 */
public sealed interface BenchmarkValue permits BenchmarkValue.Figure, BenchmarkValue.Quartiles {

  /** Which figure of the industry it is. */
  enum Statistic {
    /** The mean of firms, or of customers; the sources seldom say which. */
    AVERAGE,
    /** Half of the firms are above. */
    MEDIAN,
    /** What the publisher calls best in class: a goal, not a typical firm. */
    BEST_IN_CLASS,
    /** The source gives a figure and does not say which. */
    UNNAMED
  }

  /**
   * Returns the figure that a comparison is made with.
   *
   * @return the one figure, or the median
   */
  double reference();

  /**
   * Returns which figure of the industry the {@link #reference()} is.
   *
   * @return what the source calls it
   */
  Statistic statistic();

  /**
   * Applies a monotone function to every figure, such as a change of period or {@code v -> 1 - v}.
   *
   * @param function rising or falling
   * @return the mapped figures; quartiles are put in ascending order again
   */
  BenchmarkValue map(DoubleUnaryOperator function);

  /**
   * One figure. It says nothing about how the industry spreads, so no percentile comes from it.
   *
   * @param statistic which figure it is
   * @param reference the figure
   */
  record Figure(Statistic statistic, double reference) implements BenchmarkValue {

    /**
     * Checks that it is named.
     *
     * @param statistic which figure it is
     * @param reference the figure
     * @throws IllegalArgumentException if the figure is not a number
     */
    public Figure {
      requireNonNull(statistic, "statistic");
      if (Double.isNaN(reference)) {
        throw new IllegalArgumentException("reference (" + reference + ") must be a number");
      }
    }

    @Override
    public Figure map(DoubleUnaryOperator function) {
      return new Figure(statistic, function.applyAsDouble(reference));
    }
  }

  /**
   * The quartiles of firms.
   *
   * @param p25 a quarter of the firms is below
   * @param median half of the firms are below, at least {@code p25}
   * @param p75 three quarters of the firms are below, at least {@code median}
   */
  record Quartiles(double p25, double median, double p75) implements BenchmarkValue {

    /**
     * Checks the order.
     *
     * @param p25 a quarter of the firms is below
     * @param median half of the firms are below
     * @param p75 three quarters of the firms are below
     * @throws IllegalArgumentException if they are not in ascending order
     */
    public Quartiles {
      if (!(p25 <= median && median <= p75)) {
        throw new IllegalArgumentException(
            "quartiles (" + p25 + ", " + median + ", " + p75 + ") must be in ascending order");
      }
    }

    @Override
    public double reference() {
      return median;
    }

    @Override
    public Statistic statistic() {
      return Statistic.MEDIAN;
    }

    @Override
    public Quartiles map(DoubleUnaryOperator function) {
      double[] mapped =
          Stream.of(p25, median, p75).mapToDouble(function::applyAsDouble).sorted().toArray();
      return new Quartiles(mapped[0], mapped[1], mapped[2]);
    }

    /**
     * Returns the band of a value.
     *
     * @param value a value in the unit of the metric
     * @return the band; a value on a quartile belongs to the band above it
     */
    public Band bandOf(double value) {
      if (value < p25) {
        return Band.BELOW_P25;
      }
      if (value < median) {
        return Band.P25_TO_MEDIAN;
      }
      return value < p75 ? Band.MEDIAN_TO_P75 : Band.P75_AND_ABOVE;
    }

    /** Where a value and its interval lie. */
    Position locate(double value, ConfidenceInterval interval) {
      return new Position(
          bandOf(value),
          List.copyOf(EnumSet.range(bandOf(interval.lower()), bandOf(interval.upper()))));
    }
  }

  /** A quarter of the firms, by value and not by merit: low churn is below {@code p25}. */
  enum Band {
    /** Less than the lower quartile. */
    BELOW_P25,
    /** From the lower quartile to less than the median. */
    P25_TO_MEDIAN,
    /** From the median to less than the upper quartile. */
    MEDIAN_TO_P75,
    /** The upper quartile or more. */
    P75_AND_ABOVE
  }

  /**
   * Where a figure lies among the quartiles.
   *
   * @param band the band of the figure itself
   * @param spanned the bands that its confidence interval reaches into, ascending; one only if the
   *     band is certain at the interval's level
   */
  record Position(Band band, List<Band> spanned) {

    /**
     * Copies the list.
     *
     * @param band the band of the figure itself
     * @param spanned the bands of its interval
     * @throws IllegalArgumentException if the figure's band is not among those of its interval
     */
    public Position {
      requireNonNull(band, "band");
      spanned = List.copyOf(spanned);
      if (!spanned.contains(band)) {
        throw new IllegalArgumentException(
            "spanned (" + spanned + ") must contain the band (" + band + ")");
      }
    }
  }
}
