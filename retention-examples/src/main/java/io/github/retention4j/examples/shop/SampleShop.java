package io.github.retention4j.examples.shop;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.github.retention4j.time.DateRange;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A shop that never was: 4,000 customers over a good three years, simulated so that every machine,
 * language and Java release from 17 on gets the same transactions to the cent.
 *
 * <p>The model is the Pareto/NBD model of purchases with the gamma-gamma model of spend:
 *
 * <pre>{@code
 * first purchase   on day t with weight (1 + 0.5 t / T) * season(month of t)
 * purchases        Poisson with rate lambda a day while the customer is alive
 * lambda           ~ Gamma(shape 1.1, rate 55),   mean one purchase in 50 days
 * life             ~ Exponential(mu)
 * mu               ~ Gamma(shape 0.7, rate 250),  half of all customers live over 420 days
 * amount           ~ Gamma(shape 6, rate nu),     nu ~ Gamma(shape 4, rate 20): mean 6 * 20 / 3 = 40
 * }</pre>
 *
 * <p>T is the number of days of {@link #days()}; only first purchases have a season. Times are cut
 * to whole days and amounts rounded to whole cents, at least one. Random source: {@code
 * SplittableRandom(42)}, split for each customer.
 */
public final class SampleShop {

  /** The first column: who bought. */
  public static final String CUSTOMER_COLUMN = "customer_id";

  /** The second column: the day, as 2024-01-31. */
  public static final String DATE_COLUMN = "date";

  /** The third column: what was paid, with a decimal point. */
  public static final String AMOUNT_COLUMN = "amount";

  /** The currency of the amounts. */
  public static final String CURRENCY = "EUR";

  private static final long SEED = 42;
  private static final int CUSTOMERS = 4_000;
  private static final DateRange DAYS =
      new DateRange(LocalDate.of(2022, 1, 1), LocalDate.of(2025, 2, 16));
  private static final double GROWTH = 0.5;
  private static final double[] SEASON = {
    0.8, 0.8, 0.9, 1.0, 1.0, 0.9, 0.8, 0.8, 1.0, 1.1, 1.5, 1.7
  };
  private static final double RATE_SHAPE = 1.1;
  private static final double RATE_DAYS = 55;
  private static final double DROPOUT_SHAPE = 0.7;
  private static final double DROPOUT_DAYS = 250;
  private static final double SPEND_SHAPE = 6;
  private static final double SPEND_CUSTOMER_SHAPE = 4;
  private static final double SPEND_CUSTOMER_RATE = 20;

  /**
   * One purchase.
   *
   * @param customer the customer's key, such as {@code C0001}
   * @param date the day
   * @param cents what was paid, in hundredths
   */
  public record Purchase(String customer, LocalDate date, long cents) {

    /**
     * Returns what was paid.
     *
     * @return in units, with two decimals
     */
    public BigDecimal amount() {
      return BigDecimal.valueOf(cents, 2);
    }
  }

  private SampleShop() {}

  /**
   * Returns the days that the shop is open; their end is the end of observation.
   *
   * @return from 2022-01-01 to 2025-02-15
   */
  public static DateRange days() {
    return DAYS;
  }

  /**
   * Simulates all purchases.
   *
   * @return by day, then by customer, then in the order in which they were made
   */
  public static List<Purchase> purchases() {
    Draws draws = new Draws(new SplittableRandom(SEED));
    List<Purchase> purchases = new ArrayList<>();
    int[] firstDays = firstDays(draws);
    for (int i = 0; i < CUSTOMERS; i++) {
      String customer = String.format(Locale.ROOT, "C%04d", i + 1);
      addLife(purchases, customer, firstDays[i], draws.split());
    }
    purchases.sort(Comparator.comparing(Purchase::date).thenComparing(Purchase::customer));
    return purchases;
  }

  /**
   * Writes all purchases to a CSV file: UTF-8, a header, line feeds, a decimal point.
   *
   * @param file the file; one that exists is replaced
   * @throws IOException if it cannot be written
   */
  public static void writeTo(Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(CUSTOMER_COLUMN, DATE_COLUMN, AMOUNT_COLUMN);
      for (Purchase purchase : purchases()) {
        csv.writeRecord(
            purchase.customer(), purchase.date().toString(), purchase.amount().toPlainString());
      }
    }
  }

  /** The day of each customer's first purchase, ascending, counted from the first day open. */
  private static int[] firstDays(Draws draws) {
    double[] cumulated = new double[Math.toIntExact(DAYS.days())];
    double sum = 0;
    for (int day = 0; day < cumulated.length; day++) {
      double growth = 1 + GROWTH * day / cumulated.length;
      sum += growth * SEASON[DAYS.start().plusDays(day).getMonthValue() - 1];
      cumulated[day] = sum;
    }
    int[] days = new int[CUSTOMERS];
    for (int i = 0; i < CUSTOMERS; i++) {
      int at = Arrays.binarySearch(cumulated, draws.uniform() * sum);
      days[i] = at >= 0 ? at + 1 : -at - 1;
    }
    Arrays.sort(days);
    return days;
  }

  private static void addLife(
      List<Purchase> purchases, String customer, int firstDay, Draws draws) {
    double rate = draws.gamma(RATE_SHAPE, RATE_DAYS);
    double life = draws.exponential(draws.gamma(DROPOUT_SHAPE, DROPOUT_DAYS));
    double spendRate = draws.gamma(SPEND_CUSTOMER_SHAPE, SPEND_CUSTOMER_RATE);
    // The day itself has 24 hours; a first purchase falls somewhere within them.
    double start = firstDay + draws.uniform();
    double end = Math.min((double) DAYS.days(), start + life);
    for (double time = start; time < end; time += draws.exponential(rate)) {
      long cents = Math.max(1, Math.round(100 * draws.gamma(SPEND_SHAPE, spendRate)));
      purchases.add(new Purchase(customer, DAYS.start().plusDays((long) time), cents));
    }
  }
}
