package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Mean counts and their variance against the definition, customer by customer. */
class MeanCumulativeCountProperties {

  @Property(tries = 200)
  void isTheSumOfItsDefinition(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int customers) {
    LifetimeSample sample = sample(new SplittableRandom(seed), customers);
    MeanCountCurve curve = MeanCumulativeCount.withDefaults().calculate(sample);
    Map<CustomerId, Double> parts = new HashMap<>();
    double mean = 0;
    for (int step = 0; step < curve.size(); step++) {
      double time = curve.time(step);
      double observed = 0;
      double events = 0;
      for (int row = 0; row < sample.rows(); row++) {
        observed += isThere(sample, row, time) ? sample.weight(row) : 0;
        events += hasEvent(sample, row, time) ? sample.weight(row) : 0;
      }
      mean += events / observed;
      for (int row = 0; row < sample.rows(); row++) {
        double own = hasEvent(sample, row, time) ? sample.weight(row) : 0;
        double due = isThere(sample, row, time) ? sample.weight(row) * events / observed : 0;
        parts.merge(sample.customer(row), (own - due) / observed, Double::sum);
      }
      double variance = parts.values().stream().mapToDouble(it -> it * it).sum();
      assertThat(curve.observed(step)).isCloseTo(observed, within(1e-10));
      assertThat(curve.mean(step)).isCloseTo(mean, within(1e-12));
      double error = curve.standardError(step);
      assertThat(error * error).isCloseTo(variance, within(1e-13 * (1 + mean * mean)));
    }
  }

  private static boolean isThere(LifetimeSample sample, int row, double time) {
    return sample.entry(row) < time && time <= sample.duration(row);
  }

  private static boolean hasEvent(LifetimeSample sample, int row, double time) {
    return sample.left(row) && sample.duration(row) == time;
  }

  /** Customers with up to four stretches, some with a gap between, and ties among all. */
  private static LifetimeSample sample(SplittableRandom random, int customers) {
    List<double[]> rows = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      double start = 0.5 * random.nextInt(4);
      for (int stretch = random.nextInt(4); stretch >= 0; stretch--) {
        double end = start + 0.5 * random.nextInt(1, 6);
        rows.add(new double[] {start, end, random.nextInt(2), customer, random.nextInt(1, 9)});
        start = end + 0.5 * random.nextInt(2);
      }
    }
    boolean[] events = new boolean[rows.size()];
    for (int row = 0; row < events.length; row++) {
      events[row] = rows.get(row)[2] == 1;
    }
    return LifetimeSample.entering(TimeScale.DAY, column(rows, 0), column(rows, 1), events)
        .withCustomers(rows.stream().map(it -> CustomerId.of((long) it[3])).toList())
        .withWeights(rows.stream().mapToDouble(it -> it[4] / 10).toArray());
  }

  private static double[] column(List<double[]> rows, int number) {
    return rows.stream().mapToDouble(it -> it[number]).toArray();
  }
}
