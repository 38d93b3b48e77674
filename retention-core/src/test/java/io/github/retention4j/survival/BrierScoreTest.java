package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BrierScoreTest {

  private static final Offset<Double> EXACT = within(1e-15);

  private static final BrierScore BRIER = BrierScore.withDefaults();

  /** Of four, two left after 2 and 5, two are there after 3 and 6. */
  private static final LifetimeSample FOUR =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH,
          new double[] {2, 5, 3, 6},
          new boolean[] {true, true, false, false});

  /** The weeks of the leukaemia patients of Miller (1997), the first 11 of them maintained. */
  private static final double[] WEEKS = {
    9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161, 5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45
  };

  private static final int[] LEFT = {
    1, 1, 0, 1, 1, 0, 1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1
  };

  @Test
  void weighsThoseNotSeenForSoLong() {
    BrierScores half = BRIER.calculate(FOUR, (row, time) -> 0.5, 1, 2.5, 5.5);
    assertThat(half.size()).isEqualTo(3);
    assertThat(half.time(2)).isEqualTo(5.5);
    assertThat(half.score(0)).isEqualTo(0.25);
    assertThat(half.score(1)).isEqualTo(0.25);
    assertThat(half.score(2)).isCloseTo(0.25, EXACT);
    assertThat(half.timeScale()).isEqualTo(TimeScale.MEAN_MONTH);
    // Weights 1, 1.5, 0 and 1.5, of which the first is forecast wholly wrong.
    BrierScores wrong = BRIER.calculate(FOUR, (row, time) -> row == 1 ? 0 : 1, 5.5);
    assertThat(wrong.score(0)).isCloseTo(1.0 / 4, EXACT);
    assertThat(wrong.standardError(0)).isCloseTo(Math.sqrt((0.25 - 0.0625) / 4), EXACT);
    // Of the reference all have S(5.5) = 3/8: (1 + 1.5) 9/64 and 1.5 * 25/64.
    assertThat(wrong.reference(0)).isCloseTo((2.5 * 9 + 1.5 * 25) / 64 / 4, EXACT);
    assertThat(wrong.skill(0).orElseThrow()).isCloseTo(1 - 0.25 / 0.234375, within(1e-14));
  }

  /**
   * R 4.2.2 survival 3.5-3, which has no such score itself: mean(w * (S - (time > t))^2) with w
   * from survfit(Surv(time, 1 - status) ~ 1), ends of observation put after losses of their time.
   */
  @Test
  void agreesWithR() {
    boolean[] left = new boolean[LEFT.length];
    for (int row = 0; row < left.length; row++) {
      left[row] = LEFT[row] == 1;
    }
    LifetimeSample sample = LifetimeSample.fromStart(TimeScale.WEEK, WEEKS, left);
    BrierScores scores =
        BRIER.calculate(
            sample, (row, time) -> Math.exp(-time / (row < 11 ? 60 : 25)), 6, 13, 20, 30, 44);
    double[][] expected = {
      {0.07793298119170922, 0.03499186848962301, 0.07939508506616257},
      {0.2006697324944372, 0.03809204131536096, 0.2117202268431002},
      {0.232402850550192, 0.03403242075514945, 0.2286948805987423},
      {0.2259149494198447, 0.04062543558501239, 0.2465992348069942},
      {0.165319992665163, 0.04147591864790285, 0.172070788687946}
    };
    for (int i = 0; i < expected.length; i++) {
      assertThat(scores.score(i)).isCloseTo(expected[i][0], within(1e-14));
      assertThat(scores.standardError(i)).isCloseTo(expected[i][1], within(1e-14));
      assertThat(scores.reference(i)).isCloseTo(expected[i][2], within(1e-14));
      assertThat(scores.interval(i).orElseThrow().contains(expected[i][0])).isTrue();
    }
  }

  @Test
  void averagesOverTimeByTrapezoids() {
    BrierScores scores = BRIER.calculate(FOUR, (row, time) -> time < 2 ? 1 : 0.5, 1, 2, 4);
    // Scores 0, 1/4 and 1/4.
    assertThat(scores.integrated().orElseThrow()).isCloseTo((0.125 + 2 * 0.25) / 3, EXACT);
    assertThat(scores.integratedReference().orElseThrow()).isPositive();
    assertThat(scores.skill(0)).isEmpty();
    assertThat(scores.interval(0)).isEmpty();
    assertThat(BRIER.calculate(FOUR, (row, time) -> 1, 1).integrated()).isEmpty();
  }

  @Test
  void isWrittenAsText() {
    assertThat(BRIER.calculate(FOUR, (row, time) -> row == 1 ? 0 : 1, 1, 5.5).toText())
        .isEqualTo(
            """
            Brier score, mean months, intervals 95 % plain
            time   score   lower   upper  reference    skill
               1  0.2500  0.0000  0.6743     0.0000        -
             5.5  0.2500  0.0000  0.6743     0.2344  -0.0667
            """);
  }

  @Test
  void refusesWhatItCannotScore() {
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> row == 2 ? 1.5 : 1, 3.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("survival (1.5) forecast for row 3 at 3.5 must be from 0 to 1");
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> Double.NaN, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("survival (NaN) forecast for row 1 at 3 must be from 0 to 1");
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> 1, 3, 6))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (6.0) must be under the longest lifetime (6.0)");
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> 1, 3, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (3.0) must be over the one before, 3.0");
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (0.0) must be over 0");
    assertThatThrownBy(() -> BRIER.calculate(FOUR, (row, time) -> 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("times (0) must be at least one");
    LifetimeSample late =
        LifetimeSample.entering(
            TimeScale.DAY, new double[] {1}, new double[] {2}, new boolean[] {true});
    assertThatThrownBy(() -> BRIER.calculate(late, (row, time) -> 1, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "sample (1 lifetimes in days, 1 ended, with late entry) must have no late entry");
    assertThatThrownBy(() -> BRIER.withLevel(2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (2.0) must be between 0 and 1");
  }
}
