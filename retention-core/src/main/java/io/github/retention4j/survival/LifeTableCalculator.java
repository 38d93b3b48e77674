package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Counts lifetimes by intervals of age, each from its start to before its end, as actuaries do.
 *
 * <pre>{@code
 * exposed n = entering + entered / 2 - censored / 2
 * q = lost / n
 * S at the end = S at the start * (1 - q)
 * variance = S^2 * sum of lost / (n (n - lost))
 * }</pre>
 *
 * <p>Those who come or go within an interval are taken to have been there for half of it. For exact
 * times {@link KaplanMeier} needs no such guess; a life table is for reading, and for data that
 * came in intervals.
 *
 * <p>Default: intervals of 1 unit of time.
 *
 * <p>Worked table, intervals of 3: of four customers two left after 2 and 5 and two are still there
 * after 3 and 6. From 0 to 3: 4 entering, 1 lost, q = 1/4. From 3 to 6: 3 entering, 1 censored, 1
 * lost, q = 1 / 2.5 = 0.4, S = 0.75 * 0.6 = 0.45.
 *
 * @see <a href="https://doi.org/10.1016/0021-9681(58)90126-7">Cutler and Ederer (1958)</a>
 */
public final class LifeTableCalculator {

  private static final int MOST_INTERVALS = 100_000;

  private final double width;

  private LifeTableCalculator(double width) {
    this.width = width;
  }

  /**
   * Returns the calculator with its default.
   *
   * @return the calculator
   */
  public static LifeTableCalculator withDefaults() {
    return new LifeTableCalculator(1);
  }

  /**
   * Chooses the width of the intervals.
   *
   * @param newWidth in the unit of the sample, over 0
   * @return a calculator with it
   * @throws IllegalArgumentException if it is not over 0 and finite
   */
  public LifeTableCalculator withWidth(double newWidth) {
    if (!(newWidth > 0) || newWidth == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("width (" + newWidth + ") must be over 0, and finite");
    }
    return new LifeTableCalculator(newWidth);
  }

  /**
   * Counts all rows of a sample; groups and strata are not looked at.
   *
   * @param sample the lifetimes
   * @return the table, without intervals in which no one was at risk
   * @throws IllegalArgumentException if there would be more than 100,000 intervals
   */
  public LifeTable calculate(LifetimeSample sample) {
    RiskTable table;
    try (Workers workers = new Workers(1)) {
      table = RiskTable.of(LifetimeRows.all(sample), workers);
    }
    double last = table.time()[table.size() - 1];
    if (last / width >= MOST_INTERVALS) {
      throw new IllegalArgumentException(
          "width (" + width + ") must be wider: lifetimes of up to " + last + " were observed");
    }
    return new LifeTable(sample.timeScale(), rows(table, (int) (last / width) + 1));
  }

  private List<LifeTableRow> rows(RiskTable table, int intervals) {
    List<LifeTableRow> rows = new ArrayList<>();
    double survival = 1;
    CompensatedSum variance = new CompensatedSum();
    for (int interval = 0; interval < intervals; interval++) {
      double start = interval * width;
      double end = (interval + 1) * width;
      int first = table.firstFrom(start);
      int next = table.firstFrom(end);
      double lost = sum(table.lost(), first, next);
      double censored = sum(table.censored(), first, next);
      double entering = table.present(start, first);
      double entered = table.entered(start, end);
      double before = survival;
      if (lost > 0) {
        double exposed = exposed(entering, entered, censored, lost);
        survival *= 1 - lost / exposed;
        variance.add(survival == 0 ? 0 : lost / exposed / (exposed - lost));
      }
      if (entering + entered > 0) {
        OptionalDouble error =
            survival == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(survival * Math.sqrt(variance.value()));
        rows.add(
            new LifeTableRow(
                start, end, entering, entered, censored, lost, before, survival, error));
      }
    }
    return rows;
  }

  /** No fewer than are lost: few who enter late may all be lost in the interval. */
  static double exposed(double entering, double entered, double censored, double lost) {
    return Math.max(lost, entering + (entered - censored) / 2);
  }

  private static double sum(double[] values, int first, int end) {
    CompensatedSum sum = new CompensatedSum();
    for (int i = first; i < end; i++) {
      sum.add(values[i]);
    }
    return sum.value();
  }
}
