package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifetimeSampleTest {

  private static final double[] DURATIONS = {2, 5, 3, 6};
  private static final boolean[] LEFT = {true, true, false, false};

  @Test
  void tellsWhatWasGiven() {
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.MEAN_MONTH, DURATIONS, LEFT);
    assertThat(sample.rows()).isEqualTo(4);
    assertThat(sample.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    assertThat(sample.duration(1)).isEqualTo(5);
    assertThat(sample.left(1)).isTrue();
    assertThat(sample.end(1)).isEqualTo(LifetimeEnd.left("left"));
    assertThat(sample.end(2)).isEqualTo(LifetimeEnd.stillActive());
    assertThat(sample.reasons()).containsExactly("left");
    assertThat(sample.entry(3)).isZero();
    assertThat(sample.weight(3)).isEqualTo(1);
    assertThat(sample.hasEntries() || sample.hasWeights() || sample.hasCustomers()).isFalse();
    assertThat(sample.groupAttribute()).isEmpty();
    assertThat(sample.groups()).isEmpty();
    assertThat(sample.strata()).isEmpty();
    assertThat(sample.customer(2)).isEqualTo(CustomerId.of(3));
    assertThat(sample).hasToString("4 lifetimes in mean months, 2 ended");
  }

  @Test
  void keepsReasonsEntriesWeightsGroupsAndNames() {
    LifetimeSample sample =
        LifetimeSample.entering(
                TimeScale.DAY,
                new double[] {0, 1},
                new double[] {4, 2},
                List.of(LifetimeEnd.left("voluntary"), LifetimeEnd.left("card expired")))
            .withWeights(new double[] {3, 0.5})
            .withGroups("plan", List.of("pro", "basic"))
            .withStrata("country", List.of("NL", "NL"))
            .withCustomers(List.of(CustomerId.of("a"), CustomerId.of("a")));
    assertThat(sample.reasons()).containsExactly("card expired", "voluntary");
    assertThat(sample.endNumber(0)).isEqualTo(2);
    assertThat(sample.entry(1)).isEqualTo(1);
    assertThat(sample.weight(0)).isEqualTo(3);
    assertThat(sample.groupAttribute()).contains("plan");
    assertThat(sample.groups()).containsExactly("basic", "pro");
    assertThat(sample.groupOf(0)).isEqualTo(1);
    assertThat(sample.strata()).containsExactly("NL");
    assertThat(sample.stratumOf(1)).isZero();
    assertThat(sample.customer(1)).isEqualTo(CustomerId.of("a"));
    assertThat(sample).hasToString("2 lifetimes in days, 2 ended, with late entry");
  }

  @Test
  void selectsRows() {
    LifetimeSample sample =
        LifetimeSample.entering(TimeScale.DAY, new double[] {0, 1, 0, 2}, DURATIONS, LEFT)
            .withWeights(new double[] {1, 2, 3, 4})
            .withGroups("plan", List.of("a", "b", "c", "b"))
            .withStrata("country", List.of("x", "y", "x", "y"))
            .withCustomers(
                List.of(CustomerId.of(7), CustomerId.of(8), CustomerId.of(9), CustomerId.of(10)));
    LifetimeSample some = sample.select(new int[] {3, 1});
    assertThat(some.duration(0)).isEqualTo(6);
    assertThat(some.entry(0)).isEqualTo(2);
    assertThat(some.left(1)).isTrue();
    assertThat(some.weight(0)).isEqualTo(4);
    assertThat(some.groups()).containsExactly("b");
    assertThat(some.strata()).containsExactly("y");
    assertThat(some.customer(1)).isEqualTo(CustomerId.of(8));
    assertThatThrownBy(() -> sample.select(new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows (0) must be at least one");
  }

  @Test
  void refusesWhatDoesNotFit() {
    refused("durations (0) must be at least one", new double[0], new boolean[0]);
    refused("ends (1) must be as many as durations (2)", new double[2], new boolean[1]);
    refused(
        "duration (-1.0) of row 2 must be 0 or more, and finite",
        new double[] {1, -1},
        new boolean[2]);
    refused(
        "duration (NaN) of row 1 must be 0 or more, and finite",
        new double[] {Double.NaN},
        new boolean[1]);
    assertThatThrownBy(
            () ->
                LifetimeSample.entering(TimeScale.DAY, new double[] {0, 5, 0, 0}, DURATIONS, LEFT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("entry (5.0) of row 2 must be before its end (5.0)");
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.DAY, DURATIONS, LEFT);
    assertThatThrownBy(() -> sample.withWeights(new double[] {1, 0, 1, 1}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "weight (0.0) of row 2 must be over 0 and finite; leave out rows that stand for nobody");
    assertThatThrownBy(() -> sample.withGroups(" ", List.of("a", "a", "a", "a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute ( ) must not be blank");
    assertThatThrownBy(() -> sample.withGroups("plan", List.of("a")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plan (1) must be as many as lifetimes (4)");
    assertThatThrownBy(() -> LifetimeEnd.left(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reason () must not be blank");
  }

  private static void refused(String message, double[] durations, boolean[] left) {
    assertThatThrownBy(() -> LifetimeSample.fromStart(TimeScale.DAY, durations, left))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
