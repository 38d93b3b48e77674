package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** What is written is read back by a reader of its own, whatever the texts. */
class CsvProperties {

  @Property
  void textsAreReadBack(@ForAll @Size(min = 1, max = 5) List<String> names) {
    List<Column<String>> columns =
        List.of(Column.text("name", name -> name), Column.count("length", String::length));
    List<CsvRecord> records = read(ResultTable.of("Names", names, columns));
    assertThat(records.stream().skip(1).map(row -> unguarded(row.getField(0))))
        .containsExactlyElementsOf(names);
    assertThat(records.stream().skip(1).map(row -> row.getField(1)))
        .containsExactlyElementsOf(names.stream().map(name -> "" + name.length()).toList());
  }

  @Property
  void noTextBeginsAsAFormula(@ForAll String name) {
    assertThat(Csv.guarded(name)).doesNotMatch("(?s)[=+\\-@\t\r\n].*");
  }

  @Property
  void numbersAreReadBack(@ForAll double value) {
    List<Column<Double>> columns = List.of(Column.number("n", 2, number -> number));
    String field = read(ResultTable.of("N", List.of(value), columns)).get(1).getField(0);
    assertThat(Double.parseDouble(field)).isEqualTo(value + 0.0);
  }

  private static List<CsvRecord> read(ResultTable table) {
    return CsvReader.builder().ofCsvRecord(table.toCsv()).stream().toList();
  }

  private static String unguarded(String field) {
    return field.startsWith("'") ? field.substring(1) : field;
  }
}
