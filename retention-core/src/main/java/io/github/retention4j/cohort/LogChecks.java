package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.time.BusinessZone;
import io.github.retention4j.time.DayClock;
import java.time.Instant;
import java.time.LocalDate;

/** What logs must have whose ages are counted in elapsed time. */
final class LogChecks {

  private LogChecks() {}

  static void sameEnd(String nameA, EventLog a, String nameB, EventLog b) {
    GridChecks.require(
        nameA,
        nameB,
        "end of observation",
        a.observationEndExclusive(),
        b.observationEndExclusive());
  }

  /**
   * Instants are there, and their days are those of the zone, so that the zone was not mistaken.
   */
  static void instantsIn(BusinessZone zone, String name, EventLog log) {
    if (!log.hasInstants()) {
      throw new IllegalArgumentException(name + " (events on days) must be events at instants");
    }
    DayClock clock = DayClock.of(zone, log.observed());
    for (int row = 0; row < log.rows(); row++) {
      for (int event = log.eventsStart(row); event < log.eventsEnd(row); event++) {
        long day = clock.epochDayOf(log.epochSecondAt(event));
        if (day != log.epochDayAt(event)) {
          throw new IllegalArgumentException(
              "zone ("
                  + zone
                  + ") must be that of "
                  + name
                  + ": there the event of customer "
                  + log.customer(row)
                  + " at "
                  + Instant.ofEpochSecond(log.epochSecondAt(event))
                  + " lies on "
                  + LocalDate.ofEpochDay(log.epochDayAt(event))
                  + ", in the zone on "
                  + zone.dateOf(Instant.ofEpochSecond(log.epochSecondAt(event))));
        }
      }
    }
  }
}
