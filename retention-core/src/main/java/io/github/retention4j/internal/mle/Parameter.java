package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.ParameterRange;

/**
 * A parameter of a model.
 *
 * @param name its name in the paper
 * @param range what values it may take
 * @param upperLimit how far out a fit looks on the upper side of the line
 */
public record Parameter(String name, ParameterRange range, double upperLimit) {

  private static Parameter of(String name, ParameterRange range) {
    return new Parameter(name, range, range.lineLimit());
  }

  /**
   * Returns a parameter over 0.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter positive(String name) {
    return of(name, ParameterRange.POSITIVE);
  }

  /**
   * Returns a parameter between 0 and 1.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter share(String name) {
    return of(name, ParameterRange.SHARE);
  }

  /**
   * Returns a parameter that may be any number.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter real(String name) {
    return of(name, ParameterRange.REAL);
  }

  /**
   * Returns a parameter between -1 and 1.
   *
   * @param name its name in the paper
   * @return the parameter
   */
  public static Parameter correlation(String name) {
    return of(name, ParameterRange.CORRELATION);
  }

  /**
   * Returns this parameter, sought up to a value from which on the model is practically a limit of
   * its kind.
   *
   * @param value inside the range, on the upper side of the line
   * @return the parameter
   */
  public Parameter upTo(double value) {
    return new Parameter(name, range, range.toLine(value));
  }

  /** How far out a fit looks on the line, on the side of a place. */
  double limit(double position) {
    return position > 0 ? upperLimit : range.lineLimit();
  }
}
