package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.stats.Proportion;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class ChurnDriversProperties {

  private static final double ROUNDING = 1e-12;

  record Row(boolean left, String plan, double spend) {}

  @Provide
  Arbitrary<List<Row>> rows() {
    return Combinators.combine(
            Arbitraries.of(true, false),
            Arbitraries.of("a", "b", "c", "d", ""),
            Arbitraries.integers().between(0, 9).map(Integer::doubleValue))
        .as(Row::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(60);
  }

  private static ChurnSample sample(List<Row> rows) {
    boolean[] left = new boolean[rows.size()];
    double[] spend = new double[rows.size()];
    List<String> plans = new ArrayList<>();
    for (int i = 0; i < left.length; i++) {
      left[i] = rows.get(i).left();
      spend[i] = rows.get(i).spend();
      plans.add(rows.get(i).plan());
    }
    return ChurnSample.of(left).withLabels("plan", plans).withNumbers("spend", spend);
  }

  private static ChurnDrivers audit(List<Row> rows, long least) {
    return ChurnDriversCalculator.withDefaults().withLeastCustomers(least).audit(sample(rows));
  }

  @Property(tries = 300)
  void valuesAddUpToAll(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 9) int least) {
    ChurnDrivers drivers = audit(rows, least);
    for (AttributeProfile profile : drivers.attributes()) {
      assertThat(profile.values().stream().map(ValueProfile::churn).reduce(Proportion::plus))
          .contains(drivers.churn());
      long pooled = profile.pooled().stream().mapToLong(value -> value.churn().total()).sum();
      assertThat(
              profile.values().stream()
                  .filter(value -> value.value().equals("(other)"))
                  .mapToLong(value -> value.churn().total())
                  .sum())
          .isEqualTo(pooled);
      assertThat(profile.pooled()).allMatch(value -> value.churn().total() < least);
    }
  }

  @Property(tries = 200)
  void countsAreThoseOfAPlainCount(@ForAll("rows") List<Row> rows) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Row row : rows) {
      String label = row.plan().isEmpty() ? "(missing)" : row.plan();
      long[] cell = counts.computeIfAbsent(label, key -> new long[2]);
      cell[0] += row.left() ? 1 : 0;
      cell[1]++;
    }
    AttributeProfile plan = audit(rows, 1).attribute("plan");
    assertThat(plan.values()).hasSameSizeAs(counts.keySet());
    counts.forEach(
        (label, cell) ->
            assertThat(plan.value(label).churn()).isEqualTo(new Proportion(cell[0], cell[1])));
  }

  @Property(tries = 200)
  void theOrderOfRowsChangesNothing(@ForAll("rows") List<Row> rows, @ForAll int seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new Random(seed));
    assertThat(audit(shuffled, 5)).isEqualTo(audit(rows, 5));
  }

  @Property(tries = 200)
  void splittingAValueAtRandomIsNoStrongerByMoreThanItsChance(@ForAll("rows") List<Row> rows) {
    List<Row> merged =
        rows.stream()
            .map(row -> new Row(row.left(), row.plan().equals("b") ? "a" : row.plan(), row.spend()))
            .toList();
    double fine = audit(rows, 1).attribute("plan").cramersV();
    double coarse = audit(merged, 1).attribute("plan").cramersV();
    assertThat(coarse).isLessThanOrEqualTo(fine + ROUNDING);
  }

  @Property(tries = 200)
  void partsSumToTheChange(@ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
    ChurnSample first = sample(before);
    ChurnSample second = sample(after);
    for (InteractionRule rule : InteractionRule.values()) {
      MixShift shift = MixShiftCalculator.withDefaults().with(rule).compare("plan", first, second);
      assertThat(shift.mix() + shift.rates() + shift.interaction())
          .isCloseTo(shift.change(), within(ROUNDING));
      assertThat(shift.change())
          .isCloseTo(second.churn().value() - first.churn().value(), within(ROUNDING));
    }
  }

  @Property(tries = 200)
  void swappedPeriodsTurnTheSigns(
      @ForAll("rows") List<Row> before, @ForAll("rows") List<Row> after) {
    MixShiftCalculator calculator = MixShiftCalculator.withDefaults();
    MixShift there = calculator.compare("plan", sample(before), sample(after));
    MixShift back = calculator.compare("plan", sample(after), sample(before));
    assertThat(back.mix()).isCloseTo(-there.mix(), within(ROUNDING));
    assertThat(back.rates()).isCloseTo(-there.rates(), within(ROUNDING));
  }

  @Property(tries = 200)
  void theSameRatesAreAllMix(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(min = 1, max = 9) int times) {
    Map<String, Proportion> before = sample(rows).churnBy("plan");
    Map<String, Proportion> after = new LinkedHashMap<>(before);
    before.keySet().stream()
        .findFirst()
        .ifPresent(
            value ->
                after.computeIfPresent(
                    value,
                    (key, churn) -> new Proportion(churn.count() * times, churn.total() * times)));
    MixShift shift = MixShiftCalculator.withDefaults().compare(before, after);
    assertThat(shift.rates()).isCloseTo(0, within(ROUNDING));
    assertThat(shift.mix()).isCloseTo(shift.change(), within(ROUNDING));
  }
}
