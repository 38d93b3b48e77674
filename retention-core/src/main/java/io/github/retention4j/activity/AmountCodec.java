package io.github.retention4j.activity;

import static io.github.retention4j.internal.numeric.CompactBytes.check;
import static io.github.retention4j.internal.numeric.CompactBytes.readCount;
import static io.github.retention4j.internal.numeric.CompactBytes.readCurrency;
import static io.github.retention4j.internal.numeric.CompactBytes.readNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.readSigned;
import static io.github.retention4j.internal.numeric.CompactBytes.writeNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.writeSigned;
import static io.github.retention4j.internal.numeric.CompactBytes.writeText;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The compact form in which accumulators of amounts travel. Version 1: two magic bytes, the
 * version, currency, decimals, the sum of the amounts with signs left out, the length and the bytes
 * of the activity by {@link CellCodec}, then for each cell the number of events with an amount and
 * the sum.
 */
final class AmountCodec {

  private static final int MAGIC = 0x5241;
  private static final int VERSION = 1;

  /**
   * What is in an accumulator, in the order of the customers. The columns have an entry for each
   * cell of the activity.
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Content(
      CellCodec.Content activity,
      AmountUnit unit,
      long magnitude,
      int[] paidEvents,
      long[] units) {}

  private AmountCodec() {}

  static byte[] write(Content content) {
    byte[] activity = CellCodec.write(content.activity());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(MAGIC);
      out.writeByte(VERSION);
      writeText(out, content.unit().currency().getCurrencyCode());
      out.writeByte(content.unit().decimals());
      writeNumber(out, content.magnitude());
      writeNumber(out, activity.length);
      out.write(activity);
      for (int cell = 0; cell < content.units().length; cell++) {
        writeNumber(out, content.paidEvents()[cell]);
        writeSigned(out, content.units()[cell]);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static Content read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      check(in.readShort() == MAGIC, "must be what toBytes gave");
      int version = in.readByte();
      check(version == VERSION, "of version " + version + " must be of version " + VERSION);
      AmountUnit unit = new AmountUnit(readCurrency(in), in.readByte());
      long magnitude = readNumber(in);
      byte[] activity = new byte[readCount(in, in.available())];
      in.readFully(activity);
      Content content = readCells(in, CellCodec.read(activity), unit, magnitude);
      check(in.available() == 0, "must end where the cells end");
      return content;
    } catch (IOException | ArithmeticException e) {
      throw new IllegalArgumentException("bytes must be complete: what toBytes gave", e);
    }
  }

  private static Content readCells(
      DataInputStream in, CellCodec.Content activity, AmountUnit unit, long magnitude)
      throws IOException {
    check(activity.detail().counts(), "must have the numbers of events");
    int[] events = activity.rows().events;
    int[] paidEvents = new int[events.length];
    long[] units = new long[events.length];
    long least = 0;
    for (int cell = 0; cell < events.length; cell++) {
      paidEvents[cell] = readCount(in, events[cell]);
      units[cell] = readSigned(in);
      check(paidEvents[cell] > 0 || units[cell] == 0, "must have no sum of no amounts");
      least = Math.addExact(least, Math.absExact(units[cell]));
    }
    check(magnitude >= least, "must not sum to more than they say");
    return new Content(activity, unit, magnitude, paidEvents, units);
  }
}
