package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CovariateTable;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class LogisticProperties {

  /** Sums of two hundred rows, in another order or another unit. */
  private static final double ROUNDING = 1e-9;

  private static final int ROWS = 200;

  private static final class Data {

    private final double[] months;
    private final double[] price;
    private final boolean[] left;

    Data(double[] months, double[] price, boolean[] left) {
      this.months = months;
      this.price = price;
      this.left = left;
    }

    static Data of(long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Data data = new Data(new double[ROWS], new double[ROWS], new boolean[ROWS]);
      for (int row = 0; row < ROWS; row++) {
        data.months[row] = random.nextInt(60);
        data.price[row] = 10 + 0.5 * data.months[row] + random.nextInt(50);
        double logOdds = 1 - 0.06 * data.months[row] + 0.02 * data.price[row];
        data.left[row] = random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
      }
      return data;
    }

    LogisticFit fit(double unit) {
      double[] scaled = Arrays.stream(price).map(p -> p * unit).toArray();
      return LogisticFitter.withDefaults()
          .fit(
              CovariateTable.ofRows(ROWS)
                  .withNumbers("months", months)
                  .withNumbers("price", scaled),
              left);
    }

    Data reversed() {
      return new Data(reversed(months), reversed(price), flags(i -> left[ROWS - 1 - i]));
    }

    private static double[] reversed(double[] values) {
      return IntStream.range(0, ROWS).mapToDouble(i -> values[ROWS - 1 - i]).toArray();
    }

    Data opposite() {
      return new Data(months, price, flags(i -> !left[i]));
    }

    private static boolean[] flags(IntPredicate test) {
      boolean[] flags = new boolean[ROWS];
      for (int i = 0; i < ROWS; i++) {
        flags[i] = test.test(i);
      }
      return flags;
    }
  }

  @Property(tries = 40)
  void chancesAddUpToLosses(@ForAll long seed) {
    Data data = Data.of(seed);
    LogisticModel model = data.fit(1).model();
    CovariateTable table =
        CovariateTable.ofRows(ROWS)
            .withNumbers("months", data.months)
            .withNumbers("price", data.price);
    double expected =
        IntStream.range(0, ROWS).mapToDouble(row -> model.probability(table.row(row))).sum();
    long lost = IntStream.range(0, ROWS).filter(row -> data.left[row]).count();
    assertThat(expected).isCloseTo((double) lost, within(1e-6));
  }

  @Property(tries = 40)
  void anotherUnitRescalesTheCoefficient(
      @ForAll long seed, @ForAll @IntRange(min = -3, max = 3) int power) {
    double unit = Math.pow(10, power);
    Data data = Data.of(seed);
    LogisticFit one = data.fit(1);
    LogisticFit other = data.fit(unit);
    assertThat(other.report().estimate("price").value() * unit)
        .isCloseTo(one.report().estimate("price").value(), within(ROUNDING));
    assertThat(other.report().logLikelihood())
        .isCloseTo(one.report().logLikelihood(), within(ROUNDING));
  }

  @Property(tries = 40)
  void theOrderOfRowsChangesNothing(@ForAll long seed) {
    Data data = Data.of(seed);
    LogisticFit one = data.fit(1);
    LogisticFit other = data.reversed().fit(1);
    assertThat(other.report().estimate("months").value())
        .isCloseTo(one.report().estimate("months").value(), within(ROUNDING));
    assertThat(other.areaUnderCurve()).isCloseTo(one.areaUnderCurve(), within(ROUNDING));
  }

  @Property(tries = 40)
  void theOppositeOutcomeTurnsTheSigns(@ForAll long seed) {
    Data data = Data.of(seed);
    LogisticFit one = data.fit(1);
    LogisticFit other = data.opposite().fit(1);
    assertThat(other.report().estimate("months").value())
        .isCloseTo(-one.report().estimate("months").value(), within(ROUNDING));
    assertThat(other.overall().statistic()).isCloseTo(one.overall().statistic(), within(ROUNDING));
    assertThat(slowArea(data, one.model())).isCloseTo(one.areaUnderCurve(), within(ROUNDING));
  }

  /** Every pair of a customer who left and one who stayed. */
  private static double slowArea(Data data, LogisticModel model) {
    double won = 0;
    double pairs = 0;
    for (int i = 0; i < ROWS; i++) {
      for (int j = 0; j < ROWS; j++) {
        if (data.left[i] && !data.left[j]) {
          pairs++;
          won += 0.5 + 0.5 * Math.signum(chance(data, model, i) - chance(data, model, j));
        }
      }
    }
    return won / pairs;
  }

  private static double chance(Data data, LogisticModel model, int row) {
    return model.coefficients().getOrDefault("months", 0.0) * data.months[row]
        + model.coefficients().getOrDefault("price", 0.0) * data.price[row];
  }
}
