package io.github.retention4j.examples.transactions;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/** Collects fields into rows, and knows the line of a row even if the row cannot be finished. */
final class RawRowHandler extends AbstractBaseCsvCallbackHandler<RawRow> {

  private long line = 1;
  private List<String> fields = new ArrayList<>();

  @Override
  protected void handleBegin(long startingLineNumber) {
    line = startingLineNumber;
    fields = new ArrayList<>();
  }

  @Override
  protected void handleField(int fieldIdx, char[] buf, int offset, int len, boolean quoted) {
    fields.add(new String(buf, offset, len));
  }

  @Override
  protected void handleEmpty() {
    fields.add("");
  }

  @Override
  protected RawRow buildRecord() {
    return new RawRow(line, fields);
  }

  long line() {
    return line;
  }
}
