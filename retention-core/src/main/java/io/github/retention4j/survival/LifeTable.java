package io.github.retention4j.survival;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.time.TimeScale;
import java.util.List;

/**
 * Lifetimes by intervals of age, as actuaries count them. Immutable.
 *
 * @param timeScale the unit of all times
 * @param rows the intervals in order, up to the last in which someone was observed
 */
public record LifeTable(TimeScale timeScale, List<LifeTableRow> rows) {

  /**
   * Copies the rows.
   *
   * @param timeScale the unit of all times
   * @param rows the intervals in order
   */
  public LifeTable {
    requireNonNull(timeScale, "timeScale");
    rows = List.copyOf(rows);
  }

  /**
   * Returns a line for each interval.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table =
        new TextTable()
            .line("from", "to", "entering", "censored", "lost", "exposed", "q", "survival", "se");
    for (LifeTableRow row : rows) {
      table.line(
          TextTable.number(row.start()),
          TextTable.number(row.endExclusive()),
          TextTable.number(row.entering()),
          TextTable.number(row.censored()),
          TextTable.number(row.lost()),
          TextTable.number(row.exposed()),
          TextTable.share(row.lossProbability()),
          TextTable.share(row.survivalAtEnd()),
          row.standardError().isPresent()
              ? TextTable.share(row.standardError().getAsDouble())
              : "-");
    }
    return table.toString();
  }
}
