package io.github.retention4j.internal.numeric;

/**
 * A one-to-one mixing of 64-bit keys, so that equal shares of the keys of any business fall into
 * equal ranges of the mixed value, and the key can be had back from it.
 *
 * <p>Two multiplications by odd constants with a shift between: each step can be undone, by the
 * inverse of the constant modulo 2^64 and by the same shift.
 */
public final class KeyMix {

  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xD6E8FEB86659FD93L;
  private static final long FIRST_INVERSE = inverse(FIRST);
  private static final long SECOND_INVERSE = inverse(SECOND);

  private KeyMix() {}

  /**
   * Returns the mixed value of a key.
   *
   * @param key any number
   * @return the value, which no other key has
   */
  public static long mix(long key) {
    long z = key * FIRST;
    z ^= z >>> 32;
    return z * SECOND;
  }

  /**
   * Returns the key of a mixed value.
   *
   * @param mixed any number
   * @return the key whose mixed value it is
   */
  public static long unmix(long mixed) {
    long z = mixed * SECOND_INVERSE;
    z ^= z >>> 32;
    return z * FIRST_INVERSE;
  }

  /** Newton's iteration doubles the correct low bits each time, from the 3 that x * x = 1 gives. */
  private static long inverse(long odd) {
    long x = odd;
    for (int bits = 3; bits < 64; bits *= 2) {
      x *= 2 - odd * x;
    }
    return x;
  }
}
