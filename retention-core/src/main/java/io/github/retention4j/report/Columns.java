package io.github.retention4j.report;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Columns that many tables have. */
final class Columns {

  private static final String NO_INTERVAL = "no interval";

  private Columns() {}

  @SafeVarargs
  static <T> List<Column<T>> joined(List<Column<T>>... parts) {
    List<Column<T>> all = new ArrayList<>();
    for (List<Column<T>> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /** The rows of a result that is asked by row number. */
  static List<Integer> numbers(int size) {
    return IntStream.range(0, size).boxed().toList();
  }

  /** The rows of results by name, in the order of the names. */
  static <R> List<Map.Entry<String, R>> named(SortedMap<String, R> results) {
    return results.entrySet().stream().map(Map.Entry::copyOf).toList();
  }

  static Optional<Double> boxed(OptionalDouble value) {
    return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
  }

  static Optional<Integer> boxed(OptionalInt value) {
    return value.isPresent() ? Optional.of(value.getAsInt()) : Optional.empty();
  }

  static <T> Column<T> period(Function<T, String> label) {
    return Column.text("period", label);
  }

  /** Count, total and share, each named after what is shared. */
  static <T> List<Column<T>> share(
      String count, String total, String share, Function<T, Proportion> value) {
    return List.of(
        Column.count(count, Proportion::count).of(value),
        Column.count(total, Proportion::total).of(value),
        Column.share(share, Proportion::value).of(value));
  }

  /** Count, total and share with its 95 % Wilson interval. */
  static <T> List<Column<T>> shareAndLimits(
      String count, String total, String share, Function<T, Proportion> value) {
    return joined(
        share(count, total, share, value),
        List.of(
            Column.share("lower", (Proportion it) -> it.interval().lower()).of(value),
            Column.share("upper", (Proportion it) -> it.interval().upper()).of(value)));
  }

  /** The limits of an interval of a share. */
  static <T> List<Column<T>> shareLimits(Function<T, Optional<ConfidenceInterval>> interval) {
    return List.of(
        Column.share("lower", ConfidenceInterval::lower).ofOptional(interval, NO_INTERVAL),
        Column.share("upper", ConfidenceInterval::upper).ofOptional(interval, NO_INTERVAL));
  }

  /** The limits of an interval of a number that is no share. */
  static <T> List<Column<T>> limits(
      int digits, Function<T, Optional<ConfidenceInterval>> interval, String whyEmpty) {
    return List.of(
        Column.number("lower", digits, ConfidenceInterval::lower).ofOptional(interval, whyEmpty),
        Column.number("upper", digits, ConfidenceInterval::upper).ofOptional(interval, whyEmpty));
  }
}
