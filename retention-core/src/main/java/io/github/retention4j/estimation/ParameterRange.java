package io.github.retention4j.estimation;

/**
 * What values a parameter may take, and the function that stretches them over the whole line. Fits
 * climb on the line, where no step can leave the range, and intervals are made there.
 */
public enum ParameterRange {
  /** Any number, such as the coefficient of a covariate; left as it is. */
  REAL(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, "Wald", 1e10) {
    @Override
    double lineOf(double value) {
      return value;
    }

    @Override
    double valueOf(double position) {
      return position;
    }

    @Override
    double slopeOf(double value) {
      return 1;
    }
  },
  /** Over 0; stretched by the logarithm. */
  POSITIVE(0, Double.POSITIVE_INFINITY, "Wald on log scale", Math.log(1e10)) {
    @Override
    double lineOf(double value) {
      return Math.log(value);
    }

    @Override
    double valueOf(double position) {
      return Math.exp(position);
    }

    @Override
    double slopeOf(double value) {
      return value;
    }
  },
  /** Between 0 and 1; stretched by the logit. */
  SHARE(0, 1, "Wald on logit scale", Math.log(1e10)) {
    @Override
    double lineOf(double value) {
      return Math.log(value) - Math.log1p(-value);
    }

    @Override
    double valueOf(double position) {
      return 1 / (1 + Math.exp(-position));
    }

    @Override
    double slopeOf(double value) {
      return value * (1 - value);
    }
  },
  /** Between -1 and 1; stretched by Fisher's z, the inverse of the hyperbolic tangent. */
  CORRELATION(-1, 1, "Wald on Fisher z scale", Math.log(1e5)) {
    @Override
    double lineOf(double value) {
      return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }

    @Override
    double valueOf(double position) {
      return Math.tanh(position);
    }

    @Override
    double slopeOf(double value) {
      return (1 - value) * (1 + value);
    }
  };

  private final double least;
  private final double most;
  private final String intervalMethod;
  private final double lineLimit;

  ParameterRange(double least, double most, String intervalMethod, double lineLimit) {
    this.least = least;
    this.most = most;
    this.intervalMethod = intervalMethod;
    this.lineLimit = lineLimit;
  }

  abstract double lineOf(double value);

  abstract double valueOf(double position);

  abstract double slopeOf(double value);

  /**
   * Returns the place of a value on the line.
   *
   * @param value a value inside the range, or an end of it
   * @return any number; infinite at an end
   * @throws IllegalArgumentException if the value is beyond the range
   */
  public double toLine(double value) {
    return lineOf(checked("value", value));
  }

  /**
   * Returns the value at a place on the line; the inverse of {@link #toLine}.
   *
   * @param position any number
   * @return the value; where the place is far out it may round to the end of the range
   * @throws IllegalArgumentException if the position is not a number
   */
  public double fromLine(double position) {
    return valueOf(checkedPosition(position));
  }

  /** Refuses a place that is none. */
  static double checkedPosition(double position) {
    if (Double.isNaN(position)) {
      throw new IllegalArgumentException("position (" + position + ") must be a number");
    }
    return position;
  }

  /**
   * Returns how fast the value changes along the line.
   *
   * @param value a value inside the range, or an end of it
   * @return the derivative of {@link #fromLine} at its place, 0 or more
   * @throws IllegalArgumentException if the value is beyond the range
   */
  public double slopeAt(double value) {
    return slopeOf(checked("value", value));
  }

  /** Refuses a value beyond the ends of the range. */
  double checked(String name, double value) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " (" + value + ") must be in the range " + this + ", " + least + " to " + most);
    }
    return value;
  }

  /**
   * Returns how far out a fit looks on the line, on either side. A positive parameter is sought
   * from 1e-10 to 1e10, a share down to 1e-10 from its ends.
   *
   * @return a positive number
   */
  public double lineLimit() {
    return lineLimit;
  }

  /**
   * Tells whether a value is one that a fit looks at.
   *
   * @param value any number
   * @return true if its place is on the line and not beyond {@link #lineLimit}
   */
  public boolean contains(double value) {
    return value > least && value < most && Math.abs(lineOf(value)) <= lineLimit;
  }

  /** The name of the interval that is made on this line. */
  String intervalMethod() {
    return intervalMethod;
  }
}
