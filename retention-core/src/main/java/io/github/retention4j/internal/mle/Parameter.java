package io.github.retention4j.internal.mle;

import io.github.retention4j.estimation.ParameterRange;

/**
 * A parameter of a model.
 *
 * @param name its name in the paper
 * @param range what values it may take
 * @param upperLimit how far out a fit looks on the upper side of the line
 * @param unit what steps along the line are judged against; 0 where the place itself tells
 */
public record Parameter(String name, ParameterRange range, double upperLimit, double unit) {

  private static Parameter of(String name, ParameterRange range) {
    return new Parameter(name, range, range.lineLimit(), range == ParameterRange.REAL ? 0 : 1);
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
    return new Parameter(name, range, range.toLine(value), unit);
  }

  /**
   * Returns this parameter, steps along its line judged against a size. Without it that is 1, or
   * the place itself where that is more; a coefficient of something counted in thousands needs
   * less.
   *
   * @param size over 0: a step that changes the model moderately
   * @return the parameter
   */
  public Parameter inUnitsOf(double size) {
    return new Parameter(name, range, upperLimit, size);
  }

  /** What a step along the line is judged against, at a place. */
  double unitAt(double position) {
    return unit == 0 ? Math.max(1, Math.abs(position)) : unit;
  }

  /** How far out a fit looks on the line, on the side of a place. */
  double limit(double position) {
    return position > 0 ? upperLimit : range.lineLimit();
  }
}
