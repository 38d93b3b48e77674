package io.github.retention4j.purchase;

/**
 * The chance that nothing happens within the mixing time: that a customer who stays does not buy,
 * or that it does not leave. Held with its complement, so that either may be tiny.
 *
 * @param value the chance
 * @param rest 1 - value
 */
record SarmanovChance(double value, double rest) {

  /** Of a rate of gamma distribution: {@code (reach / (reach + time))^power}. */
  static SarmanovChance of(double power, double reach, double time) {
    double log = power * Math.log1p(time / reach);
    return new SarmanovChance(Math.exp(-log), -Math.expm1(-log));
  }
}
