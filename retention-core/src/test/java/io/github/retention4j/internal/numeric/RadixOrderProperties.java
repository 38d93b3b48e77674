package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RadixOrderProperties {

  @Provide
  Arbitrary<int[]> keys() {
    return Arbitraries.oneOf(
            Arbitraries.integers().between(0, 4), Arbitraries.integers().between(-3000, 3000))
        .array(int[].class)
        .ofSize(30);
  }

  @Property
  void agreesWithAStableSortByComparison(@ForAll("keys") int[] first, @ForAll("keys") int[] then) {
    Comparator<Integer> byFirst = (a, b) -> Integer.compareUnsigned(first[a], first[b]);
    int[] expected =
        IntStream.range(0, first.length)
            .boxed()
            .sorted(byFirst.thenComparing((a, b) -> Integer.compareUnsigned(then[a], then[b])))
            .mapToInt(row -> row)
            .toArray();
    assertThat(RadixOrder.of(first.length, first, then)).isEqualTo(expected);
    assertThat(Arrays.stream(RadixOrder.of(0)).count()).isZero();
  }
}
