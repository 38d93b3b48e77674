package io.github.retention4j.examples.report;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * A table for programs. Shares are fractions; what is not known is an empty field, never a zero.
 *
 * @param fileName the name of its file
 * @param header the names of the columns
 * @param rows the rows
 */
record CsvTable(String fileName, List<String> header, List<List<String>> rows) {

  void writeTo(Path directory) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.LF)
            .build(directory.resolve(fileName), StandardCharsets.UTF_8)) {
      csv.writeRecord(header);
      rows.forEach(csv::writeRecord);
    }
  }
}
