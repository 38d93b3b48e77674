package io.github.retention4j.estimation;

/**
 * What values a parameter may take, and the function that stretches them over the whole line. Fits
 * climb on the line, where no step can leave the range, and intervals are made there.
 */
public enum ParameterRange {
  /** Any number, such as the coefficient of a covariate; left as it is. */
  REAL("Wald", 1e10) {
    @Override
    public double toLine(double value) {
      return value;
    }

    @Override
    public double fromLine(double position) {
      return position;
    }

    @Override
    public double slopeAt(double value) {
      return 1;
    }
  },
  /** Over 0; stretched by the logarithm. */
  POSITIVE("Wald on log scale", Math.log(1e10)) {
    @Override
    public double toLine(double value) {
      return Math.log(value);
    }

    @Override
    public double fromLine(double position) {
      return Math.exp(position);
    }

    @Override
    public double slopeAt(double value) {
      return value;
    }
  },
  /** Between 0 and 1; stretched by the logit. */
  SHARE("Wald on logit scale", Math.log(1e10)) {
    @Override
    public double toLine(double value) {
      return Math.log(value) - Math.log1p(-value);
    }

    @Override
    public double fromLine(double position) {
      return 1 / (1 + Math.exp(-position));
    }

    @Override
    public double slopeAt(double value) {
      return value * (1 - value);
    }
  },
  /** Between -1 and 1; stretched by Fisher's z, the inverse of the hyperbolic tangent. */
  CORRELATION("Wald on Fisher z scale", Math.log(1e5)) {
    @Override
    public double toLine(double value) {
      return 0.5 * (Math.log1p(value) - Math.log1p(-value));
    }

    @Override
    public double fromLine(double position) {
      return Math.tanh(position);
    }

    @Override
    public double slopeAt(double value) {
      return (1 - value) * (1 + value);
    }
  };

  private final String intervalMethod;
  private final double lineLimit;

  ParameterRange(String intervalMethod, double lineLimit) {
    this.intervalMethod = intervalMethod;
    this.lineLimit = lineLimit;
  }

  /**
   * Returns the place of a value on the line.
   *
   * @param value a value inside the range
   * @return any finite number
   */
  public abstract double toLine(double value);

  /**
   * Returns the value at a place on the line; the inverse of {@link #toLine}.
   *
   * @param position any number
   * @return the value; where the place is far out it may round to the end of the range
   */
  public abstract double fromLine(double position);

  /**
   * Returns how fast the value changes along the line.
   *
   * @param value a value inside the range
   * @return the derivative of {@link #fromLine} at its place, over 0
   */
  public abstract double slopeAt(double value);

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
    return Math.abs(toLine(value)) <= lineLimit;
  }

  /** The name of the interval that is made on this line. */
  String intervalMethod() {
    return intervalMethod;
  }
}
