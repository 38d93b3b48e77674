package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import org.junit.jupiter.api.Test;

class ConcordanceTest {

  private static final LifetimeSample THREE =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH, new double[] {2, 5, 6}, new boolean[] {true, true, true});

  @Test
  void countsThePairsOfTheExample() {
    ConcordanceIndex index =
        Concordance.withDefaults().calculate(THREE, new double[] {0.9, 0.3, 0.5}).orElseThrow();
    assertThat(index.concordant()).isEqualTo(2);
    assertThat(index.discordant()).isEqualTo(1);
    assertThat(index.value()).isEqualTo(2.0 / 3);
    // Each row moves it by (won - 2/3 met) / 3: 2/9, -1/9, -1/9.
    assertThat(index.standardError()).isCloseTo(Math.sqrt(6) / 9, within(1e-15));
    assertThat(index.interval(0.95).upper()).isEqualTo(1);
    assertThatThrownBy(() -> index.interval(0)).hasMessage("level (0.0) must be between 0 and 1");
  }

  @Test
  void scoresBelowZeroAreOrderedToo() {
    ConcordanceIndex index =
        Concordance.withDefaults()
            .withThreads(2)
            .calculate(THREE, new double[] {1e-300, -0.0, -5})
            .orElseThrow();
    assertThat(index.value()).isEqualTo(1);
    assertThat(
            Concordance.withDefaults()
                .calculate(THREE, new double[] {0.0, -0.0, -5})
                .orElseThrow()
                .tiedScore())
        .isEqualTo(1);
  }

  @Test
  void isEmptyWithoutPairs() {
    LifetimeSample together =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {2, 2}, new boolean[] {true, true});
    assertThat(Concordance.withDefaults().calculate(together, new double[] {1, 2})).isEmpty();
  }

  @Test
  void refusesScoresThatAreNone() {
    assertThatThrownBy(() -> Concordance.withDefaults().calculate(THREE, new double[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scores (2) must be as many as rows (3)");
    assertThatThrownBy(
            () -> Concordance.withDefaults().calculate(THREE, new double[] {0, Double.NaN, 1}))
        .hasMessage("score (NaN) of row 2 must be finite");
    assertThatThrownBy(() -> Concordance.withDefaults().withThreads(0))
        .hasMessage("count (0) must be at least 1");
    assertThatThrownBy(() -> new ConcordanceIndex(-1, 0, 0, 0, 0, 0))
        .hasMessage("concordant (-1.0) must be 0 or more, and finite");
    assertThatThrownBy(() -> new ConcordanceIndex(0, 0, 0, 1, 1, 0))
        .hasMessage("pairs (0) must be over 0");
  }
}
