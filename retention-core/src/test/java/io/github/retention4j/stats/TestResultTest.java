package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TestResultTest {

  @Test
  void isSignificantStrictlyBelowAlpha() {
    TestResult result = new TestResult("x", 1.9, 0.05, Math.log10(0.05));
    assertThat(result.isSignificantAt(0.050001)).isTrue();
    assertThat(result.isSignificantAt(0.05)).isFalse();
    assertThatThrownBy(() -> result.isSignificantAt(0))
        .hasMessage("alpha (0.0) must be over 0 and under 1");
    assertThatThrownBy(() -> result.isSignificantAt(1))
        .hasMessage("alpha (1.0) must be over 0 and under 1");
  }

  @Test
  void keepsTheLogarithmOfWhatADoubleCannotHold() {
    TestResult result = TestResult.ofLog("x", -50, -1000 * Math.log(10));
    assertThat(result.pValue()).isZero();
    assertThat(result.log10PValue()).isCloseTo(-1000, within(1e-12));
    assertThat(new TestResult("x", 0, 1, -0.0)).isEqualTo(new TestResult("x", 0, 1, 0));
    assertThat(TestResult.ofLog("x", -0.0, 1e-16)).isEqualTo(new TestResult("x", 0, 1, 0));
  }

  @Test
  void saysWhatIsWrong() {
    assertThatThrownBy(() -> new TestResult("", 0, 1, 0)).hasMessage("test () must not be blank");
    assertThatThrownBy(() -> new TestResult("x", Double.NaN, 1, 0))
        .hasMessage("statistic (NaN) must be a number");
    assertThatThrownBy(() -> new TestResult("x", 0, 1.5, 0))
        .hasMessage("pValue (1.5) must be from 0 to 1");
    assertThatThrownBy(() -> new TestResult("x", 0, -0.1, 0))
        .hasMessage("pValue (-0.1) must be from 0 to 1");
    assertThatThrownBy(() -> new TestResult("x", 0, 1, 0.1))
        .hasMessage("log10PValue (0.1) must be at most 0");
    assertThatThrownBy(() -> new TestResult("x", 0, 1, Double.NaN))
        .hasMessage("log10PValue (NaN) must be at most 0");
  }

  @Test
  void writesSmallChancesAsPowersOfTen() {
    assertThat(TestResult.ofLog("x", 0, 0).pValueText()).isEqualTo("p = 1.0000");
    assertThat(TestResult.ofLog("x", 0, Math.log(0.0273)).pValueText()).isEqualTo("p = 0.0273");
    assertThat(TestResult.ofLog("x", 0, Math.log(0.9e-4)).pValueText()).isEqualTo("p = 10^-4.0");
    assertThat(TestResult.ofLog("x", 0, -511.3 * Math.log(10)).pValueText())
        .isEqualTo("p = 10^-511.3");
    assertThat(TestResult.ofLog("x", 0, Double.NEGATIVE_INFINITY).pValueText()).isEqualTo("p = 0");
  }

  @Test
  void aTermMayBringNothing() {
    TestResult nothing = new TestResult("likelihood ratio", 0, 1, 0);
    assertThat(new TermTest("plan", 0, nothing).result()).isEqualTo(nothing);
    assertThatThrownBy(() -> new TermTest("plan", -1, nothing))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("degreesOfFreedom (-1) must not be negative");
  }
}
