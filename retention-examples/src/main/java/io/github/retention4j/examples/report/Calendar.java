package io.github.retention4j.examples.report;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.retention.ChurnRule;
import io.github.retention4j.retention.MovementCalculator;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.time.DateRange;
import io.github.retention4j.time.Granularity;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * How the observed days of a log are cut into periods, and the movements between them.
 *
 * <p>Observation is taken to begin with the month of the first event, or with its week where
 * periods are weeks. A movement whose base lies even partly before that is left out: who was a
 * customer in a year of which only a month was seen cannot be told.
 */
final class Calendar {

  private final EventLog log;
  private final Work work;

  Calendar(EventLog log, Work work) {
    this.log = log;
    this.work = work;
  }

  EventLog log() {
    return log;
  }

  /** Who was active in which period. */
  ActivityGrid activity(PeriodAxis axis) {
    return ActivityGrid.from(log, axis, work);
  }

  /** Calendar weeks, months, quarters or years. */
  PeriodAxis axis(Granularity period) {
    DateRange days = log.observed();
    return switch (period) {
      case WEEK -> PeriodAxis.isoWeeks(days);
      case QUARTER -> PeriodAxis.quarters(days);
      case YEAR -> PeriodAxis.years(days);
      default -> PeriodAxis.months(days);
    };
  }

  /** Quarters or years of whole months of which the last ends with the last complete month. */
  private PeriodAxis axisEndingNow(Granularity period) {
    Month first = log.observationEndExclusive().getMonth();
    return switch (period) {
      case YEAR -> PeriodAxis.fiscalYears(log.observed(), first);
      case QUARTER -> PeriodAxis.fiscalQuarters(log.observed(), first);
      default -> axis(period);
    };
  }

  /** Calendar periods of a length, by a rule of silence. */
  Movements movements(Granularity period, int silentPeriods) {
    return new Movements(period, movements(axis(period), silentPeriods));
  }

  /** Quarters or years that end with the last complete month; a customer is who was active. */
  Movements movementsEndingNow(Granularity period) {
    return new Movements(period, movements(axisEndingNow(period), 1));
  }

  /** The movements of which base and period were wholly observed, in order of time. */
  private List<PeriodMovement> movements(PeriodAxis axis, int silentPeriods) {
    int firstWhole = firstWholePeriod(axis);
    List<PeriodMovement> movements =
        MovementCalculator.withDefaults()
            .with(ChurnRule.noActivityFor(silentPeriods))
            .calculate(activity(axis));
    // The base of a movement is its silence: the periods before it, back to the oldest that counts.
    return movements.subList(Math.min(firstWhole, movements.size()), movements.size());
  }

  private int firstWholePeriod(PeriodAxis axis) {
    LocalDate firstEvent = log.observed().start();
    LocalDate begin =
        axis.granularity() == Granularity.WEEK
            ? axis.range(0).start()
            : firstEvent.withDayOfMonth(1);
    return axis.range(0).start().isBefore(begin) ? 1 : 0;
  }
}
