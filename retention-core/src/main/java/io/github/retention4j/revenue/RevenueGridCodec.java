package io.github.retention4j.revenue;

import static io.github.retention4j.internal.numeric.CompactBytes.check;
import static io.github.retention4j.internal.numeric.CompactBytes.readCount;
import static io.github.retention4j.internal.numeric.CompactBytes.readCurrency;
import static io.github.retention4j.internal.numeric.CompactBytes.readNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.readSigned;
import static io.github.retention4j.internal.numeric.CompactBytes.readText;
import static io.github.retention4j.internal.numeric.CompactBytes.writeNumber;
import static io.github.retention4j.internal.numeric.CompactBytes.writeSigned;
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
 * The compact form of a grid, version 1: a mark, the version, axis, end of observation, currency,
 * decimals, first period, which columns there are, then the rows in their order: customer, number
 * of steps, and for each step the difference of its period, its revenue, its foreign exchange and
 * its reason. Numbers take as many bytes as they need, customer numbers by their differences.
 *
 * <p>Reading goes through the {@link RevenueGridBuilder}, so that bytes that are no grid's are
 * refused as any other input would be.
 */
final class RevenueGridCodec {

  private static final int MAGIC = 0x5252;
  private static final int VERSION = 1;
  private static final int BY_NUMBER = 1;
  private static final int EXCHANGE = 2;
  private static final int REASONS = 4;
  private static final int FORMER = 8;

  private RevenueGridCodec() {}

  static byte[] write(RevenueGrid grid) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeShort(MAGIC);
      out.writeByte(VERSION);
      writeShape(out, grid.shape());
      int columns = columns(grid);
      out.writeByte(columns);
      writeNumber(out, grid.rows());
      for (int row = 0; row < grid.rows(); row++) {
        writeCustomer(out, grid.keys(), row);
        writeSteps(out, grid.steps(), row, columns);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static RevenueGrid read(byte[] bytes) {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      check(in.readShort() == MAGIC, "must be what toBytes gave");
      int version = in.readByte();
      check(version == VERSION, "of version " + version + " must be of version " + VERSION);
      RevenueGridBuilder builder = new RevenueGridBuilder(readShape(in));
      int columns = in.readByte();
      int rows = readCount(in, in.available());
      long number = 0;
      for (int row = 0; row < rows; row++) {
        if ((columns & BY_NUMBER) == 0) {
          builder.startCustomer(CustomerId.of(readText(in)));
        } else {
          number += readNumber(in);
          builder.startCustomer(number);
        }
        readSteps(in, builder, columns);
      }
      check(in.available() == 0, "must end where the rows end");
      return builder.grid();
    } catch (IOException | DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException("bytes must be complete: what toBytes gave", e);
    }
  }

  private static int columns(RevenueGrid grid) {
    return (grid.keys() instanceof RevenueCustomers.Numbers ? BY_NUMBER : 0)
        | (grid.steps().foreignExchange.length > 0 ? EXCHANGE : 0)
        | (grid.steps().reasons.length > 0 ? REASONS : 0)
        | (grid.steps().formerSince.length > 0 ? FORMER : 0);
  }

  private static void writeShape(DataOutputStream out, RevenueShape shape) throws IOException {
    writeText(out, shape.axis().toText());
    out.writeLong(shape.observationEndExclusive().toEpochDay());
    writeText(out, shape.currency().getCurrencyCode());
    out.writeByte(shape.decimals());
    writeNumber(out, shape.firstPeriod());
  }

  private static RevenueShape readShape(DataInputStream in) throws IOException {
    return new RevenueShape(
        PeriodAxis.parse(readText(in)),
        LocalDate.ofEpochDay(in.readLong()),
        readCurrency(in),
        in.readByte(),
        Math.toIntExact(readNumber(in)));
  }

  private static void writeCustomer(DataOutputStream out, RevenueCustomers customers, int row)
      throws IOException {
    if (customers instanceof RevenueCustomers.Numbers numbers) {
      writeNumber(out, numbers.number(row) - (row == 0 ? 0 : numbers.number(row - 1)));
    } else {
      writeText(out, customers.id(row).value());
    }
  }

  private static void writeSteps(DataOutputStream out, RevenueSteps steps, int row, int columns)
      throws IOException {
    if ((columns & FORMER) != 0) {
      out.writeInt(steps.formerSince(row));
    }
    writeNumber(out, steps.rowStart[row + 1] - steps.rowStart[row]);
    int period = RevenueSteps.OPENING - 1;
    for (int step = steps.rowStart[row]; step < steps.rowStart[row + 1]; step++) {
      writeNumber(out, steps.periods[step] - period);
      period = steps.periods[step];
      writeNumber(out, steps.units[step]);
      if ((columns & EXCHANGE) != 0) {
        writeSigned(out, steps.foreignExchangeAt(step));
      }
      if ((columns & REASONS) != 0 && steps.units[step] == 0) {
        out.writeByte(steps.reasonAt(step).code());
      }
    }
  }

  private static void readSteps(DataInputStream in, RevenueGridBuilder builder, int columns)
      throws IOException {
    if ((columns & FORMER) != 0) {
      int since = in.readInt();
      if (since != RevenueSteps.NEVER) {
        builder.formerCustomer(LocalDate.ofEpochDay(since));
      }
    }
    int count = readCount(in, in.available());
    check(count > 0, "must have a step in each row");
    int period = RevenueSteps.OPENING - 1;
    for (int step = 0; step < count; step++) {
      period = Math.toIntExact(Math.addExact(period, readNumber(in)));
      long units = readNumber(in);
      long exchange = (columns & EXCHANGE) == 0 ? 0 : readSigned(in);
      LossReason reason =
          (columns & REASONS) == 0 || units != 0 ? LossReason.UNKNOWN : readReason(in);
      builder.step(period, units, exchange, reason);
    }
  }

  private static LossReason readReason(DataInputStream in) throws IOException {
    int code = in.readByte();
    check(code >= 0 && code < LossReason.values().length, "must have known reasons");
    return LossReason.of(code);
  }
}
