package io.github.retention4j.survival;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.SharedFiles;
import io.github.retention4j.time.TimeScale;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** Makes samples of the data sets and settings of the shared reference cases. */
final class SharedLifetimes {

  private SharedLifetimes() {}

  /** Returns the rows of a data set, or skips the calling test. */
  static List<NamedCsvRecord> rows(String data) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(SharedFiles.require("data/" + data + ".csv"), UTF_8)) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the sample that a case speaks of. */
  static LifetimeSample sample(JsonNode settings) {
    if (settings.has("time_in")) {
      return typed(settings);
    }
    List<NamedCsvRecord> rows = new ArrayList<>(rows(settings.get("data").asText()));
    String filter = settings.path("filter").asText("none");
    if (filter.endsWith(" not missing")) {
      String column = filter.substring(0, filter.length() - " not missing".length());
      rows.removeIf(row -> row.getField(column).isEmpty());
    }
    LifetimeSample sample = times(rows, settings);
    if (settings.hasNonNull("group")) {
      sample = sample.withGroups("group", labels(rows, settings.get("group").asText()));
    }
    if (settings.hasNonNull("strata") && settings.get("strata").isTextual()) {
      sample = sample.withStrata("strata", labels(rows, settings.get("strata").asText()));
    }
    return settings.has("weights") ? sample.withWeights(numbers(settings.get("weights"))) : sample;
  }

  private static LifetimeSample typed(JsonNode settings) {
    double[] events = numbers(settings.get("event_in"));
    boolean[] left = new boolean[events.length];
    IntStream.range(0, left.length).forEach(row -> left[row] = events[row] == 1);
    return LifetimeSample.fromStart(TimeScale.DAY, numbers(settings.get("time_in")), left);
  }

  private static LifetimeSample times(List<NamedCsvRecord> rows, JsonNode settings) {
    String[] event = settings.get("event").asText().split("==", 2);
    boolean[] left = new boolean[rows.size()];
    for (int row = 0; row < left.length; row++) {
      left[row] = rows.get(row).getField(event[0]).equals(event.length == 1 ? "1" : event[1]);
    }
    return settings.get("time").asText().equals("time")
        ? LifetimeSample.fromStart(TimeScale.DAY, column(rows, "time"), left)
        : LifetimeSample.entering(TimeScale.DAY, column(rows, "start"), column(rows, "stop"), left);
  }

  static double[] column(List<NamedCsvRecord> rows, String name) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(name))).toArray();
  }

  static List<String> labels(List<NamedCsvRecord> rows, String name) {
    return rows.stream().map(row -> name + "=" + row.getField(name)).toList();
  }

  static double[] numbers(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false)
        .mapToDouble(it -> it.isNull() ? Double.NaN : it.asDouble())
        .toArray();
  }
}
