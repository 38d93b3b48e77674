package io.github.retention4j.activity;

import static io.github.retention4j.internal.numeric.CompactBytes.check;
import static io.github.retention4j.internal.numeric.CompactBytes.readCount;
import static io.github.retention4j.internal.numeric.CompactBytes.readNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.readText;
import static io.github.retention4j.internal.numeric.CompactBytes.writeNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.writeText;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * The compact form in which accumulators and grids travel. Version 1: two magic bytes, the version,
 * the axis as text, the end of observation, whether customers are known by number, then the rows in
 * their order: customer, number of cells, periods by their differences, events. Numbers take as
 * many bytes as they need, mixed customer numbers by their differences. Version 2 is the same
 * without the events, for presence only.
 */
final class CellCodec {

  private static final int MAGIC = 0x5234;
  private static final int WITH_EVENTS = 1;
  private static final int WITHOUT_EVENTS = 2;

  /** What travels: the customers of the rows, which themselves may be none. */
  record Content(
      PeriodAxis axis,
      LocalDate observationEndExclusive,
      CustomerKeys customers,
      CellRows rows,
      GridDetail detail) {}

  private CellCodec() {}

  static byte[] write(Content content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(MAGIC);
      out.writeByte(content.detail().counts() ? WITH_EVENTS : WITHOUT_EVENTS);
      writeText(out, content.axis().toText());
      out.writeLong(content.observationEndExclusive().toEpochDay());
      out.writeBoolean(content.customers() instanceof CustomerKeys.Numbers);
      writeNumber(out, content.rows().rows());
      writeNumber(out, content.rows().cells());
      writeCustomers(out, content.customers());
      writeCells(out, content.rows());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Content read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      check(in.readShort() == MAGIC, "must be what toBytes gave");
      int version = in.readByte();
      check(
          version == WITH_EVENTS || version == WITHOUT_EVENTS,
          "of version " + version + " must be of version 1 or 2");
      GridDetail detail = version == WITH_EVENTS ? GridDetail.EVENT_COUNTS : GridDetail.PRESENCE;
      PeriodAxis axis = PeriodAxis.parse(readText(in));
      LocalDate end = LocalDate.ofEpochDay(in.readLong());
      boolean numbers = in.readBoolean();
      int rows = readCount(in, in.available());
      int cells = readCount(in, in.available());
      CustomerKeys customers = numbers ? readNumbers(in, rows) : readNames(in, rows);
      CellRows content = CellRows.ofSize(rows, cells, detail);
      readCells(in, content, axis.size());
      check(in.available() == 0, "must end where the rows end");
      return new Content(axis, end, customers, content, detail);
    } catch (IOException | DateTimeException e) {
      throw new IllegalArgumentException("bytes must be complete: what toBytes gave", e);
    }
  }

  private static void writeCustomers(DataOutputStream out, CustomerKeys customers)
      throws IOException {
    long last = 0;
    for (int row = 0; row < customers.size(); row++) {
      if (customers instanceof CustomerKeys.Numbers numbers) {
        writeNumber(out, numbers.mixed(row) - last);
        last = numbers.mixed(row);
      } else {
        writeText(out, customers.id(row).value());
      }
    }
  }

  private static CustomerKeys readNumbers(DataInputStream in, int rows) throws IOException {
    long[] mixed = new long[rows];
    long last = 0;
    for (int row = 0; row < rows; row++) {
      long difference = readNumber(in);
      mixed[row] = last + difference;
      check(
          row == 0 || Long.compareUnsigned(last, mixed[row]) < 0,
          "must have their customers in order");
      last = mixed[row];
    }
    return new CustomerKeys.Numbers(mixed);
  }

  private static CustomerKeys readNames(DataInputStream in, int rows) throws IOException {
    CustomerId[] names = new CustomerId[rows];
    for (int row = 0; row < rows; row++) {
      names[row] = CustomerId.of(readText(in));
      check(
          row == 0 || names[row - 1].compareTo(names[row]) < 0,
          "must have their customers in order");
    }
    return new CustomerKeys.Names(names);
  }

  private static void writeCells(DataOutputStream out, CellRows rows) throws IOException {
    for (int row = 0; row < rows.rows(); row++) {
      writeNumber(out, rows.rowStart[row + 1] - rows.rowStart[row]);
      int before = -1;
      for (int cell = rows.rowStart[row]; cell < rows.rowStart[row + 1]; cell++) {
        writeNumber(out, rows.periods[cell] - before);
        before = rows.periods[cell];
        if (rows.detail().counts()) {
          writeNumber(out, rows.events[cell]);
        }
      }
    }
  }

  private static void readCells(DataInputStream in, CellRows rows, int axisSize)
      throws IOException {
    int cell = 0;
    for (int row = 0; row < rows.rows(); row++) {
      int end = cell + readCount(in, rows.cells() - cell);
      check(end > cell, "must have a cell in each row");
      int period = -1;
      for (; cell < end; cell++) {
        int step = readCount(in, axisSize - 1 - period);
        check(step > 0, "must have their periods in order");
        period += step;
        rows.periods[cell] = period;
        if (rows.detail().counts()) {
          rows.events[cell] = readCount(in, Integer.MAX_VALUE);
          check(rows.events[cell] > 0, "must have an event in each cell");
        }
      }
      rows.rowStart[row + 1] = cell;
    }
    check(cell == rows.cells(), "must have as many cells as they say");
  }
}
