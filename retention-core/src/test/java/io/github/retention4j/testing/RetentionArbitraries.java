package io.github.retention4j.testing;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random customers, counts, events and samples of purchases for jqwik properties. */
public final class RetentionArbitraries {

  private RetentionArbitraries() {}

  /** Customers of a business that has so many, known as 1, 2, 3 and so on. */
  public static Arbitrary<CustomerId> customers(int howMany) {
    return Arbitraries.integers().between(1, howMany).map(CustomerId::of);
  }

  /** Days of a range, each as likely as the others, its ends more often. */
  public static Arbitrary<LocalDate> dates(DateRange range) {
    return Arbitraries.longs().between(0, range.days() - 1).map(range.start()::plusDays);
  }

  /**
   * One to {@code most} events without amounts, in any order, of a few customers within a range.
   */
  public static Arbitrary<List<Event>> events(int customers, DateRange range, int most) {
    return Combinators.combine(customers(customers), dates(range))
        .as(Event::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(most);
  }

  /** Logs of such events, observed to the end of the range. */
  public static Arbitrary<EventLog> eventLogs(int customers, DateRange range, int most) {
    return events(customers, range, most).map(events -> EventLog.of(events, range.endExclusive()));
  }

  /**
   * Counts that agree: at start, acquired, lost and at end, each up to {@code most}, short stays
   * among them.
   */
  public static Arbitrary<CustomerCounts> customerCounts(long most) {
    Arbitrary<Long> count = Arbitraries.longs().between(0, most);
    return Combinators.combine(count, count, count, count)
        .as(
            (retained, lost, acquired, brief) ->
                CustomerCounts.ofStartAcquiredLost(retained + lost, acquired, lost)
                    .plusShortStays(brief));
  }

  /**
   * Samples of one to {@code most} customers of a {@link SampleBusiness}, each watched for up to
   * two years, with their spend.
   */
  public static Arbitrary<PurchaseSample> purchaseSamples(int most) {
    Arbitrary<Double> weeks = Arbitraries.doubles().between(0, 104);
    return Combinators.combine(
            Arbitraries.of(SampleBusiness.all()),
            weeks.array(double[].class).ofMinSize(1).ofMaxSize(most),
            Arbitraries.longs())
        .as((business, ages, seed) -> business.simulate(ages, 0, seed).toSample());
  }
}
