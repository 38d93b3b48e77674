package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  private static final double RELATIVE = 1e-12;

  /**
   * From R 4.2.2: {@code qt(alpha / 2, df, lower.tail = FALSE)}; 999.99924999984376 is exact too.
   */
  @ParameterizedTest
  @CsvSource({
    "1, 0.5, 1",
    "1, 0.05, 12.706204736174707",
    "1, 0.01, 63.656741162871583",
    "2, 0.999, 0.001414214269480408",
    "2, 0.5, 0.81649658092772592",
    "2, 0.05, 4.3026527297494637",
    "2, 0.000001, 999.99924999984376",
    "3, 0.05, 3.1824463052837091",
    "3, 0.01, 5.8409093097333562",
    "5, 0.05, 2.570581835636315",
    "5, 0.000001, 28.478473462984201",
    "10, 0.5, 0.69981206131243168",
    "10, 0.05, 2.2281388519862744",
    "30, 0.01, 2.7499956535672259",
    "100, 0.05, 1.983971518523552",
    "100, 0.000001, 5.2137275742300764",
    "10000, 0.05, 1.9602012398906259",
    "1000000, 0.05, 1.9599663568141066",
    "1000000, 0.000001, 4.8916689607103843",
  })
  void agreesWithR(double degreesOfFreedom, double alpha, double expected) {
    assertThat(StudentT.criticalValue(alpha, degreesOfFreedom))
        .isCloseTo(expected, within(RELATIVE * expected));
  }

  /** One degree of freedom is the Cauchy distribution: t = cot(pi * alpha / 2). */
  @ParameterizedTest
  @CsvSource({"0.999", "0.9", "0.3", "0.001", "0.000001"})
  void isTheCotangentAtOneDegreeOfFreedom(double alpha) {
    double expected = 1 / Math.tan(Math.PI * alpha / 2);
    assertThat(StudentT.criticalValue(alpha, 1)).isCloseTo(expected, within(1e-11 * expected));
  }

  /** From R 4.2.2: {@code pt(abs(t), df, lower.tail = FALSE, log.p = TRUE) + log(2)}. */
  @ParameterizedTest
  @CsvSource({
    "0, 3, 0",
    "0.1, 1, -0.06555347321239835",
    "2, 2.5, -1.8490189739504372",
    "-5, 40, -11.344021382099852",
    "40, 3, -10.27801575631038",
    "1e8, 1.5, -27.913157943173456",
    "3, 1000000, -5.9145544178523632",
  })
  void tailsAgreeWithR(double t, double degreesOfFreedom, double expected) {
    assertThat(StudentT.logTwoSided(t, degreesOfFreedom))
        .isCloseTo(expected, within(RELATIVE * Math.max(1, -expected)));
  }
}
