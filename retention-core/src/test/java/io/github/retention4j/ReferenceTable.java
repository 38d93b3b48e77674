package io.github.retention4j;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Reference values typed into a CSV file beside the test, under a comment that says their source.
 */
public final class ReferenceTable {

  private ReferenceTable() {}

  /** Returns the rows of a resource beside a class. */
  public static List<NamedCsvRecord> rows(Class<?> beside, String name) {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .commentStrategy(CommentStrategy.SKIP)
            .ofNamedCsvRecord(
                new InputStreamReader(
                    Objects.requireNonNull(beside.getResourceAsStream(name), name), UTF_8))) {
      return reader.stream().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns a number of a row. */
  public static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  /** Returns the numbers of a field that holds several between blanks. */
  public static double[] numbers(NamedCsvRecord row, String column) {
    return Stream.of(row.getField(column).strip().split(" +"))
        .mapToDouble(Double::parseDouble)
        .toArray();
  }
}
