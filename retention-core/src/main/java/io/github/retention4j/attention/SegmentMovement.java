package io.github.retention4j.attention;

import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How customers moved between segments from one date to a later one. Immutable.
 *
 * <p>Customers in the later table only are new, those in the earlier only are gone: they had no
 * purchase in the window of that date. Each row sums to the segment's customers before, each column
 * to those after.
 *
 * <p>Quantile scores rank customers among each other, so that some move because others did; own
 * boundaries show moves of their own alone.
 */
public final class SegmentMovement {

  private final LocalDate before;
  private final LocalDate after;
  private final List<String> segments;
  private final long[][] moved;

  private SegmentMovement(
      LocalDate before, LocalDate after, List<String> segments, long[][] moved) {
    this.before = before;
    this.after = after;
    this.segments = segments;
    this.moved = moved;
  }

  /**
   * Compares two tables.
   *
   * @param before the earlier
   * @param after the later, by the same rules
   * @return the moves
   * @throws IllegalArgumentException if rules differ or the dates do not rise
   */
  public static SegmentMovement between(RfmTable before, RfmTable after) {
    if (!before.rules().equals(after.rules())) {
      throw new IllegalArgumentException(
          "rules ("
              + after.rules()
              + ") must be those of the earlier table ("
              + before.rules()
              + ")");
    }
    if (!after.asOf().isAfter(before.asOf())) {
      throw new IllegalArgumentException(
          "after (" + after.asOf() + ") must be after before (" + before.asOf() + ")");
    }
    return new SegmentMovement(
        before.asOf(), after.asOf(), before.rules().segments(), count(before, after));
  }

  /** The last row is of new customers, the last column of those gone. */
  private static long[][] count(RfmTable before, RfmTable after) {
    int outside = before.rules().segments().size();
    long[][] moved = new long[outside + 1][outside + 1];
    for (int row = 0; row < after.size(); row++) {
      moved[outside][after.segmentIndex(row)]++;
    }
    for (int row = 0; row < before.size(); row++) {
      int from = before.segmentIndex(row);
      int now = after.customers().rowOf(before.customers(), row);
      int to = now < 0 ? outside : after.segmentIndex(now);
      moved[from][to]++;
      if (now >= 0) {
        moved[outside][to]--;
      }
    }
    return moved;
  }

  /**
   * Returns the segments.
   *
   * @return in the order of the rules
   */
  public List<String> segments() {
    return segments;
  }

  /**
   * Returns how many customers went from one segment to another.
   *
   * @param from the segment before
   * @param to the segment after; the same for those who stayed
   * @return 0 or more
   * @throws IllegalArgumentException if there is no such segment
   */
  public long moved(String from, String to) {
    return moved[index(from)][index(to)];
  }

  /**
   * Returns how many customers of a segment are in no segment any more.
   *
   * @param from the segment before
   * @return 0 or more
   * @throws IllegalArgumentException if there is no such segment
   */
  public long gone(String from) {
    return moved[index(from)][segments.size()];
  }

  /**
   * Returns how many customers of a segment were in none before.
   *
   * @param to the segment after
   * @return 0 or more
   * @throws IllegalArgumentException if there is no such segment
   */
  public long arrived(String to) {
    return moved[segments.size()][index(to)];
  }

  /**
   * Returns the share of a segment's customers that went to another.
   *
   * @param from the segment before
   * @param to the segment after
   * @return the share, with its interval by {@link Proportion#interval()}; empty if nobody was in
   *     the segment
   * @throws IllegalArgumentException if there is no such segment
   */
  public Optional<Proportion> share(String from, String to) {
    return Proportion.ifAny(moved(from, to), customersBefore(from));
  }

  /**
   * Returns the customers of a segment before.
   *
   * @param segment the segment
   * @return the sum of its row
   * @throws IllegalArgumentException if there is no such segment
   */
  public long customersBefore(String segment) {
    return Arrays.stream(moved[index(segment)]).sum();
  }

  /**
   * Returns the customers of a segment after.
   *
   * @param segment the segment
   * @return the sum of its column
   * @throws IllegalArgumentException if there is no such segment
   */
  public long customersAfter(String segment) {
    int at = index(segment);
    return Arrays.stream(moved).mapToLong(row -> row[at]).sum();
  }

  private int index(String segment) {
    int at = segments.indexOf(segment);
    if (at < 0) {
      throw new IllegalArgumentException("segment (" + segment + ") must be one of " + segments);
    }
    return at;
  }

  /**
   * Returns the matrix with its sums, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("from \\ to"));
    head.addAll(segments);
    head.addAll(List.of("(gone)", "all"));
    lines.add(head);
    for (int from = 0; from <= segments.size(); from++) {
      List<String> line = new ArrayList<>();
      line.add(from < segments.size() ? segments.get(from) : "(new)");
      Arrays.stream(moved[from]).mapToObj(Long::toString).forEach(line::add);
      line.add(Long.toString(Arrays.stream(moved[from]).sum()));
      lines.add(line);
    }
    return "Segments from " + before + " to " + after + '\n' + TextTable.of(lines);
  }

  /**
   * Returns the dates.
   *
   * @return for example {@code segments from 2024-06-30 to 2024-12-31}
   */
  @Override
  public String toString() {
    return "segments from " + before + " to " + after;
  }
}
