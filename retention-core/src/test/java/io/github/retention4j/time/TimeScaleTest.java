package io.github.retention4j.time;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeScaleTest {

  @Test
  void countsDaysInItsUnit() {
    assertThat(TimeScale.WEEK.ofDays(14)).isEqualTo(2);
    assertThat(TimeScale.DAY.ofDays(14)).isEqualTo(14);
  }

  @Test
  void givesItsLengthInAnotherUnit() {
    assertThat(TimeScale.MEAN_YEAR.lengthIn(TimeScale.WEEK)).isEqualTo(52.1775);
    assertThat(TimeScale.MEAN_YEAR.lengthIn(TimeScale.MEAN_MONTH)).isEqualTo(12);
    assertThat(TimeScale.DAY.lengthIn(TimeScale.WEEK)).isEqualTo(1.0 / 7);
  }

  @Test
  void readsAsWords() {
    assertThat(TimeScale.MEAN_MONTH).hasToString("mean months");
  }
}
