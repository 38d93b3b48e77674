package io.github.retention4j.examples.transactions;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/**
 * Goes through the rows of a file. After a row with malformed quoting it goes on at the next line:
 * the file is opened anew and read from there, since nobody can tell where within the broken text
 * the quotes are meant to end.
 */
final class RawRows implements RowSource {

  /** A file with so many broken quotes has another dialect, and each costs opening it anew. */
  private static final int MOST_MALFORMED = 1_000;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final Path file;
  private final FileDoor door;
  private final Charset charset;
  private final char separator;

  RawRows(Path file, FileDoor door, Charset charset, char separator) {
    this.file = file;
    this.door = door;
    this.charset = charset;
    this.separator = separator;
  }

  @Override
  public Source source() {
    return Source.ofLines(file.toString());
  }

  @Override
  public void visit(Visitor visitor) {
    int linesDone = 0;
    for (int malformed = 0; malformed <= MOST_MALFORMED; malformed++) {
      RawRowHandler handler = new RawRowHandler();
      try {
        visitFrom(linesDone, handler, visitor);
        return;
      } catch (CsvParseException e) {
        visitor.malformed(handler.line(), reason(e));
        linesDone = Math.toIntExact(handler.line());
      } catch (UncheckedIOException e) {
        throw unreadable(handler.line(), requireNonNull(e.getCause()));
      } catch (IOException e) {
        throw unreadable(handler.line(), e);
      }
    }
    throw new RowFaultException(
        new RowFault(
            FaultKind.MALFORMED_QUOTING,
            linesDone,
            source().at(linesDone)
                + ": more than "
                + MOST_MALFORMED
                + " rows have malformed quoting; is the file really CSV?"));
  }

  private void visitFrom(int linesDone, RawRowHandler handler, Visitor visitor) throws IOException {
    try (CsvReader<RawRow> rows = reader(handler)) {
      rows.skipLines(linesDone);
      for (RawRow row : rows) {
        visitor.row(row);
      }
    }
  }

  private CsvReader<RawRow> reader(RawRowHandler handler) throws IOException {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .commentStrategy(CommentStrategy.NONE)
        .skipEmptyLines(false)
        .allowUnclosedQuote(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .build(handler, text());
  }

  /** Unlike the readers of {@code Files}, this one reports bytes that are not of the charset. */
  private Reader text() throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(door.open(file), charset.newDecoder()));
    reader.mark(1);
    if (reader.read() != BYTE_ORDER_MARK) {
      reader.reset();
    }
    return reader;
  }

  private static String reason(CsvParseException e) {
    // The library says where the record started too; here every message does, in one way.
    return String.valueOf(e.getMessage()).replaceFirst(" \\(record starting at line \\d+\\)", "");
  }

  private RowFaultException unreadable(long line, IOException cause) {
    String what =
        cause instanceof CharacterCodingException
            ? " has bytes after line " + line + " that are not " + charset + "; choose its charset"
            : " must be a readable file (" + cause.getClass().getSimpleName() + ")";
    return new RowFaultException(new RowFault(FaultKind.UNREADABLE_SOURCE, line, file + what));
  }
}
