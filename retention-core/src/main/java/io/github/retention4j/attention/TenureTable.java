package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;

/**
 * For how long customers have been there, as of a date.
 *
 * @param asOf the date
 * @param bands the bands in order; their customers sum to those who had started
 * @param notStarted customers whose start is later, in no band
 */
public record TenureTable(LocalDate asOf, List<TenureBand> bands, long notStarted) {

  /**
   * Copies the list.
   *
   * @param asOf the date
   * @param bands the bands
   * @param notStarted customers whose start is later
   * @throws IllegalArgumentException if {@code notStarted} is negative
   */
  public TenureTable {
    requireNonNull(asOf, "asOf");
    bands = List.copyOf(bands);
    if (notStarted < 0) {
      throw new IllegalArgumentException("notStarted (" + notStarted + ") must be 0 or more");
    }
  }

  /**
   * Returns the bands, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder("Tenure as of ").append(asOf).append('\n');
    bands.forEach(band -> text.append("  ").append(band).append('\n'));
    if (notStarted > 0) {
      text.append("  not started: ").append(notStarted).append('\n');
    }
    return text.toString();
  }
}
