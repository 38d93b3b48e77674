package io.github.retention4j.benchmark;

import java.util.Optional;

/**
 * What a benchmark measures. Two figures are comparable only if they are of one metric: 90 % of the
 * customers and 90 % of the money are different things, and so are retention and churn.
 */
public enum BenchmarkMetric {
  /** Share of customers kept over a period. */
  CUSTOMER_RETENTION(Entity.CUSTOMERS, Unit.SHARE, Course.KEPT, true),
  /** Share of customers lost over a period; the complement of {@link #CUSTOMER_RETENTION}. */
  CUSTOMER_CHURN(Entity.CUSTOMERS, Unit.SHARE, Course.LOST, false),
  /** Share of subscribers who ended their last subscription in a period, for whatever reason. */
  SUBSCRIBER_CHURN(Entity.CUSTOMERS, Unit.SHARE, Course.LOST, false),
  /**
   * Share of subscribers who left because they chose to. It does not compound: those lost for the
   * other reason are no longer there to choose.
   */
  VOLUNTARY_SUBSCRIBER_CHURN(Entity.CUSTOMERS, Unit.SHARE, Course.WITHIN_PERIOD, false),
  /** Share of subscribers who left because a payment failed. It does not compound. */
  INVOLUNTARY_SUBSCRIBER_CHURN(Entity.CUSTOMERS, Unit.SHARE, Course.WITHIN_PERIOD, false),
  /** Share of business accounts ("logos") lost over a period, each counted as one. */
  LOGO_CHURN(Entity.CUSTOMERS, Unit.SHARE, Course.LOST, false),
  /**
   * Recurring revenue now of the customers of a period's start, over their revenue then: expansion
   * counts, so it may exceed 1.
   */
  NET_REVENUE_RETENTION(Entity.MONEY, Unit.RATIO, Course.KEPT, true),
  /** As {@link #NET_REVENUE_RETENTION} without expansion, so at most 1. */
  GROSS_REVENUE_RETENTION(Entity.MONEY, Unit.SHARE, Course.KEPT, true),
  /**
   * Share of recurring revenue lost over a period, expansion not set off; the complement of {@link
   * #GROSS_REVENUE_RETENTION}.
   */
  GROSS_DOLLAR_CHURN(Entity.MONEY, Unit.SHARE, Course.LOST, false),
  /** Share of a period's buyers who bought again. It does not compound. */
  REPEAT_PURCHASE_RATE(Entity.CUSTOMERS, Unit.SHARE, Course.WITHIN_PERIOD, true),
  /** Share of promoters less share of detractors, in points from -100 to 100. */
  NET_PROMOTER_SCORE(Entity.ANSWERS, Unit.POINTS, Course.SNAPSHOT, true),
  /** Index of satisfaction from 0 to 100; not a share of satisfied customers. */
  SATISFACTION_INDEX(Entity.ANSWERS, Unit.INDEX, Course.SNAPSHOT, true);

  /** What is counted or summed. */
  public enum Entity {
    /** Customers, subscribers or accounts, each of the same weight. */
    CUSTOMERS,
    /** Recurring revenue. */
    MONEY,
    /** Answers to a survey. */
    ANSWERS
  }

  /** The scale of the value in this library. */
  public enum Unit {
    /** A fraction in [0, 1]; 0.63 is 63 %. */
    SHARE(0, 1, 100, " %"),
    /** A fraction, 0 or more; 1.02 is 102 %. */
    RATIO(0, Double.MAX_VALUE, 100, " %"),
    /** Points in [-100, 100]. */
    POINTS(-100, 100, 1, " points"),
    /** An index in [0, 100]. */
    INDEX(0, 100, 1, " of 100");

    private final double min;
    private final double max;
    private final int shownPerOne;
    private final String suffix;

    Unit(double min, double max, int shownPerOne, String suffix) {
      this.min = min;
      this.max = max;
      this.shownPerOne = shownPerOne;
      this.suffix = suffix;
    }

    double check(String name, double value) {
      if (!(value >= min && value <= max)) {
        String range =
            this == RATIO ? "0 or more and finite" : "from " + (int) min + " to " + (int) max;
        throw new IllegalArgumentException(
            name + " (" + value + ") must be " + range + " (" + this + ")");
      }
      return value;
    }

    int shownPerOne() {
      return shownPerOne;
    }

    String suffix() {
      return suffix;
    }
  }

  private enum Course {
    KEPT,
    LOST,
    WITHIN_PERIOD,
    SNAPSHOT
  }

  private final Entity entity;
  private final Unit unit;
  private final Course course;
  private final boolean higherIsBetter;

  BenchmarkMetric(Entity entity, Unit unit, Course course, boolean higherIsBetter) {
    this.entity = entity;
    this.unit = unit;
    this.course = course;
    this.higherIsBetter = higherIsBetter;
  }

  /**
   * Returns what is counted or summed.
   *
   * @return customers, money or answers
   */
  public Entity entity() {
    return entity;
  }

  /**
   * Returns the scale of the values.
   *
   * @return share, ratio, points or index
   */
  public Unit unit() {
    return unit;
  }

  /**
   * Tells which direction is good news.
   *
   * @return true for retention and satisfaction, false for churn
   */
  public boolean higherIsBetter() {
    return higherIsBetter;
  }

  /**
   * Tells whether a value belongs to a length of time, as 3 % a month does.
   *
   * @return false for a survey's result, which is taken at one time
   */
  public boolean isPerPeriod() {
    return course != Course.SNAPSHOT;
  }

  /**
   * Tells whether values of consecutive periods multiply, so that the length can be converted.
   *
   * @return true for retention and churn of everything; false for churn for one reason only, repeat
   *     purchases and survey results
   */
  public boolean isCompounding() {
    return course == Course.KEPT || course == Course.LOST;
  }

  /**
   * Returns the metric whose value is one less this one's.
   *
   * @return customer retention for customer churn and back; gross revenue retention for gross
   *     dollar churn and back; empty for all others
   */
  public Optional<BenchmarkMetric> complement() {
    return switch (this) {
      case CUSTOMER_RETENTION -> Optional.of(CUSTOMER_CHURN);
      case CUSTOMER_CHURN -> Optional.of(CUSTOMER_RETENTION);
      case GROSS_REVENUE_RETENTION -> Optional.of(GROSS_DOLLAR_CHURN);
      case GROSS_DOLLAR_CHURN -> Optional.of(GROSS_REVENUE_RETENTION);
      default -> Optional.empty();
    };
  }

  /** The value over as many periods as given, whole or not, at the same pace in each. */
  double compound(double value, double periods) {
    return course == Course.LOST
        ? -Math.expm1(periods * Math.log1p(-value))
        : Math.pow(value, periods);
  }
}
