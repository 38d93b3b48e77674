package io.github.retention4j.survival;

/**
 * A forecast for each row of a sample: the chance to last longer than a time, made by whatever
 * model, as a rule from other customers than those of the sample.
 */
@FunctionalInterface
public interface SurvivalForecast {

  /**
   * Returns the chance that the customer of a row lasts longer than a time.
   *
   * @param row from 0
   * @param time over 0, in the unit of the sample
   * @return from 0 to 1
   */
  double survival(int row, double time);
}
