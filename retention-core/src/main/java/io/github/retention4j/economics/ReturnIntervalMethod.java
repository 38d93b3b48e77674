package io.github.retention4j.economics;

/** How the interval of a {@link ProgrammeReturn} is made. */
public enum ReturnIntervalMethod {
  /** Newcombe's interval of the lift, the cost being known exactly. Good for small groups. */
  NEWCOMBE_KNOWN_COST,
  /** The delta method, with the Wald standard error of the lift and that of the cost. */
  DELTA,
  /** Fieller's method, with the same standard errors; right also where the cost is unsure. */
  FIELLER
}
