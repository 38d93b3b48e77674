package io.github.retention4j.fuzz;

import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/** Values of the types of Java: tame ones that belong together, and wild ones. */
final class PlainValues {

  private static final double[] DOUBLES = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.MIN_VALUE,
    Double.MIN_NORMAL,
    -0.0,
    1e-300,
    1e300,
    1e16,
    Math.nextDown(1.0),
    Math.nextUp(1.0),
    -1
  };
  private static final int[] INTS = {
    Integer.MIN_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE - 1, 1 << 30, 65_536, -1, -2, 0
  };
  private static final long[] LONGS = {
    Long.MIN_VALUE, Long.MAX_VALUE, Long.MAX_VALUE - 1, 1L << 53, 1L << 32, 1L << 31, -1, 0
  };
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "\n",
          "\r\n,\";",
          "\0",
          "\ud83d\ude00",
          "\ud800",
          "\u0130stanbul I\u0131",
          "1e999",
          "-1",
          "2024-02-30",
          "%s {0} $1 \\",
          "\u202eabc",
          "<script>&amp;",
          "x".repeat(5_000));
  private static final List<String> DECIMALS =
      List.of("1E+400", "1E-400", "-0.00", "1E+2147483647", "1E-2147483647", "9".repeat(400));
  private static final List<LocalDate> DATES =
      List.of(
          LocalDate.MIN,
          LocalDate.MAX,
          LocalDate.EPOCH,
          LocalDate.MIN.plusDays(1),
          LocalDate.MAX.minusDays(1),
          LocalDate.of(2024, 2, 29),
          LocalDate.of(0, 1, 1),
          LocalDate.of(10_000, 1, 1));
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneOffset.UTC, ZoneOffset.MAX, ZoneId.of("Europe/Berlin"), ZoneId.of("Pacific/Apia"));

  private static final Map<Class<?>, Function<PlainValues, Object>> MAKERS =
      Map.ofEntries(
          Map.entry(int.class, PlainValues::anInt),
          Map.entry(long.class, PlainValues::aLong),
          Map.entry(double.class, PlainValues::aDouble),
          Map.entry(boolean.class, v -> v.random.nextBoolean()),
          Map.entry(char.class, v -> v.text().concat(";").charAt(0)),
          Map.entry(Integer.class, PlainValues::anInt),
          Map.entry(Long.class, PlainValues::aLong),
          Map.entry(Double.class, PlainValues::aDouble),
          Map.entry(Number.class, PlainValues::aDouble),
          Map.entry(Boolean.class, v -> v.random.nextBoolean()),
          Map.entry(String.class, PlainValues::text),
          Map.entry(CharSequence.class, PlainValues::text),
          Map.entry(Object.class, PlainValues::text),
          Map.entry(Comparable.class, PlainValues::text),
          Map.entry(Reader.class, v -> new StringReader(v.text() + "," + v.text() + "\n")),
          Map.entry(BigDecimal.class, PlainValues::decimal),
          Map.entry(LocalDate.class, PlainValues::date),
          Map.entry(LocalDateTime.class, v -> v.date().atTime(v.random.nextInt(24), 30)),
          Map.entry(Instant.class, PlainValues::instant),
          Map.entry(YearMonth.class, v -> YearMonth.from(v.date())),
          Map.entry(MonthDay.class, v -> MonthDay.from(v.date())),
          Map.entry(Month.class, v -> v.date().getMonth()),
          Map.entry(DayOfWeek.class, v -> v.date().getDayOfWeek()),
          Map.entry(Duration.class, v -> Duration.ofSeconds(v.aLong())),
          Map.entry(ZoneId.class, v -> v.one(ZONES)),
          Map.entry(Locale.class, v -> v.random.nextBoolean() ? Locale.ROOT : Locale.JAPAN),
          Map.entry(Currency.class, v -> Currency.getInstance(v.isWild() ? "JPY" : "USD")),
          Map.entry(RandomGenerator.class, v -> new SplittableRandom(v.random.nextInt(1_000_000))));

  private final SplittableRandom random;
  private double wildness;

  PlainValues(SplittableRandom random) {
    this.random = random;
  }

  /** Sets the share of wild values from here on, and returns the one until now. */
  double setWildness(double share) {
    double before = wildness;
    wildness = share;
    return before;
  }

  boolean isWild() {
    return random.nextDouble() < wildness;
  }

  boolean knows(Class<?> type) {
    return MAKERS.containsKey(type);
  }

  Object make(Class<?> type) {
    return MAKERS.get(type).apply(this);
  }

  <T> T one(List<T> items) {
    return items.get(random.nextInt(items.size()));
  }

  private int anInt() {
    return isWild() ? INTS[random.nextInt(INTS.length)] : random.nextInt(13);
  }

  private long aLong() {
    return isWild() ? LONGS[random.nextInt(LONGS.length)] : random.nextInt(40);
  }

  private double aDouble() {
    if (isWild()) {
      return DOUBLES[random.nextInt(DOUBLES.length)];
    }
    return switch (random.nextInt(4)) {
      case 0 -> random.nextInt(4);
      case 1 -> random.nextDouble() * 100;
      default -> random.nextDouble();
    };
  }

  private String text() {
    return isWild() ? one(TEXTS) : String.valueOf((char) ('a' + random.nextInt(6)));
  }

  private BigDecimal decimal() {
    return isWild()
        ? new BigDecimal(one(DECIMALS))
        : BigDecimal.valueOf(random.nextInt(10_000), random.nextInt(3));
  }

  private LocalDate date() {
    return isWild() ? one(DATES) : LocalDate.of(2024, 1, 1).plusDays(random.nextInt(400));
  }

  private Instant instant() {
    if (isWild()) {
      return random.nextBoolean() ? Instant.MIN : Instant.MAX;
    }
    return date().atTime(random.nextInt(24), 0).toInstant(ZoneOffset.UTC);
  }
}
