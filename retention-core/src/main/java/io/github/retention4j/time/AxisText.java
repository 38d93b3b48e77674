package io.github.retention4j.time;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an axis from the text that it writes of itself: what its periods are, then its days. */
final class AxisText {

  private static final Pattern TEXT = Pattern.compile("(.+?): (\\S+(?: \\S+)+)");

  private static final Map<String, BiFunction<DateRange, String, PeriodAxis>> CUTS =
      Map.of(
          "day", (range, rest) -> PeriodAxis.days(range),
          "ISO week from ", (range, rest) -> PeriodAxis.isoWeeks(range),
          "week from ", (range, rest) -> PeriodAxis.weeks(range, DayOfWeek.valueOf(rest)),
          "month", (range, rest) -> PeriodAxis.months(range),
          "quarter", (range, rest) -> PeriodAxis.quarters(range),
          "year", (range, rest) -> PeriodAxis.years(range),
          "fiscal quarter from ",
              (range, rest) -> PeriodAxis.fiscalQuarters(range, Month.valueOf(rest)),
          "fiscal year from ", (range, rest) -> PeriodAxis.fiscalYears(range, Month.valueOf(rest)),
          "retail month ",
              (range, rest) -> PeriodAxis.retailMonths(range, RetailCalendar.parse(rest)));

  private AxisText() {}

  static PeriodAxis parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw unreadable(text, null);
    }
    try {
      List<LocalDate> boundaries =
          Arrays.stream(matcher.group(2).split(" ", -1)).map(LocalDate::parse).toList();
      return axis(text, matcher.group(1), boundaries);
    } catch (DateTimeException e) {
      throw unreadable(text, e);
    }
  }

  private static PeriodAxis axis(String text, String style, List<LocalDate> boundaries) {
    if (style.equals(PeriodAxis.OWN_BOUNDARIES)) {
      return PeriodAxis.ofBoundaries(boundaries);
    }
    DateRange range = new DateRange(boundaries.get(0), boundaries.get(boundaries.size() - 1));
    String cut = style.replaceFirst("(.*from |retail month ).*", "$1");
    BiFunction<DateRange, String, PeriodAxis> factory = CUTS.get(cut);
    if (factory == null) {
      throw unreadable(text, null);
    }
    PeriodAxis axis = factory.apply(range, style.substring(cut.length()));
    if (!axis.toText().equals(text)) {
      throw unreadable(text, null);
    }
    return axis;
  }

  private static IllegalArgumentException unreadable(String text, @Nullable Exception cause) {
    return new IllegalArgumentException(
        String.format(
            Locale.ROOT,
            "axis (%s) must be what an axis writes of itself, such as month: 2024-01-01 2025-01-01",
            text),
        cause);
  }
}
