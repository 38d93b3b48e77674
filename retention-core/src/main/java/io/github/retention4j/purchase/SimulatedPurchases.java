package io.github.retention4j.purchase;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.TimeScale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Customers drawn of a process, known as 1, 2, 3 and so on. Immutable; made by {@link
 * PurchaseSimulator}.
 */
public final class SimulatedPurchases {

  private final List<SimulatedCustomer> customers;
  private final TimeScale timeScale;
  private final double[] ages;
  private final double holdout;
  private final Optional<Currency> currency;

  SimulatedPurchases(
      List<SimulatedCustomer> customers,
      TimeScale timeScale,
      double[] ages,
      double holdout,
      Optional<Currency> currency) {
    this.customers = List.copyOf(customers);
    this.timeScale = timeScale;
    this.ages = ages;
    this.holdout = holdout;
    this.currency = currency;
  }

  /**
   * Returns the customers.
   *
   * @return in the order in which they were drawn
   */
  public List<SimulatedCustomer> customers() {
    return customers;
  }

  /**
   * Returns the sample that somebody would have who saw all purchases at their exact times.
   *
   * @return the customers up to the end of calibration, with the intervals between purchases, and
   *     with the mean spend of repeat purchases and a holdout where they were drawn
   */
  public PurchaseSample toSample() {
    int[] calibrated = new int[ages.length];
    int[] later = new int[ages.length];
    double[] recency = new double[ages.length];
    double[] logIntervals = new double[ages.length];
    for (int row = 0; row < ages.length; row++) {
      SimulatedCustomer customer = customers.get(row);
      int repeats = customer.purchasesUntil(ages[row]);
      calibrated[row] = repeats;
      later[row] = customer.purchases() - repeats;
      double before = 0;
      for (int purchase = 0; purchase < repeats; purchase++) {
        double time = customer.purchaseTime(purchase);
        logIntervals[row] += Math.log(time - before);
        before = time;
      }
      recency[row] = before;
    }
    PurchaseSample sample =
        PurchaseSample.of(timeScale, calibrated, recency, ages).withLogIntervals(logIntervals);
    PurchaseSample withSpend =
        currency
            .map(c -> sample.withMeanSpend(SpendScope.REPEAT_PURCHASES, c, means(calibrated)))
            .orElse(sample);
    return holdout > 0 ? withSpend.withHoldout(holdout, later) : withSpend;
  }

  private double[] means(int[] repeats) {
    return IntStream.range(0, repeats.length)
        .mapToDouble(
            row ->
                repeats[row] == 0 ? 0 : customers.get(row).amounts(0, repeats[row]) / repeats[row])
        .toArray();
  }

  /**
   * Returns the events that a business would have, which knows days and cents only.
   *
   * <p>A purchase counts on the day at whose end it is past: one 3.2 days after the first purchase
   * comes on the fourth day after it. So a purchase is in calibration by its time if it is by its
   * day, where ages are whole days; purchases of one day are several events.
   *
   * @param calibrationEndExclusive the day after the last one of calibration; ages, rounded up to
   *     days, end with that last one
   * @return the first and all repeat purchases, observed to the end of the holdout
   * @throws IllegalArgumentException if days lie too far off for a log
   */
  public EventLog toLog(LocalDate calibrationEndExclusive) {
    try {
      return EventLog.of(
          IntStream.range(0, ages.length)
              .boxed()
              .flatMap(row -> events(row, calibrationEndExclusive.minusDays(1))),
          calibrationEndExclusive.plusDays(daysOf(holdout)));
    } catch (DateTimeException | ArithmeticException e) {
      throw new IllegalArgumentException(
          "calibrationEndExclusive ("
              + calibrationEndExclusive
              + ") must leave room for the ages before it and the holdout after it",
          e);
    }
  }

  private Stream<Event> events(int row, LocalDate lastDay) {
    SimulatedCustomer customer = customers.get(row);
    CustomerId id = CustomerId.of(row + 1L);
    LocalDate first = lastDay.minusDays(daysOf(ages[row]));
    Stream<Event> repeats =
        IntStream.range(0, customer.purchases())
            .mapToObj(
                purchase ->
                    event(
                        id,
                        first.plusDays(daysOf(customer.purchaseTime(purchase))),
                        customer.amount(purchase)));
    return Stream.concat(Stream.of(event(id, first, customer.firstAmount())), repeats);
  }

  private Event event(CustomerId id, LocalDate day, OptionalDouble amount) {
    Event event = Event.of(id, day);
    return amount.isPresent()
        ? event.withAmount(rounded(currency.orElseThrow(), amount.getAsDouble()))
        : event;
  }

  private static Money rounded(Currency currency, double amount) {
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return new Money(currency, BigDecimal.valueOf(amount).setScale(digits, RoundingMode.HALF_EVEN));
  }

  private long daysOf(double time) {
    double days = time * timeScale.days();
    double nearest = Math.rint(days);
    // Weeks and the like do not always give back the whole days they were made of.
    return (long)
        (Math.abs(days - nearest) < 1e-9 * Math.max(1, nearest) ? nearest : Math.ceil(days));
  }

  /**
   * Returns the shape.
   *
   * @return the number of customers and the unit of time
   */
  @Override
  public String toString() {
    return customers.size() + " simulated customers, in " + timeScale;
  }
}
