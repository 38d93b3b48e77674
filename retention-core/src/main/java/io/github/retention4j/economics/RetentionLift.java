package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

/**
 * By how much a retention rate is lifted, and in what sense: "5 % more retention" from 80 % is 85 %
 * by points, 84 % by per cent of the rate and 81 % by per cent of churn.
 *
 * @param kind the sense
 * @param amount how much, as a fraction: 0.05 is five points or five per cent; negative where
 *     retention falls
 */
public record RetentionLift(Kind kind, double amount) {

  /** How far a rate may pass 1 or 0 by rounding alone. */
  private static final double ROUNDING = 1e-12;

  /** In what sense a rate is lifted. */
  public enum Kind {
    /** Percentage points: r + amount. */
    POINTS("points", "r + a"),
    /** Per cent of the retention rate: r (1 + amount). */
    OF_RETENTION("% of retention", "r (1 + a)"),
    /** Per cent of churn, which falls: 1 - (1 - r) (1 - amount). */
    OF_CHURN("% less churn", "1 - (1 - r) (1 - a)");

    private final String words;
    private final String formula;

    Kind(String words, String formula) {
      this.words = words;
      this.formula = formula;
    }

    /**
     * Returns the lifted rate as a formula in the rate r and the amount a.
     *
     * @return for example {@code r + a}
     */
    public String formula() {
      return formula;
    }
  }

  /**
   * Checks the amount.
   *
   * @param kind the sense
   * @param amount how much, as a fraction
   * @throws IllegalArgumentException if no rate could be lifted so: points not from -1 to 1, less
   *     than -1 of retention, more than 1 of churn, or not finite
   */
  public RetentionLift {
    requireNonNull(kind, "kind");
    double least = kind == Kind.OF_CHURN ? -Double.MAX_VALUE : -1;
    double most = kind == Kind.OF_RETENTION ? Double.MAX_VALUE : 1;
    if (!(amount >= least && amount <= most)) {
      throw new IllegalArgumentException(
          "amount (" + amount + ") must leave a rate from 0 to 1 possible, by " + kind.formula());
    }
    amount += 0.0;
  }

  /**
   * Lifts by percentage points.
   *
   * @param points how many, as a fraction: 0.05 for five
   * @return the lift
   * @throws IllegalArgumentException if the points are not from -1 to 1
   */
  public static RetentionLift byPoints(double points) {
    return new RetentionLift(Kind.POINTS, points);
  }

  /**
   * Lifts by a share of the retention rate itself.
   *
   * @param share the share: 0.05 makes 0.80 into 0.84; at least -1
   * @return the lift
   * @throws IllegalArgumentException if the share is below -1 or not finite
   */
  public static RetentionLift byShareOfRetention(double share) {
    return new RetentionLift(Kind.OF_RETENTION, share);
  }

  /**
   * Cuts churn by a share of itself.
   *
   * @param share the share: 0.5 halves defection and makes 0.90 into 0.95; at most 1
   * @return the lift
   * @throws IllegalArgumentException if the share is above 1 or not finite
   */
  public static RetentionLift byShareOfChurn(double share) {
    return new RetentionLift(Kind.OF_CHURN, share);
  }

  /**
   * Lifts a rate. An amount of 0 changes nothing.
   *
   * @param retention the rate, in [0, 1]
   * @return the lifted rate, in [0, 1]
   * @throws IllegalArgumentException if the rate, or the lifted rate, is outside [0, 1]
   */
  public double applyTo(double retention) {
    Checks.unit("retention", retention);
    double lifted = unbounded(retention);
    if (lifted > 1 + ROUNDING || lifted < -ROUNDING) {
      throw new IllegalArgumentException(
          "retention (" + retention + ") by " + this + " (" + lifted + ") must be from 0 to 1");
    }
    return bounded(retention);
  }

  /** The lifted rate, held at 0 and 1. */
  double bounded(double retention) {
    return Math.max(0, Math.min(1, unbounded(retention)));
  }

  private double unbounded(double retention) {
    return retention
        + switch (kind) {
          case POINTS -> amount;
          case OF_RETENTION -> amount * retention;
          case OF_CHURN -> amount * (1 - retention);
        };
  }

  /** Lifted rate = intercept + slope * rate. */
  double intercept() {
    return kind == Kind.OF_RETENTION ? 0 : amount;
  }

  double slope() {
    return switch (kind) {
      case POINTS -> 1;
      case OF_RETENTION -> 1 + amount;
      case OF_CHURN -> 1 - amount;
    };
  }

  /** The highest rate that a lift by this amount, not negative, leaves at 1 or below. */
  double highestStart() {
    return switch (kind) {
      case POINTS -> 1 - amount;
      case OF_RETENTION -> 1 / (1 + amount);
      case OF_CHURN -> 1;
    };
  }

  /**
   * Returns the amount and the sense.
   *
   * @return for example {@code +5 points}
   */
  @Override
  public String toString() {
    double shown = Math.round(1e6 * 100 * amount) / 1e6;
    String digits =
        shown == Math.rint(shown) ? String.valueOf((long) shown) : String.valueOf(shown);
    return (kind != Kind.OF_CHURN && amount >= 0 ? "+" : "") + digits + " " + kind.words;
  }
}
