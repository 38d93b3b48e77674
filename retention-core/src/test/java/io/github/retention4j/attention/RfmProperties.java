package io.github.retention4j.attention;

import static io.github.retention4j.attention.Shop.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.QuantileType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RfmProperties {

  private static List<Event> events(long seed, int customers) {
    Random random = new Random(seed);
    List<Event> events = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      int purchases = 1 + random.nextInt(6);
      for (int i = 0; i < purchases; i++) {
        Money amount = Money.of("USD", random.nextInt(9) - 2);
        events.add(Event.of(CustomerId.of(customer), day(random.nextInt(60)), amount));
      }
    }
    return events;
  }

  private static RfmTable table(
      List<Event> events, int bins, QuantileType type, ScoreNesting nesting, int asOf) {
    return RfmCalculator.withDefaults()
        .with(ScoreBins.quantiles(bins, type))
        .with(nesting)
        .with(
            SegmentRules.of(
                bins,
                List.of(
                    SegmentRule.of("good").withRecency(2, bins).withMonetary(bins, bins),
                    SegmentRule.of("frequent").withFrequency(bins, bins)),
                "rest"))
        .calculate(EventLog.of(events, day(99)), day(asOf));
  }

  /** Who is better scores no worse, and equals share a score; against a count of cuts. */
  @Property(tries = 200)
  void scoresRiseWithTheValues(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int customers,
      @ForAll @IntRange(min = 2, max = 7) int bins,
      @ForAll QuantileType type) {
    RfmTable table = table(events(seed, customers), bins, type, ScoreNesting.INDEPENDENT, 60);
    for (int a = 0; a < table.size(); a++) {
      RfmCustomer first = table.row(a);
      assertThat(first.recencyScore()).isBetween(1, bins);
      assertThat(first.frequencyScore())
          .isEqualTo(1 + under(table.cuts(RfmDimension.FREQUENCY), (double) first.frequency()));
      assertThat(first.recencyScore())
          .isEqualTo(bins - under(table.cuts(RfmDimension.RECENCY), first.recencyDays()));
      assertThat(first.monetaryScore().orElseThrow())
          .isEqualTo(
              1
                  + under(
                      table.cuts(RfmDimension.MONETARY),
                      first.amount().orElseThrow().amount().doubleValue()));
      assertThat(table.segment(a))
          .isEqualTo(
              table
                  .rules()
                  .segmentOf(
                      first.recencyScore(),
                      first.frequencyScore(),
                      first.monetaryScore().orElseThrow()));
      for (int b = 0; b < table.size(); b++) {
        RfmCustomer second = table.row(b);
        if (first.recencyDays() <= second.recencyDays()) {
          assertThat(first.recencyScore()).isGreaterThanOrEqualTo(second.recencyScore());
        }
        if (first.frequency() >= second.frequency()) {
          assertThat(first.frequencyScore()).isGreaterThanOrEqualTo(second.frequencyScore());
        }
      }
    }
  }

  private static int under(List<Double> cuts, double value) {
    return (int) cuts.stream().filter(cut -> cut < value).count();
  }

  @Property(tries = 100)
  void nestedScoresAreThoseOfEachGroupAlone(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int customers,
      @ForAll @IntRange(min = 2, max = 5) int bins) {
    List<Event> events = events(seed, customers);
    RfmTable all = table(events, bins, QuantileType.HF7, ScoreNesting.NESTED, 60);
    Map<Integer, List<RfmCustomer>> byRecency = new TreeMap<>();
    for (int row = 0; row < all.size(); row++) {
      byRecency
          .computeIfAbsent(all.row(row).recencyScore(), r -> new ArrayList<>())
          .add(all.row(row));
    }
    byRecency.forEach(
        (recency, group) -> {
          double[] often = group.stream().mapToDouble(RfmCustomer::frequency).toArray();
          for (RfmCustomer customer : group) {
            int score = 1;
            for (int k = 1; k < bins; k++) {
              score += QuantileType.HF7.of(often, (double) k / bins) < customer.frequency() ? 1 : 0;
            }
            assertThat(customer.frequencyScore()).isEqualTo(score);
          }
        });
  }

  @Property(tries = 100)
  void orderOfEventsDoesNotMatter(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 20) int customers) {
    List<Event> events = events(seed, customers);
    List<Event> shuffled = new ArrayList<>(events);
    Collections.shuffle(shuffled, new Random(seed + 1));
    RfmTable table = table(events, 4, QuantileType.HF6, ScoreNesting.NESTED, 60);
    RfmTable other = table(shuffled, 4, QuantileType.HF6, ScoreNesting.NESTED, 60);
    assertThat(other.toText()).isEqualTo(table.toText());
    for (int row = 0; row < table.size(); row++) {
      assertThat(other.row(row)).isEqualTo(table.row(row));
    }
  }

  @Property(tries = 100)
  void movementAddsUp(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 30) int customers,
      @ForAll @IntRange(min = 1, max = 40) int window) {
    List<Event> events = events(seed, customers);
    events.add(Event.of(CustomerId.of(0), day(20), Money.of("USD", 1)));
    events.add(Event.of(CustomerId.of(1), day(60), Money.of("USD", 1)));
    RfmCalculator calculator = RfmCalculator.withDefaults().withWindowDays(window);
    EventLog log = EventLog.of(events, day(99));
    RfmTable before = calculator.calculate(log, day(20));
    RfmTable after = calculator.calculate(log, day(60));
    SegmentMovement movement = SegmentMovement.between(before, after);
    Map<String, Long> slow = slowMoves(before, after);
    for (String from : movement.segments()) {
      long row = movement.gone(from);
      for (String to : movement.segments()) {
        row += movement.moved(from, to);
        assertThat(movement.moved(from, to)).isEqualTo(slow.getOrDefault(from + ">" + to, 0L));
      }
      assertThat(row)
          .isEqualTo(movement.customersBefore(from))
          .isEqualTo(before.inSegment(from).size());
      assertThat(movement.customersAfter(from)).isEqualTo(after.inSegment(from).size());
      assertThat(movement.arrived(from)).isEqualTo(slow.getOrDefault(">" + from, 0L));
    }
  }

  private static Map<String, Long> slowMoves(RfmTable before, RfmTable after) {
    Map<String, Long> moves = new HashMap<>();
    for (int row = 0; row < before.size(); row++) {
      RfmCustomer was = before.row(row);
      String to = after.find(was.customer()).map(RfmCustomer::segment).orElse("");
      moves.merge(was.segment() + ">" + to, 1L, Long::sum);
    }
    for (int row = 0; row < after.size(); row++) {
      if (before.find(after.row(row).customer()).isEmpty()) {
        moves.merge(">" + after.segment(row), 1L, Long::sum);
      }
    }
    return moves;
  }
}
