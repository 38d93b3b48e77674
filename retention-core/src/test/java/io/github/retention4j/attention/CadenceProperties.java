package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.stats.QuantileType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class CadenceProperties {

  private static final int AS_OF = 80;

  private static List<SortedSet<Integer>> days(long seed, int customers) {
    Random random = new Random(seed);
    return IntStream.range(0, customers)
        .mapToObj(
            customer -> {
              SortedSet<Integer> days = new TreeSet<>();
              int purchases = 1 + random.nextInt(7);
              for (int i = 0; i < purchases; i++) {
                days.add(random.nextInt(AS_OF));
              }
              return days;
            })
        .toList();
  }

  private static List<Event> events(List<SortedSet<Integer>> days) {
    List<Event> events = new ArrayList<>();
    for (int customer = 0; customer < days.size(); customer++) {
      for (int number : days.get(customer)) {
        events.add(Event.of(CustomerId.of("c" + customer), day(number)));
      }
    }
    return events;
  }

  private static List<Integer> gaps(SortedSet<Integer> days) {
    List<Integer> order = List.copyOf(days);
    return IntStream.range(1, order.size())
        .mapToObj(i -> order.get(i) - order.get(i - 1))
        .sorted()
        .toList();
  }

  @Property(tries = 300)
  void pooledQuantilesAreThoseOfTheMixture(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int customers,
      @ForAll @IntRange(min = 1, max = 40) int eighths,
      @ForAll PopulationGaps weighing) {
    List<SortedSet<Integer>> days = days(seed, customers);
    double prior = eighths / 8.0;
    Cadence cadence =
        CadenceCalculator.withDefaults()
            .withPriorGaps(prior)
            .with(weighing)
            .calculate(EventLog.of(events(days), day(99)), day(AS_OF));
    for (int customer = 0; customer < customers; customer++) {
      CustomerCadence row = cadence.of(CustomerId.of("c" + customer)).get(0);
      assertThat(row.gaps()).isEqualTo(days.get(customer).size() - 1);
      List<Integer> own = gaps(days.get(customer));
      row.usualGap()
          .ifPresent(
              gap -> {
                assertThat(gap.lower()).isEqualTo(slow(0.1, prior, own, days, weighing));
                assertThat(gap.median()).isEqualTo(slow(0.5, prior, own, days, weighing));
                assertThat(gap.upper()).isEqualTo(slow(0.9, prior, own, days, weighing));
              });
      assertThat(row.usualGap().isPresent())
          .isEqualTo(days.stream().anyMatch(set -> set.size() > 1));
    }
  }

  /** Adds up the mixture day by day; its shares may miss the level by their rounding. */
  private static int slow(
      double p,
      double prior,
      List<Integer> own,
      List<SortedSet<Integer>> days,
      PopulationGaps weighing) {
    for (int gap = 0; ; gap++) {
      double below = 0;
      double total = 0;
      for (SortedSet<Integer> other : days) {
        List<Integer> gaps = gaps(other);
        for (int length : gaps) {
          double weight = weighing == PopulationGaps.EACH_GAP ? 1 : 1.0 / gaps.size();
          total += weight;
          below += length <= gap ? weight : 0;
        }
      }
      int limit = gap;
      long ownBelow = own.stream().filter(length -> length <= limit).count();
      double share = (prior * below / total + ownBelow) / (prior + own.size());
      if (share >= p - 1e-12) {
        return gap;
      }
    }
  }

  @Property(tries = 200)
  void ownQuantilesAreThoseOfTheType(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int customers,
      @ForAll QuantileType type) {
    List<SortedSet<Integer>> days = days(seed, customers);
    Cadence cadence =
        CadenceCalculator.withDefaults()
            .withPriorGaps(0)
            .with(type)
            .withUsualShare(0.5)
            .calculate(EventLog.of(events(days), day(99)), day(AS_OF));
    for (int customer = 0; customer < customers; customer++) {
      CustomerCadence row = cadence.of(CustomerId.of("c" + customer)).get(0);
      double[] own = gaps(days.get(customer)).stream().mapToDouble(it -> it).toArray();
      assertThat(row.usualGap().isPresent()).isEqualTo(own.length > 0);
      row.usualGap()
          .ifPresent(
              gap ->
                  assertThat(gap)
                      .isEqualTo(
                          new UsualGap(type.of(own, 0.25), type.of(own, 0.5), type.of(own, 0.75))));
    }
  }

  @Property(tries = 100)
  void orderOfEventsDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int customers) {
    List<Event> events = events(days(seed, customers));
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed + 1));
    CadenceCalculator calculator = CadenceCalculator.withDefaults();
    assertThat(calculator.calculate(EventLog.of(shuffled, day(99)), day(AS_OF)).rows())
        .containsExactlyElementsOf(
            calculator.calculate(EventLog.of(events, day(99)), day(AS_OF)).rows().toList());
  }

  @Property(tries = 100)
  void stricterRulesPickFewer(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int customers,
      @ForAll @IntRange(min = 1, max = 30) int tenths) {
    Cadence cadence =
        CadenceCalculator.withDefaults()
            .calculate(EventLog.of(events(days(seed, customers)), day(99)), day(AS_OF));
    assertThat(cadence.list(new AttentionRule.Overdue(tenths / 10.0)).rows())
        .containsAll(cadence.list(new AttentionRule.Overdue((tenths + 1) / 10.0)).rows());
    assertThat(cadence.list(new AttentionRule.LongAbsent(tenths)).rows())
        .containsAll(cadence.list(new AttentionRule.LongAbsent(tenths + 1)).rows());
  }
}
