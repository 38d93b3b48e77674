package io.github.retention4j.internal.mle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.estimation.ParameterRange;
import org.junit.jupiter.api.Test;

class ParameterTest {

  @Test
  void aFactoryForEachRange() {
    assertThat(Parameter.positive("a"))
        .isEqualTo(new Parameter("a", ParameterRange.POSITIVE, Math.log(1e10), 1));
    assertThat(Parameter.share("p"))
        .isEqualTo(new Parameter("p", ParameterRange.SHARE, Math.log(1e10), 1));
    assertThat(Parameter.correlation("m"))
        .isEqualTo(new Parameter("m", ParameterRange.CORRELATION, Math.log(1e5), 1));
    assertThat(Parameter.real("x")).isEqualTo(new Parameter("x", ParameterRange.REAL, 1e10, 0));
  }

  @Test
  void stepsOnTheWholeLineAreJudgedAgainstThePlaceItself() {
    assertThat(Parameter.real("x").unitAt(-20)).isEqualTo(20);
    assertThat(Parameter.real("x").unitAt(0.3)).isEqualTo(1);
    assertThat(Parameter.positive("a").unitAt(20)).isEqualTo(1);
    assertThat(Parameter.real("x").inUnitsOf(1e-3).unitAt(-20)).isEqualTo(1e-3);
    assertThat(Parameter.real("x").inUnitsOf(1e-3).limit(-1)).isEqualTo(1e10);
  }

  @Test
  void aLimitHoldsOnTheUpperSideOnly() {
    Parameter parameter = Parameter.positive("a").upTo(1000);
    assertThat(parameter.limit(2)).isCloseTo(Math.log(1000), within(1e-15));
    assertThat(parameter.limit(-2)).isEqualTo(Math.log(1e10));
    assertThat(parameter.limit(0)).isEqualTo(Math.log(1e10));
    assertThat(parameter.unit()).isEqualTo(1);
  }
}
