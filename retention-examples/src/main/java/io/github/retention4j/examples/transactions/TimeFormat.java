package io.github.retention4j.examples.transactions;

import io.github.retention4j.time.BusinessZone;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How times are written. Each becomes a business day: a date is one already, a date with a time of
 * day is read on the clocks of the business, and an instant (with an offset or Z) is carried to the
 * zone of the business.
 *
 * <p>A time of day without an offset needs no zone, so the hour that clocks skip in spring and the
 * one that they repeat in autumn do no harm: the date stands in the file. The forms of ISO 8601 may
 * have a blank instead of the T.
 */
public final class TimeFormat {

  private static final String ANY_OFFSET = "[XXX][XX][X]";

  /** The form of each value is seen from the value; forms may mix in one file. */
  public static final TimeFormat AUTO =
      new TimeFormat(
          date().optionalStart().append(timeOfDay()).appendPattern(ANY_OFFSET).optionalEnd(),
          "a date such as 2024-01-31, a local time such as 2024-01-31T15:30:00 or an instant such"
              + " as 2024-01-31T15:30:00Z");

  /** Dates only, such as {@code 2024-01-31}. */
  public static final TimeFormat DATE = new TimeFormat(date(), "a date such as 2024-01-31");

  /** Readings of the business's own clocks, such as {@code 2024-01-31T15:30:00}. */
  public static final TimeFormat LOCAL =
      new TimeFormat(date().append(timeOfDay()), "a local time such as 2024-01-31T15:30:00");

  /** Instants with an offset or Z, such as {@code 2024-01-31T15:30:00+01:00}. */
  public static final TimeFormat INSTANT =
      new TimeFormat(
          date().append(timeOfDay()).appendPattern(ANY_OFFSET),
          "an instant such as 2024-01-31T15:30:00Z or 2024-01-31T16:30:00+01:00");

  private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

  private final DateTimeFormatter formatter;
  private final String words;

  private TimeFormat(DateTimeFormatterBuilder form, String words) {
    this.formatter = form.toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
    this.words = words;
  }

  /**
   * Returns a format of one's own.
   *
   * @param pattern letters as of {@link DateTimeFormatter}, such as {@code dd/MM/uuuu HH:mm}; names
   *     of months are English; an offset makes it an instant
   * @return the format
   * @throws IllegalArgumentException if the pattern cannot be read or describes no date
   */
  public static TimeFormat pattern(String pattern) {
    try {
      TimeFormat format =
          new TimeFormat(
              new DateTimeFormatterBuilder()
                  .parseCaseInsensitive()
                  .appendPattern(pattern)
                  // So that the usual yyyy, which is a year of an era, needs no era.
                  .parseDefaulting(ChronoField.ERA, 1),
              "in the pattern " + pattern);
      OffsetDateTime sample = LocalDateTime.of(2024, 1, 31, 15, 30).atOffset(ZoneOffset.UTC);
      format.parse(format.formatter.format(sample), BusinessZone.of(ZoneOffset.UTC));
      return format;
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException(
          "pattern (" + pattern + ") must describe a date, as dd/MM/uuuu HH:mm does", e);
    }
  }

  /**
   * Reads a business day.
   *
   * @param text the field
   * @param zone where instants become days
   * @return the day
   * @throws FieldException if the text has another form, or names no day from 1900 to 2199
   */
  LocalDate dayOf(String text, BusinessZone zone) throws FieldException {
    LocalDate day;
    try {
      day = parse(text, zone);
    } catch (DateTimeException e) {
      throw new FieldException(FaultKind.UNREADABLE_TIME, "must be " + words);
    }
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw new FieldException(
          FaultKind.UNREADABLE_TIME,
          "must lie in the years 1900 to 2199; it looks like a stand-in for an unknown time");
    }
    return day;
  }

  private LocalDate parse(String text, BusinessZone zone) {
    TemporalAccessor parsed = formatter.parse(text);
    boolean isInstant = this == INSTANT || parsed.isSupported(ChronoField.INSTANT_SECONDS);
    return isInstant ? zone.dateOf(Instant.from(parsed)) : LocalDate.from(parsed);
  }

  /**
   * Returns what a value has to be.
   *
   * @return for example {@code a date such as 2024-01-31}
   */
  @Override
  public String toString() {
    return words;
  }

  private static DateTimeFormatterBuilder date() {
    return new DateTimeFormatterBuilder().append(DateTimeFormatter.ISO_LOCAL_DATE);
  }

  private static DateTimeFormatter timeOfDay() {
    return new DateTimeFormatterBuilder()
        .appendPattern("['T'][' ']")
        .append(DateTimeFormatter.ISO_LOCAL_TIME)
        .toFormatter(Locale.ROOT);
  }
}
