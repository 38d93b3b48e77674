package io.github.retention4j.cohort;

/**
 * How amounts are related to an age N, counted in periods from the one of the start, which is age
 * 0. Columns are the ages. Whatever the measure, the cell of age N is observed once period N is
 * over.
 *
 * <p>Example: a and b begin in January, the end of observation is 1 April; a pays USD 10 in January
 * and USD 5 in March, b pays USD 20 in February.
 *
 * <pre>{@code
 * measure       January   February   March
 * IN_PERIOD       10         20        5
 * CUMULATIVE      10         30       35
 * }</pre>
 */
public enum AgeAmount implements CohortAmountMeasure {
  /** The amounts of period N itself. */
  IN_PERIOD,

  /** The amounts of the periods 0 to N: what a cohort has brought in by that age. */
  CUMULATIVE
}
