package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class WideSumsTest {

  /** Roots up to here have squares of which dozens fit 127 bits. */
  private static final long LARGE = 1L << 59;

  @Property
  void sumsAreExact(@ForAll @Size(max = 40) List<Long> terms) {
    WideSums sums = new WideSums(2);
    BigInteger expected = BigInteger.ZERO;
    for (long term : terms) {
      sums.add(1, term);
      expected = expected.add(BigInteger.valueOf(term));
    }
    assertThat(sums.get(1)).isEqualTo(expected);
    assertThat(sums.get(0)).isZero();
  }

  @Property
  void squaresAreExact(
      @ForAll @Size(max = 40) List<@LongRange(min = -LARGE, max = LARGE) Long> roots) {
    WideSums sums = new WideSums(1);
    BigInteger expected = BigInteger.ZERO;
    long before = 1L << 32;
    for (long root : roots) {
      sums.addSquares(0, root, before);
      expected = expected.add(square(root)).subtract(square(before));
      before = root;
    }
    assertThat(sums.get(0)).isEqualTo(expected);
  }

  private static BigInteger square(long root) {
    return BigInteger.valueOf(root).pow(2);
  }

  @Test
  void carriesFromTheLowHalfToTheHigh() {
    WideSums sums = new WideSums(1);
    sums.add(0, Long.MAX_VALUE);
    sums.add(0, Long.MAX_VALUE);
    sums.add(0, 2);
    assertThat(sums.get(0)).isEqualTo(BigInteger.ONE.shiftLeft(64));
    sums.add(0, -1);
    assertThat(sums.get(0)).isEqualTo(BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE));
    sums.addSquares(0, 0, 1L << 32);
    assertThat(sums.get(0)).isEqualTo(BigInteger.ONE.negate());
  }

  @Test
  void addsOthersAndRunningSums() {
    WideSums sums = new WideSums(3);
    sums.add(0, 5);
    sums.add(1, -7);
    sums.add(2, 1);
    WideSums others = new WideSums(2);
    others.add(1, -4);
    sums.addAll(others);
    assertThat(sums.get(1)).isEqualTo(-11);
    sums.accumulate();
    assertThat(List.of(sums.get(0), sums.get(1), sums.get(2)))
        .containsExactly(BigInteger.valueOf(5), BigInteger.valueOf(-6), BigInteger.valueOf(-5));
  }

  @Test
  void refusesWhatDoesNotFit() {
    WideSums sums = new WideSums(1);
    sums.addSquares(0, Long.MIN_VALUE, 0);
    assertThatThrownBy(() -> sums.addSquares(0, Long.MIN_VALUE, 0))
        .isInstanceOf(ArithmeticException.class);
  }
}
