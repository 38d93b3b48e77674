package io.github.retention4j.lifecycle;

import io.github.retention4j.activity.ActivityGrid;
import java.util.Arrays;

/**
 * The moves of all customers, counted in one pass over the cells. Index {@code complete} holds what
 * was seen of the first open period.
 */
final class LifecycleTally {

  final long[] began;
  final long[] retained;
  final long[] resurrected;
  final long[] churned;
  private final long[] known;

  private LifecycleTally(int periods) {
    began = new long[periods];
    retained = new long[periods];
    resurrected = new long[periods];
    churned = new long[periods];
    known = new long[periods];
  }

  static LifecycleTally of(LifecycleRows rows) {
    LifecycleTally tally = new LifecycleTally(rows.complete + 1);
    for (int row = 0; row < rows.grid.rows(); row++) {
      tally.add(rows.grid, row, rows.knownSince(row));
    }
    Arrays.parallelPrefix(tally.known, Long::sum);
    return tally;
  }

  private void add(ActivityGrid grid, int row, int knownSince) {
    int next = -1;
    for (int cell = grid.firstCell(row); cell < grid.endCell(row); cell++) {
      int period = grid.periodAt(cell);
      if (period == next) {
        retained[period]++;
      } else {
        addStart(period, knownSince);
        addSilence(next);
      }
      next = period + 1;
    }
    addSilence(next);
    known[Math.max(0, knownSince)]++;
  }

  private void addStart(int period, int knownSince) {
    if (period == knownSince) {
      began[period]++;
    } else {
      resurrected[period]++;
    }
  }

  private void addSilence(int period) {
    if (period >= 0 && period < churned.length) {
      churned[period]++;
    }
  }

  long active(int period) {
    return began[period] + retained[period] + resurrected[period];
  }

  long count(int period, LifecycleState state) {
    return switch (state) {
      case NEW -> began[period];
      case RETURNING -> retained[period];
      case RESURRECTED -> resurrected[period];
      case DORMANT -> known[period] - active(period);
    };
  }
}
