package io.github.retention4j.estimation;

/** Nothing is believed before: plain maximum likelihood. */
public enum NoPenalty implements Penalty {
  /** The one and only. */
  INSTANCE;

  @Override
  public double valueAt(String name, ParameterRange range, double position) {
    return 0;
  }

  @Override
  public double slopeAt(String name, ParameterRange range, double position) {
    return 0;
  }

  @Override
  public String toString() {
    return "none";
  }
}
