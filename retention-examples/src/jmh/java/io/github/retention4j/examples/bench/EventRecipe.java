package io.github.retention4j.examples.bench;

import java.time.LocalDate;
import java.util.Arrays;

/**
 * Events of the years 2021 to 2023, ten to a customer on average, that any tool can make again bit
 * for bit, from a counter and without a random source:
 *
 * <pre>{@code
 * mix(z) = z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9; z = (z ^ (z >>> 27)) * 0x94D049BB133111EB; z ^ (z >>> 31)
 * u(k)   = (mix(20240517 + k * 0x9E3779B97F4A7C15) >>> 11) * 2^-53
 * event i of n, C = n / 10 customers:
 *   a = u(2 i), index = floor(C a^3), id = mix(index + 1) >>> 1
 *   start = floor(94608000 u(-1 - index)), b = u(2 i + 1)
 *   time = 1609459200 + start + floor((94608000 - start) b^2) seconds of the epoch, UTC
 * }</pre>
 *
 * <p>So a few customers have many events, each begins at some time of the three years, and most
 * events of a customer come soon after it began.
 *
 * @param events how many
 */
record EventRecipe(int events) {

  static final LocalDate END = LocalDate.of(2024, 1, 1);

  private static final long SECONDS = 94_608_000;
  private static final long EPOCH_SECOND_OF_START = 1_609_459_200;
  private static final double TWO_TO_MINUS_53 = 0x1.0p-53;

  long customerOf(int event) {
    return mix(indexOf(event) + 1) >>> 1;
  }

  long epochSecondOf(int event) {
    long start = (long) (SECONDS * uniform(-1 - indexOf(event)));
    double b = uniform(2L * event + 1);
    return EPOCH_SECOND_OF_START + start + (long) ((SECONDS - start) * (b * b));
  }

  /** The customers of all events, as numbers. */
  long[] customers() {
    long[] customers = new long[events];
    Arrays.parallelSetAll(customers, this::customerOf);
    return customers;
  }

  /** The times of all events, as seconds of the epoch. */
  long[] epochSeconds() {
    long[] seconds = new long[events];
    Arrays.parallelSetAll(seconds, this::epochSecondOf);
    return seconds;
  }

  private long indexOf(int event) {
    double a = uniform(2L * event);
    return (long) (events / 10 * ((a * a) * a));
  }

  private static double uniform(long k) {
    return (mix(20240517 + k * 0x9E3779B97F4A7C15L) >>> 11) * TWO_TO_MINUS_53;
  }

  private static long mix(long z) {
    long mixed = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
