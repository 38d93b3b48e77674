package io.github.retention4j.benchmark;

import io.github.retention4j.benchmark.BenchmarkPeriod.Basis;
import io.github.retention4j.benchmark.BenchmarkValue.Figure;
import io.github.retention4j.benchmark.BenchmarkValue.Quartiles;
import io.github.retention4j.benchmark.BenchmarkValue.Statistic;
import io.github.retention4j.time.Granularity;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** Turns text into benchmarks; every error names the line and, where there is one, the column. */
final class CatalogFormat {

  private enum Column {
    METRIC(true),
    INDUSTRY(true),
    PERIOD(true),
    PERIOD_BASIS(false),
    STATISTIC(true),
    VALUE(true),
    P25(false),
    MEDIAN(false),
    P75(false),
    UNIT(true),
    YEAR(true),
    SOURCE(true),
    DEFINITION_CODE(true),
    DEFINITION(true),
    CERTAINTY(true),
    NOTE(false);

    private final boolean required;

    Column(boolean required) {
      this.required = required;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final String QUARTILES = "QUARTILES";
  private static final String PERCENT = "PERCENT";

  private final Map<Column, Integer> places = new EnumMap<>(Column.class);

  private CatalogFormat(CsvRecords.Line header) {
    for (String name : header.fields()) {
      Column column = in(header, () -> constant(Column.class, name, "column"));
      require(header, !places.containsKey(column), "names column " + column + " twice");
      places.put(column, places.size());
    }
    for (Column column : Column.values()) {
      require(header, !column.required || places.containsKey(column), "must have column " + column);
    }
  }

  static List<Benchmark> parse(String text) {
    List<CsvRecords.Line> lines = CsvRecords.parse(text);
    if (lines.isEmpty()) {
      throw new IllegalArgumentException(
          "catalogue must start with a header of the columns " + Arrays.toString(Column.values()));
    }
    CatalogFormat format = new CatalogFormat(lines.get(0));
    return lines.stream().skip(1).map(format::benchmark).toList();
  }

  private Benchmark benchmark(CsvRecords.Line line) {
    int found = line.fields().size();
    require(
        line,
        found == places.size(),
        "must have as many fields as the header, " + places.size() + ", and has " + found);
    BenchmarkMetric metric = read(line, Column.METRIC, enumOf(BenchmarkMetric.class, "metric"));
    String industry = required(line, Column.INDUSTRY);
    boolean percent = read(line, Column.UNIT, text -> isPercent(text, metric));
    Function<String, Double> number =
        text -> metric.unit().check("value", decimal(text, percent ? 2 : 0));
    BenchmarkPeriod period = period(line);
    BenchmarkValue value = value(line, number);
    int year = read(line, Column.YEAR, CatalogFormat::year);
    String source = required(line, Column.SOURCE);
    String words = required(line, Column.DEFINITION);
    BenchmarkDefinition definition =
        read(line, Column.DEFINITION_CODE, code -> new BenchmarkDefinition(code, words));
    Certainty certainty = read(line, Column.CERTAINTY, enumOf(Certainty.class, "certainty"));
    return in(
        line,
        () ->
            new Benchmark(
                metric,
                industry,
                period,
                value,
                year,
                source,
                definition,
                certainty,
                text(line, Column.NOTE)));
  }

  private BenchmarkPeriod period(CsvRecords.Line line) {
    Optional<Granularity> length =
        read(
            line,
            Column.PERIOD,
            text ->
                key(text).equals(Basis.NONE.name())
                    ? Optional.empty()
                    : Optional.of(constant(Granularity.class, text, "period")));
    Basis usual = length.isPresent() ? Basis.STATED : Basis.NONE;
    return read(
        line,
        Column.PERIOD_BASIS,
        text ->
            new BenchmarkPeriod(
                text.isEmpty() ? usual : constant(Basis.class, text, "period_basis"), length));
  }

  private BenchmarkValue value(CsvRecords.Line line, Function<String, Double> number) {
    List<Column> quartiles = List.of(Column.P25, Column.MEDIAN, Column.P75);
    if (key(text(line, Column.STATISTIC)).equals(QUARTILES)) {
      requireEmpty(line, List.of(Column.VALUE));
      List<Double> figures = quartiles.stream().map(column -> read(line, column, number)).toList();
      return in(line, () -> new Quartiles(figures.get(0), figures.get(1), figures.get(2)));
    }
    requireEmpty(line, quartiles);
    return new Figure(
        read(line, Column.STATISTIC, enumOf(Statistic.class, "statistic")),
        read(line, Column.VALUE, number));
  }

  private void requireEmpty(CsvRecords.Line line, List<Column> columns) {
    for (Column column : columns) {
      String text = text(line, column);
      require(
          line,
          text.isEmpty(),
          "must leave column " + column + " (" + text + ") empty with this statistic");
    }
  }

  private String text(CsvRecords.Line line, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : line.fields().get(place).strip();
  }

  private <T> T read(CsvRecords.Line line, Column column, Function<String, T> reader) {
    try {
      return reader.apply(text(line, column));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "line " + line.number() + ", column " + column + ": " + e.getMessage(), e);
    }
  }

  private String required(CsvRecords.Line line, Column column) {
    return read(line, column, text -> Texts.requireText(text, column.toString()));
  }

  private static <T> T in(CsvRecords.Line line, Supplier<T> reader) {
    try {
      return reader.get();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("line " + line.number() + ": " + e.getMessage(), e);
    }
  }

  private static void require(CsvRecords.Line line, boolean holds, String problem) {
    if (!holds) {
      throw new IllegalArgumentException("line " + line.number() + " " + problem);
    }
  }

  private static boolean isPercent(String text, BenchmarkMetric metric) {
    List<String> names =
        switch (metric.unit()) {
          case SHARE, RATIO -> List.of(PERCENT, "FRACTION");
          case POINTS, INDEX -> List.of(metric.unit().name());
        };
    if (!names.contains(key(text))) {
      throw new IllegalArgumentException(
          "unit (" + text + ") must be one of " + names + ", because the metric is " + metric);
    }
    return key(text).equals(PERCENT);
  }

  private static double decimal(String text, int digitsShifted) {
    try {
      return new BigDecimal(text).movePointLeft(digitsShifted).doubleValue();
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "value (" + text + ") must be decimal digits with a point, such as 5.48", e);
    }
  }

  private static int year(String text) {
    if (!text.matches("[0-9]{4}")) {
      throw new IllegalArgumentException("year (" + text + ") must be four digits");
    }
    return Integer.parseInt(text);
  }

  private static <E extends Enum<E>> Function<String, E> enumOf(Class<E> type, String name) {
    return text -> constant(type, text, name);
  }

  private static <E extends Enum<E>> E constant(Class<E> type, String text, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> constant.name().equals(key(text)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name
                        + " ("
                        + text
                        + ") must be one of "
                        + Arrays.toString(type.getEnumConstants())));
  }

  /** Enum constants may be written in lower case, with hyphens or with blanks. */
  private static String key(String text) {
    return text.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
  }
}
