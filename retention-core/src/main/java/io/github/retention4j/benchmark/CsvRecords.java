package io.github.retention4j.benchmark;

import java.util.ArrayList;
import java.util.List;

/**
 * A strict reader of comma-separated text as of RFC 4180: quoted fields may hold commas, doubled
 * quotes and line breaks. A byte order mark, blank lines and lines that start with {@code #} are
 * passed over.
 */
final class CsvRecords {

  /** One record and the line of the text, from 1, where it starts. */
  record Line(int number, List<String> fields) {}

  private static final char QUOTE = '"';
  private static final char END = '\0';

  private final String text;
  private int position;
  private int line = 1;

  private CsvRecords(String text) {
    this.text = text;
    this.position = text.startsWith("\uFEFF") ? 1 : 0;
  }

  static List<Line> parse(String text) {
    return new CsvRecords(text).all();
  }

  private List<Line> all() {
    List<Line> records = new ArrayList<>();
    while (!atEnd()) {
      if (peek() == '#') {
        takeWhileInLine();
        lineBreak();
      } else if (!lineBreak()) {
        records.add(next());
      }
    }
    return records;
  }

  private Line next() {
    int start = line;
    List<String> fields = new ArrayList<>();
    do {
      fields.add(field());
    } while (skip(','));
    if (!lineBreak() && !atEnd()) {
      throw error(line, "has text after a closing quote: " + takeWhileInLine());
    }
    return new Line(start, List.copyOf(fields));
  }

  private String field() {
    return skip(QUOTE) ? quoted() : unquoted();
  }

  private String unquoted() {
    int from = position;
    while (!atEnd() && peek() != ',' && !isBreak(peek())) {
      if (peek() == QUOTE) {
        throw error(
            line, "has a quote inside an unquoted field: " + text.substring(from, position));
      }
      position++;
    }
    return text.substring(from, position).strip();
  }

  private String quoted() {
    int opened = line;
    StringBuilder field = new StringBuilder();
    while (!skip(QUOTE) || peek() == QUOTE) {
      if (atEnd()) {
        throw error(opened, "opens a quote that is never closed");
      }
      if (peek() == '\n') {
        line++;
      }
      field.append(peek());
      position++;
    }
    return field.toString();
  }

  private String takeWhileInLine() {
    int from = position;
    while (!atEnd() && !isBreak(peek())) {
      position++;
    }
    return text.substring(from, position);
  }

  private boolean lineBreak() {
    boolean carriageReturn = skip('\r');
    boolean lineFeed = skip('\n');
    if (carriageReturn || lineFeed) {
      line++;
      return true;
    }
    return false;
  }

  private boolean skip(char wanted) {
    if (atEnd() || peek() != wanted) {
      return false;
    }
    position++;
    return true;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  private boolean atEnd() {
    return position == text.length();
  }

  private char peek() {
    return atEnd() ? END : text.charAt(position);
  }

  private static IllegalArgumentException error(int line, String problem) {
    return new IllegalArgumentException("line " + line + " " + problem);
  }
}
