package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One run of the job into a directory, and what came of it. */
final class JobRun {

  private final Path directory;
  private final int exitCode;
  private final String out;
  private final String err;

  private JobRun(Path directory, int exitCode, String out, String err) {
    this.directory = directory;
    this.exitCode = exitCode;
    this.out = out;
    this.err = err;
  }

  static JobRun of(Path directory, String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of(options));
    args.add("--output");
    args.add(directory.toString());
    int exitCode =
        RetentionJob.run(
            new PrintWriter(out, true), new PrintWriter(err, true), args.toArray(String[]::new));
    return new JobRun(directory, exitCode, out.toString(), err.toString());
  }

  /** A run that must succeed, with a report that anyone can read. */
  static JobRun succeeding(Path directory, String... options) {
    JobRun run = of(directory, options);
    assertThat(run.err).isEmpty();
    assertThat(run.exitCode).isZero();
    assertThat(run.out).doesNotContain("NaN").doesNotContain("Infinity").doesNotContain("null");
    return run;
  }

  int exitCode() {
    return exitCode;
  }

  String out() {
    return out;
  }

  String err() {
    return err;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  String report() throws IOException {
    return Files.readString(file("report.txt"));
  }

  List<NamedCsvRecord> table(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file(name))) {
      return csv.stream().toList();
    }
  }

  NamedCsvRecord row(String table, String column, String value) throws IOException {
    return table(table).stream()
        .filter(row -> row.getField(column).equals(value))
        .findFirst()
        .orElseThrow();
  }
}
