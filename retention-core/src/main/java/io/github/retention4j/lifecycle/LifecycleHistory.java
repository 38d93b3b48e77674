package io.github.retention4j.lifecycle;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Map;

/**
 * What is known of customers from before the periods that are reported. Who is new, and who was
 * active just before the first period, hangs on it.
 *
 * <p>Example: customer A was active in December and January, and the axis begins in January. By
 * {@link #beginsWithAxis()} A is new in January, which is wrong. By {@link #unknownBeforeAxis()}
 * January is not reported. With an axis from December, {@link #leadIn} to January says it right: A
 * is returning.
 */
public sealed interface LifecycleHistory {

  /** Nobody was active before the axis: it begins with the business, or with the data's own. */
  enum BeginsWithAxis implements LifecycleHistory {
    /** The only value. */
    INSTANCE
  }

  /** Customers may have been active before the axis, and nobody knows which. */
  enum UnknownBeforeAxis implements LifecycleHistory {
    /** The only value. */
    INSTANCE
  }

  /**
   * The first periods of the axis are all the history there is, and are not themselves reported.
   *
   * @param firstReported a day of the first period to report
   */
  record LeadIn(LocalDate firstReported) implements LifecycleHistory {

    /**
     * Checks that the day is there.
     *
     * @param firstReported a day of the first period to report
     */
    public LeadIn {
      requireNonNull(firstReported, "firstReported");
    }
  }

  /**
   * The first day of each customer is known from elsewhere, over all history.
   *
   * @param dates the first day of a customer; whoever is missing began with the first activity on
   *     the axis, and whoever has no activity on the axis is left out
   */
  record FirstSeen(Map<CustomerId, LocalDate> dates) implements LifecycleHistory {

    /**
     * Copies the dates.
     *
     * @param dates the first day of a customer
     */
    public FirstSeen {
      dates = Map.copyOf(dates);
    }
  }

  /**
   * Says that nobody was active before the axis. All periods are reported, and everyone active in
   * the first is new.
   *
   * @return the history
   */
  static LifecycleHistory beginsWithAxis() {
    return BeginsWithAxis.INSTANCE;
  }

  /**
   * Says that activity before the axis is unknown. The first period is not reported, as nobody can
   * tell who was new in it; in the later ones "new" means not seen before on the axis, which counts
   * some old customers as new, the fewer the further from the start.
   *
   * @return the history
   */
  static LifecycleHistory unknownBeforeAxis() {
    return UnknownBeforeAxis.INSTANCE;
  }

  /**
   * Says that the periods before a given one serve as history only.
   *
   * @param firstReported a day of the first period to report; a period of the axis must lie before
   *     it
   * @return the history
   */
  static LifecycleHistory leadIn(LocalDate firstReported) {
    return new LeadIn(firstReported);
  }

  /**
   * Gives the first day of customers, over all history. The first period is not reported, as the
   * activity just before it is not on the axis. A customer first seen in an earlier period than its
   * first activity on the axis is known, and dormant, from that period or the start of the axis on,
   * and resurrected by that activity.
   *
   * @param dates the first day of a customer
   * @return the history
   */
  static LifecycleHistory firstSeen(Map<CustomerId, LocalDate> dates) {
    return new FirstSeen(dates);
  }

  /**
   * Returns the first period that can be reported.
   *
   * @param grid the activity
   * @return its index on the axis, which may lie beyond the complete periods
   * @throws IllegalArgumentException if the first day to report is not on the axis, or no period
   *     lies before it
   */
  default int firstReported(ActivityGrid grid) {
    if (this instanceof LeadIn leadIn) {
      PeriodAxis axis = grid.axis();
      int period = axis.periodOf(leadIn.firstReported());
      if (period == 0) {
        throw new IllegalArgumentException(
            "firstReported ("
                + leadIn.firstReported()
                + ") must come after the first period of the axis, "
                + axis.label(0));
      }
      return period;
    }
    return this == BeginsWithAxis.INSTANCE ? 0 : 1;
  }
}
