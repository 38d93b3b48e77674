package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.Proportion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Counts customers by how long they have been there, in whole months. Immutable.
 *
 * <p>Defaults: under 3, 6, 12, 24 and 36 months, and longer; {@link MissingDay#LAST_OF_MONTH}. A
 * month is over on the monthly anniversary of the start, so that tenure and anniversaries agree.
 */
public final class TenureCalculator {

  private static final TenureCalculator DEFAULTS =
      new TenureCalculator(List.of(3L, 6L, 12L, 24L, 36L), MissingDay.LAST_OF_MONTH);

  private final List<Long> bounds;
  private final MissingDay missing;

  private TenureCalculator(List<Long> bounds, MissingDay missing) {
    this.bounds = bounds;
    this.missing = requireNonNull(missing, "missing");
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static TenureCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Chooses the bands.
   *
   * @param months where bands but the first begin, over 0, each over the one before; at least one
   * @return the calculator
   * @throws IllegalArgumentException if there is none or they do not rise from over 0
   */
  public TenureCalculator withBandsFrom(long... months) {
    List<Long> copy = LongStream.of(months).boxed().toList();
    boolean rise =
        IntStream.range(0, months.length).allMatch(i -> months[i] > (i == 0 ? 0 : months[i - 1]));
    if (copy.isEmpty() || !rise) {
      throw new IllegalArgumentException("months (" + copy + ") must rise from over 0");
    }
    return new TenureCalculator(copy, missing);
  }

  /**
   * Chooses when a month is over whose last day is missing.
   *
   * @param newMissing the last day of the month or the first of the next
   * @return the calculator
   */
  public TenureCalculator with(MissingDay newMissing) {
    return new TenureCalculator(bounds, newMissing);
  }

  /**
   * Returns the tenure of one customer.
   *
   * @param start since when it is a customer
   * @param asOf the date
   * @return whole months, 0 or more; empty where the start is after the date
   */
  public OptionalLong months(LocalDate start, LocalDate asOf) {
    return start.isAfter(asOf)
        ? OptionalLong.empty()
        : OptionalLong.of(missing.monthsBetween(start, asOf));
  }

  /**
   * Counts customers by tenure.
   *
   * @param starts since when each is a customer
   * @param asOf the date
   * @return the bands; empty if nobody had started
   */
  public Optional<TenureTable> calculate(Map<CustomerId, LocalDate> starts, LocalDate asOf) {
    return calculate(starts.values(), asOf);
  }

  /**
   * Counts customers by tenure.
   *
   * @param starts since when each is a customer, one for each
   * @param asOf the date
   * @return the bands; empty if nobody had started
   */
  public Optional<TenureTable> calculate(Collection<LocalDate> starts, LocalDate asOf) {
    long[] counts = new long[bounds.size() + 1];
    for (LocalDate start : starts) {
      months(start, asOf).ifPresent(months -> counts[bandOf(months)]++);
    }
    long started = LongStream.of(counts).sum();
    return started == 0
        ? Optional.empty()
        : Optional.of(new TenureTable(asOf, bands(counts, started), starts.size() - started));
  }

  private int bandOf(long months) {
    return (int) bounds.stream().filter(bound -> bound <= months).count();
  }

  private List<TenureBand> bands(long[] counts, long started) {
    List<TenureBand> bands = new ArrayList<>();
    for (int band = 0; band < counts.length; band++) {
      bands.add(
          new TenureBand(
              band == 0 ? 0 : bounds.get(band - 1),
              band == bounds.size() ? OptionalLong.empty() : OptionalLong.of(bounds.get(band)),
              new Proportion(counts[band], started)));
    }
    return bands;
  }
}
