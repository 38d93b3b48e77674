package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class KeyMixProperties {

  @Property
  void everyKeyCanBeHadBack(@ForAll long key) {
    assertThat(KeyMix.unmix(KeyMix.mix(key))).isEqualTo(key);
    assertThat(KeyMix.mix(KeyMix.unmix(key))).isEqualTo(key);
  }

  /** Of a hundred thousand keys in a row each 256th of the range gets 391, give or take 20 %. */
  @Test
  void spreadsKeysInARowEvenly() {
    int[] counts = new int[256];
    for (long key = 0; key < 100_000; key++) {
      counts[(int) (KeyMix.mix(key) >>> 56)]++;
    }
    assertThat(Arrays.stream(counts)).allSatisfy(count -> assertThat(count).isBetween(310, 470));
  }
}
