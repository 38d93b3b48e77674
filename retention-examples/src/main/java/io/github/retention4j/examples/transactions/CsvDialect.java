package io.github.retention4j.examples.transactions;

import static java.util.Objects.requireNonNull;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a file is written. Fields may be quoted with {@code "}, a quote within is doubled; lines end
 * in LF or CRLF.
 *
 * @param charset the encoding; bytes that do not belong to it are a fault, never replaced
 * @param separator what stands between fields
 * @param decimalSign how amounts are written
 * @param timeFormat how times are written
 */
public record CsvDialect(
    Charset charset, char separator, DecimalSign decimalSign, TimeFormat timeFormat) {

  /** UTF-8 (with a byte order mark or without), comma, decimal point, times as they come. */
  public static final CsvDialect USUAL =
      new CsvDialect(StandardCharsets.UTF_8, ',', DecimalSign.POINT, TimeFormat.AUTO);

  /**
   * Checks that nothing is missing.
   *
   * @param charset the encoding
   * @param separator what stands between fields
   * @param decimalSign how amounts are written
   * @param timeFormat how times are written
   * @throws IllegalArgumentException if the separator is a quote or ends lines
   */
  public CsvDialect {
    requireNonNull(charset, "charset");
    requireNonNull(decimalSign, "decimalSign");
    requireNonNull(timeFormat, "timeFormat");
    if (separator == '"' || separator == '\n' || separator == '\r') {
      throw new IllegalArgumentException(
          "separator (" + (int) separator + ") must be neither a quote nor the end of a line");
    }
  }

  /**
   * Chooses the separator.
   *
   * @param newSeparator such as {@code ;} or a tab
   * @return a dialect with that separator
   * @throws IllegalArgumentException if it is a quote or ends lines
   */
  public CsvDialect withSeparator(char newSeparator) {
    return new CsvDialect(charset, newSeparator, decimalSign, timeFormat);
  }

  /**
   * Chooses the encoding.
   *
   * @param newCharset such as windows-1252
   * @return a dialect with that encoding
   */
  public CsvDialect with(Charset newCharset) {
    return new CsvDialect(newCharset, separator, decimalSign, timeFormat);
  }

  /**
   * Chooses how amounts are written.
   *
   * @param newSign point or comma
   * @return a dialect with that sign
   */
  public CsvDialect with(DecimalSign newSign) {
    return new CsvDialect(charset, separator, newSign, timeFormat);
  }

  /**
   * Chooses how times are written.
   *
   * @param newFormat the form of the times
   * @return a dialect with that form
   */
  public CsvDialect with(TimeFormat newFormat) {
    return new CsvDialect(charset, separator, decimalSign, newFormat);
  }
}
