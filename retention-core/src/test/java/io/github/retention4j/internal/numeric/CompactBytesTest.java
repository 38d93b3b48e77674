package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class CompactBytesTest {

  private static DataInputStream bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return new DataInputStream(new ByteArrayInputStream(bytes));
  }

  /** 300 is 10 0101100 in groups of seven bits. */
  @Test
  void writesSevenBitsInAByteLowestFirst() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      CompactBytes.writeNumber(out, 300);
      CompactBytes.writeSigned(out, -1);
      CompactBytes.writeText(out, "é");
    }
    assertThat(bytes.toByteArray()).containsExactly(0b10101100, 0b10, 1, 2, 0xC3, 0xA9);
  }

  @Property
  void readsWhatItWrote(@ForAll long number, @ForAll String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      CompactBytes.writeNumber(out, number);
      CompactBytes.writeSigned(out, number);
      CompactBytes.writeText(out, text);
    }
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      assertThat(CompactBytes.readNumber(in)).isEqualTo(number);
      assertThat(CompactBytes.readSigned(in)).isEqualTo(number);
      // A lone surrogate has no bytes of its own in UTF-8.
      assertThat(CompactBytes.readText(in)).hasSameSizeAs(text);
      assertThat(in.available()).isZero();
    }
  }

  @Test
  void refusesWhatItDidNotWrite() {
    assertThatThrownBy(() -> CompactBytes.readCount(bytes(5), 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bytes must not count 5 where 4 is most");
    assertThatThrownBy(() -> CompactBytes.readText(bytes(3, 'a')))
        .hasMessage("bytes must not count 3 where 2 is most");
    int[] endless = new int[11];
    Arrays.fill(endless, 0x80);
    assertThatThrownBy(() -> CompactBytes.readNumber(bytes(endless)))
        .hasMessage("bytes must have no number of more than 64 bits");
    assertThatThrownBy(() -> CompactBytes.readNumber(bytes(0x80))).isInstanceOf(EOFException.class);
  }
}
