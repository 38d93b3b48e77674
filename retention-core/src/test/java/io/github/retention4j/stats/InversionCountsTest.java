package io.github.retention4j.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Against whole numbers of any length. */
class InversionCountsTest {

  /** Of a chance, in per cent; some hundred roundings of 1e-16 each. */
  private static final double ROUNDING = 1e-10;

  private static int[] ones(int count) {
    int[] ones = new int[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Test
  void ofFourNumbers() {
    InversionCounts counts = InversionCounts.of(ones(4));
    assertThat(counts.most()).isEqualTo(6);
    assertThat(counts.atMost(0)).isCloseTo(1.0 / 24, withinPercentage(ROUNDING));
    assertThat(counts.atMost(1)).isCloseTo(4.0 / 24, withinPercentage(ROUNDING));
    assertThat(counts.atMost(3)).isCloseTo(15.0 / 24, withinPercentage(ROUNDING));
  }

  @Test
  void ofFiftyNumbers() {
    requireExact(ones(50));
    requireExact(new int[] {25, 25});
    requireExact(new int[] {1, 49});
    requireExact(new int[] {3, 5, 2, 9, 4, 6, 7, 1, 8, 5});
  }

  @Property(tries = 100)
  void ofAnyGroups(@ForAll @Size(min = 1, max = 7) List<@IntRange(min = 1, max = 7) Integer> list) {
    requireExact(list.stream().mapToInt(Integer::intValue).toArray());
  }

  private static void requireExact(int[] groups) {
    InversionCounts counts = InversionCounts.of(groups);
    BigInteger[] exact = exact(groups);
    BigDecimal all = new BigDecimal(Arrays.stream(exact).reduce(BigInteger.ZERO, BigInteger::add));
    assertThat(counts.most()).isEqualTo(exact.length - 1);
    BigInteger sum = BigInteger.ZERO;
    for (int u = 0; u <= counts.most() / 2; u++) {
      sum = sum.add(exact[u]);
      double chance = new BigDecimal(sum).divide(all, MathContext.DECIMAL64).doubleValue();
      assertThat(counts.atMost(u)).isCloseTo(chance, withinPercentage(ROUNDING));
    }
  }

  /** Returns how many arrangements have each number of pairs in the wrong order. */
  private static BigInteger[] exact(int[] groups) {
    BigInteger[] product = {BigInteger.ONE};
    int before = 0;
    for (int group : groups) {
      product = times(product, mannWhitney(before, group));
      before += group;
    }
    return product;
  }

  /** By whether the last number is of the group: then all m before it may be larger. */
  private static BigInteger[] mannWhitney(int m, int t) {
    BigInteger[][] row = new BigInteger[t + 1][];
    Arrays.fill(row, new BigInteger[] {BigInteger.ONE});
    for (int i = 1; i <= m; i++) {
      for (int j = 1; j <= t; j++) {
        BigInteger[] next = new BigInteger[i * j + 1];
        for (int u = 0; u < next.length; u++) {
          next[u] = at(row[j], u - j).add(at(row[j - 1], u));
        }
        row[j] = next;
      }
    }
    return row[t];
  }

  private static BigInteger at(BigInteger[] numbers, int index) {
    return index >= 0 && index < numbers.length ? numbers[index] : BigInteger.ZERO;
  }

  private static BigInteger[] times(BigInteger[] first, BigInteger[] second) {
    BigInteger[] product = new BigInteger[first.length + second.length - 1];
    Arrays.fill(product, BigInteger.ZERO);
    for (int i = 0; i < first.length; i++) {
      for (int j = 0; j < second.length; j++) {
        product[i + j] = product[i + j].add(first[i].multiply(second[j]));
      }
    }
    return product;
  }
}
