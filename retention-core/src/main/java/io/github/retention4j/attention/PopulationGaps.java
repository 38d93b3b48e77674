package io.github.retention4j.attention;

/**
 * How the gaps of all customers make the population's. Either way only complete gaps count: those
 * longer than the observation cannot be among them, so that the population's quantiles are short of
 * the truth, the more the shorter the observation.
 */
public enum PopulationGaps {
  /** Each customer with a gap weighs the same, however many it has. */
  EACH_CUSTOMER,
  /**
   * Each gap weighs the same, so that those who buy often weigh more. What a purchase drawn at
   * random is followed by, not what a customer drawn at random does.
   */
  EACH_GAP
}
