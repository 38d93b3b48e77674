package io.github.retention4j.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * Knows what is so large that work on it may well take long: numbers, days far off, and what was
 * made of them.
 */
final class Large {

  private static final double MUCH = 1e6;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private final Set<Object> made = Collections.newSetFromMap(new IdentityHashMap<>());

  /** Takes note of what was made of something large. */
  void add(Object value) {
    made.add(value);
  }

  boolean isIn(Object value) {
    if (value instanceof Number number) {
      return Math.abs(number.doubleValue()) > MUCH
          || (number instanceof BigDecimal decimal && decimal.scale() > MUCH);
    } else if (value instanceof LocalDate date) {
      return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR;
    } else if (value instanceof Instant instant) {
      return instant.equals(Instant.MIN) || instant.equals(Instant.MAX);
    } else if (value instanceof Collection<?> items) {
      return items.stream().anyMatch(this::isIn);
    } else if (value instanceof Map<?, ?> map) {
      return isIn(map.keySet()) || isIn(map.values());
    }
    return isInArray(value) || made.contains(value);
  }

  private boolean isInArray(Object value) {
    if (value instanceof Object[] items) {
      return Arrays.stream(items).anyMatch(this::isIn);
    } else if (value instanceof int[] numbers) {
      return Arrays.stream(numbers).anyMatch(number -> Math.abs((double) number) > MUCH);
    } else if (value instanceof long[] numbers) {
      return LongStream.of(numbers).anyMatch(number -> Math.abs((double) number) > MUCH);
    }
    return value instanceof double[] numbers
        && DoubleStream.of(numbers).anyMatch(number -> Math.abs(number) > MUCH);
  }
}
