package io.github.retention4j.internal.numeric;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;

/**
 * Numbers and texts in as few bytes as they need: seven bits of a number in a byte, the lowest
 * first, with a bit that says whether more follow.
 */
public final class CompactBytes {

  private static final int LOW_SEVEN = 0x7F;
  private static final int MORE = 0x80;

  private CompactBytes() {}

  /**
   * Checks what was read.
   *
   * @param condition whether it is right
   * @param problem what bytes must be, to follow the word {@code bytes}
   * @throws IllegalArgumentException if it is not
   */
  public static void check(boolean condition, String problem) {
    if (!condition) {
      throw new IllegalArgumentException("bytes " + problem);
    }
  }

  /**
   * Writes a number as an unsigned one.
   *
   * @param out where to
   * @param number small ones take less; one below zero takes ten bytes
   * @throws IOException if it cannot be written
   */
  public static void writeNumber(DataOutputStream out, long number) throws IOException {
    long rest = number;
    while ((rest & ~LOW_SEVEN) != 0) {
      out.writeByte((int) (rest & LOW_SEVEN) | MORE);
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  /**
   * Reads what {@link #writeNumber} wrote.
   *
   * @param in where from
   * @return the number
   * @throws IOException if there is no more to read
   * @throws IllegalArgumentException if it has more than 64 bits
   */
  public static long readNumber(DataInputStream in) throws IOException {
    long number = 0;
    int next = MORE;
    for (int shift = 0; next >= MORE; shift += 7) {
      check(shift < Long.SIZE, "must have no number of more than 64 bits");
      next = in.readUnsignedByte();
      number |= (long) (next & LOW_SEVEN) << shift;
    }
    return number;
  }

  /**
   * Reads a number that counts something.
   *
   * @param in where from
   * @param most the largest that it may be
   * @return 0 to the largest
   * @throws IOException if there is no more to read
   * @throws IllegalArgumentException if it is another
   */
  public static int readCount(DataInputStream in, int most) throws IOException {
    long count = readNumber(in);
    check(count >= 0 && count <= most, "must not count " + count + " where " + most + " is most");
    return (int) count;
  }

  /**
   * Writes a number that is as likely below zero as over it.
   *
   * @param out where to
   * @param number those near zero take less
   * @throws IOException if it cannot be written
   */
  public static void writeSigned(DataOutputStream out, long number) throws IOException {
    writeNumber(out, (number << 1) ^ (number >> (Long.SIZE - 1)));
  }

  /**
   * Reads what {@link #writeSigned} wrote.
   *
   * @param in where from
   * @return the number
   * @throws IOException if there is no more to read
   */
  public static long readSigned(DataInputStream in) throws IOException {
    long number = readNumber(in);
    return (number >>> 1) ^ -(number & 1);
  }

  /**
   * Writes a text.
   *
   * @param out where to
   * @param text any
   * @throws IOException if it cannot be written
   */
  public static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    writeNumber(out, bytes.length);
    out.write(bytes);
  }

  /**
   * Reads what {@link #writeText} wrote.
   *
   * @param in where from
   * @return the text
   * @throws IOException if there is no more to read
   * @throws IllegalArgumentException if it says that it is far longer than what is left
   */
  public static String readText(DataInputStream in) throws IOException {
    byte[] bytes = new byte[readCount(in, in.available())];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * Reads a currency, written as the text of its code.
   *
   * @param in the bytes
   * @return the currency
   * @throws IOException if the bytes end before it does
   * @throws IllegalArgumentException if there is no such currency
   */
  public static Currency readCurrency(DataInputStream in) throws IOException {
    String code = readText(in);
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException("bytes must have a known currency", unknown);
    }
  }
}
