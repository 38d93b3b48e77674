package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.activity.Work;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RevenueProperties {

  /** Sums of a few shares near 1. */
  private static final double ROUNDING = 1e-12;

  @Provide
  Arbitrary<RevenueGrid> monthly() {
    return RandomRevenue.onMonths();
  }

  @Provide
  Arbitrary<RevenueGrid> daily() {
    return RandomRevenue.onDays();
  }

  @Provide
  Arbitrary<RevenueGrid> grids() {
    return Arbitraries.oneOf(monthly(), daily());
  }

  @Provide
  Arbitrary<Integer> windows() {
    return Arbitraries.of(-1, 0, 1, 20, 35, 60);
  }

  private static ReactivationWindow window(int days) {
    if (days < 0) {
      return ReactivationWindow.anyGap();
    }
    return days == 0 ? ReactivationWindow.never() : ReactivationWindow.within(days);
  }

  private static OptionalLong slowWindow(int days) {
    return days < 0 ? OptionalLong.empty() : OptionalLong.of(days);
  }

  private static Money money(BigDecimal amount) {
    return new Money(RandomRevenue.USD, amount);
  }

  @Property(tries = 300)
  void theBridgeIsThatOfTheCloses(@ForAll("grids") RevenueGrid grid, @ForAll("windows") int days) {
    RevenueBridge bridge =
        RevenueBridgeCalculator.withDefaults().with(window(days)).calculate(grid);
    List<Integer> bridged = RandomRevenue.bridged(grid);
    assertThat(bridge.periods()).hasSize(bridged.size());
    for (int i = 0; i < bridged.size(); i++) {
      RevenueBridgePeriod period = bridge.periods().get(i);
      SlowBridge slow = new SlowBridge(grid, bridged.get(i), slowWindow(days));
      assertThat(period.label()).isEqualTo(grid.axis().label(bridged.get(i)));
      for (RevenueMovement movement : RevenueMovement.values()) {
        assertThat(period.revenue().amount(movement)).isEqualTo(slow.money(movement));
        assertThat(period.customers().count(movement))
            .isEqualTo(slow.counts.getOrDefault(movement, 0).longValue());
      }
      for (LossReason reason : LossReason.values()) {
        assertThat(period.lost(reason).revenue())
            .isEqualTo(money(slow.losses.getOrDefault(reason, BigDecimal.ZERO)));
      }
    }
  }

  @Property(tries = 300)
  void openingAndMovementsAreTheClosing(@ForAll("grids") RevenueGrid grid) {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
    List<Integer> bridged = RandomRevenue.bridged(grid);
    for (int i = 0; i < bridged.size(); i++) {
      RevenueBridgePeriod period = bridge.periods().get(i);
      assertThat(period.revenue().opening())
          .isEqualTo(money(SlowBridge.total(grid, bridged.get(i) - 1)));
      assertThat(period.revenue().closing())
          .isEqualTo(money(SlowBridge.total(grid, bridged.get(i))));
      assertThat(period.customers().opening())
          .isEqualTo(SlowBridge.heads(grid, bridged.get(i) - 1));
      assertThat(period.customers().closing()).isEqualTo(SlowBridge.heads(grid, bridged.get(i)));
      Money sum = period.revenue().opening();
      for (RevenueMovement movement : RevenueMovement.values()) {
        sum = sum.plus(period.revenue().amount(movement).times(movement.sign()));
      }
      assertThat(period.revenue().closing()).isEqualTo(sum);
    }
  }

  @Property(tries = 100)
  void membersAreAsManyAsCounted(@ForAll("monthly") RevenueGrid grid) {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
    for (int period = 0; period < bridge.periods().size(); period++) {
      for (RevenueMovement movement : RevenueMovement.values()) {
        List<MovedRevenue> members = bridge.members(period, movement);
        RevenueBridgePeriod whole = bridge.periods().get(period);
        assertThat((long) members.size()).isEqualTo(whole.customers().count(movement));
        Money sum =
            members.stream()
                .map(MovedRevenue::amount)
                .reduce(Money.zero(RandomRevenue.USD), Money::plus);
        assertThat(sum).isEqualTo(whole.revenue().amount(movement));
      }
    }
  }

  @Property(tries = 100)
  void customersSumToTheWhole(@ForAll("monthly") RevenueGrid grid) {
    RevenueBridge bridge = RevenueBridgeCalculator.withDefaults().calculate(grid);
    Optional<RevenueBridgePeriod> total = bridge.total();
    for (RevenueMovement movement : RevenueMovement.values()) {
      Money sum = Money.zero(RandomRevenue.USD);
      for (CustomerId customer : grid.customers()) {
        Optional<RevenueBridgePeriod> own = bridge.of(customer).orElseThrow().total();
        sum = sum.plus(amount(own, movement));
      }
      assertThat(sum).isEqualTo(amount(total, movement));
    }
  }

  private static Money amount(Optional<RevenueBridgePeriod> total, RevenueMovement movement) {
    return total
        .map(period -> period.revenue().amount(movement))
        .orElse(Money.zero(RandomRevenue.USD));
  }

  @Property(tries = 100)
  void threadsChangeNothing(
      @ForAll("grids") RevenueGrid grid, @ForAll @IntRange(min = 2, max = 5) int threads) {
    RevenueBridgeCalculator calculator = RevenueBridgeCalculator.withDefaults();
    assertThat(calculator.calculate(grid, grid.axis(), Work.onThreads(threads)).periods())
        .isEqualTo(calculator.calculate(grid).periods());
  }

  /** Net of months is the bridge of what held at the close of each month. */
  @Property(tries = 150)
  void netOfLongerPeriodsIsTheBridgeOfTheirCloses(@ForAll("daily") RevenueGrid grid) {
    PeriodAxis months = PeriodAxis.months(RandomRevenue.DAYS);
    Optional<RevenueGrid> rolled = rolledUp(grid, months);
    if (rolled.isEmpty()) {
      return;
    }
    RevenueBridge bridge =
        RevenueBridgeCalculator.withDefaults().calculate(grid, months, Work.inThisThread());
    assertThat(bridge.periods())
        .isEqualTo(RevenueBridgeCalculator.withDefaults().calculate(rolled.get()).periods());
    RevenueBridge every =
        RevenueBridgeCalculator.withDefaults()
            .with(MovementCounting.EVERY_MOVEMENT)
            .calculate(grid, months, Work.inThisThread());
    assertThat(every.periods()).hasSameSizeAs(bridge.periods());
    for (int i = 0; i < every.periods().size(); i++) {
      RevenueBridgePeriod all = every.periods().get(i);
      RevenueBridgePeriod net = bridge.periods().get(i);
      assertThat(all.revenue().opening()).isEqualTo(net.revenue().opening());
      assertThat(all.revenue().closing()).isEqualTo(net.revenue().closing());
      assertThat(all.customers().closing()).isEqualTo(net.customers().closing());
      assertThat(all.customers().churned()).isGreaterThanOrEqualTo(net.customers().churned());
    }
  }

  private static Optional<RevenueGrid> rolledUp(RevenueGrid grid, PeriodAxis axis) {
    try {
      RevenueGrid rolled = grid.rolledUpTo(axis);
      for (int row = 0; row < rolled.rows(); row++) {
        int there = grid.rowOf(rolled.customer(row)).orElseThrow();
        for (int period = 0; period < rolled.completePeriods(); period++) {
          int last = grid.axis().periodOf(axis.range(period).last());
          assertThat(rolled.unitsAt(row, period)).isEqualTo(grid.unitsAt(there, last));
        }
      }
      return Optional.of(rolled);
    } catch (IllegalArgumentException nobodyAtAnyClose) {
      assertThat(nobodyAtAnyClose).hasMessage("customers (0) with revenue must be at least one");
      return Optional.empty();
    }
  }

  @Property(tries = 200)
  void splitAndMergeChangeNothing(@ForAll("grids") RevenueGrid grid, @ForAll long seed) {
    List<RevenueGrid> parts = List.copyOf(grid.split(segments(grid, seed)).values());
    assertThat(RevenueGrid.merge(parts)).isEqualTo(grid);
    List<RevenueGrid> backwards = new ArrayList<>(parts);
    java.util.Collections.reverse(backwards);
    assertThat(RevenueGrid.merge(backwards)).isEqualTo(grid);
    assertThat(RevenueGrid.fromBytes(grid.toBytes())).isEqualTo(grid);
  }

  private static Segmentation segments(RevenueGrid grid, long seed) {
    Random random = new Random(seed);
    Map<CustomerId, String> segments = new HashMap<>();
    for (CustomerId customer : grid.customers()) {
      segments.put(customer, "part " + random.nextInt(3));
    }
    return new Segmentation("part", segments);
  }

  @Property(tries = 200)
  void retentionIsThatOfTheCloses(
      @ForAll("monthly") RevenueGrid grid, @ForAll @IntRange(min = 1, max = 3) int periods) {
    RevenueRetentionCalculator over =
        RevenueRetentionCalculator.withDefaults().over(periods).with(ExchangeTreatment.INCLUDED);
    List<RevenueRetention> nets = over.calculate(grid);
    List<RevenueRetention> grosses =
        over.with(RevenueRetentionDefinition.GROSS_PER_CUSTOMER).calculate(grid);
    int next = 0;
    for (int then = grid.firstPeriod() - 1; then + periods < grid.completePeriods(); then++) {
      BigDecimal opening = SlowBridge.total(grid, then);
      if (opening.signum() == 0) {
        continue;
      }
      BigDecimal net = BigDecimal.ZERO;
      BigDecimal gross = BigDecimal.ZERO;
      for (int row = 0; row < grid.rows(); row++) {
        if (grid.unitsAt(row, then) > 0) {
          BigDecimal now = BigDecimal.valueOf(grid.unitsAt(row, then + periods), 1);
          net = net.add(now);
          gross = gross.add(now.min(BigDecimal.valueOf(grid.unitsAt(row, then), 1)));
        }
      }
      assertThat(nets.get(next).kept()).isEqualTo(money(net));
      assertThat(grosses.get(next).kept()).isEqualTo(money(gross));
      assertThat(nets.get(next).opening()).isEqualTo(money(opening));
      assertThat(nets.get(next).logos().orElseThrow().total())
          .isEqualTo(SlowBridge.heads(grid, then));
      next++;
    }
    assertThat(nets).hasSize(next);
  }

  @Property(tries = 200)
  void grossIsAtMostOneAndAtMostNet(
      @ForAll("monthly") RevenueGrid grid,
      @ForAll @IntRange(min = 1, max = 3) int periods,
      @ForAll ExchangeTreatment exchange) {
    RevenueRetentionCalculator net =
        RevenueRetentionCalculator.withDefaults().over(periods).with(exchange);
    List<RevenueRetention> nets = net.calculate(grid);
    List<RevenueRetention> perCustomer =
        net.with(RevenueRetentionDefinition.GROSS_PER_CUSTOMER).calculate(grid);
    List<RevenueRetention> ofTotals =
        net.with(RevenueRetentionDefinition.GROSS_OF_TOTALS).calculate(grid);
    List<RevenueRetention> byMovements =
        net.with(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS).calculate(grid);
    for (int i = 0; i < nets.size(); i++) {
      double value = nets.get(i).value();
      assertThat(perCustomer.get(i).value()).isBetween(0.0, Math.min(1, value));
      assertThat(ofTotals.get(i).value()).isEqualTo(Math.min(1, value));
      assertThat(byMovements.get(i).value()).isLessThanOrEqualTo(1);
      holdsItsValue(nets.get(i));
      holdsItsValue(perCustomer.get(i));
      holdsItsValue(ofTotals.get(i));
    }
  }

  private static void holdsItsValue(RevenueRetention rate) {
    assertThat(rate.interval().isPresent()).isEqualTo(rate.whyNoInterval().isEmpty());
    rate.interval().ifPresent(interval -> assertThat(interval.contains(rate.value())).isTrue());
  }

  /** Over one period, net retention without exchange is the same by customers and by movements. */
  @Property(tries = 200)
  void overOnePeriodMovementsTellTheSame(@ForAll("monthly") RevenueGrid grid) {
    List<RevenueRetention> same = RevenueRetentionCalculator.withDefaults().calculate(grid);
    List<RevenueRetention> movements =
        RevenueRetentionCalculator.withDefaults()
            .with(RevenueRetentionDefinition.NET_BY_MOVEMENTS)
            .calculate(grid);
    assertThat(movements).extracting(RevenueRetention::kept).isEqualTo(kept(same));
    List<RevenueRetention> gross =
        RevenueRetentionCalculator.withDefaults()
            .with(RevenueRetentionDefinition.GROSS_BY_MOVEMENTS)
            .calculate(grid);
    List<RevenueRetention> perCustomer =
        RevenueRetentionCalculator.withDefaults()
            .with(RevenueRetentionDefinition.GROSS_PER_CUSTOMER)
            .calculate(grid);
    assertThat(gross).extracting(RevenueRetention::kept).isEqualTo(kept(perCustomer));
  }

  private static List<Money> kept(List<RevenueRetention> rates) {
    return rates.stream().map(RevenueRetention::kept).toList();
  }

  @Property(tries = 150)
  void retentionOfPartsPoolsToTheWhole(
      @ForAll("monthly") RevenueGrid grid,
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 2) int periods) {
    RevenueRetentionCalculator over = RevenueRetentionCalculator.withDefaults().over(periods);
    List<RevenueRetention> parts = new ArrayList<>();
    grid.split(segments(grid, seed)).values().forEach(part -> parts.addAll(over.calculate(part)));
    for (RevenueRetention whole : over.calculate(grid)) {
      Money opening = Money.zero(RandomRevenue.USD);
      Money kept = opening;
      double weighted = 0;
      for (RevenueRetention part : parts) {
        if (part.days().equals(whole.days())) {
          opening = opening.plus(part.opening());
          kept = kept.plus(part.kept());
          weighted += part.value() * part.opening().amount().doubleValue();
        }
      }
      assertThat(whole.opening()).isEqualTo(opening);
      assertThat(whole.kept()).isEqualTo(kept);
      assertThat(whole.value())
          .isCloseTo(weighted / opening.amount().doubleValue(), within(ROUNDING));
    }
  }

  /** A cohort keeps what its customers, looked at alone, keep. */
  @Property(tries = 150)
  void aCohortIsTheRetentionOfItsCustomers(@ForAll("monthly") RevenueGrid grid) {
    RevenueCohortTable table = RevenueCohortTable.of(grid);
    for (int row = 0; row < table.cohorts().size(); row++) {
      int start = grid.axis().periodOf(table.cohorts().get(row).days().start());
      RevenueGrid members = members(grid, start);
      for (int age = 1; start + age < grid.completePeriods(); age++) {
        RevenueRetention cell = table.cell(row, age).observed().orElseThrow().net();
        RevenueRetention slow = window(members, age, start + age);
        assertThat(cell.kept()).isEqualTo(slow.kept());
        assertThat(cell.logos()).isEqualTo(slow.logos());
        assertThat(cell.days()).isEqualTo(slow.days());
        assertThat(width(cell)).isCloseTo(width(slow), within(1e-6));
      }
      for (int age = grid.completePeriods() - start; age < table.ages(row); age++) {
        assertThat(table.cell(row, age).observed()).isEmpty();
      }
    }
  }

  private static double width(RevenueRetention rate) {
    return rate.interval().map(interval -> interval.width()).orElse(0.0);
  }

  private static RevenueRetention window(RevenueGrid members, int age, int last) {
    return RevenueRetentionCalculator.withDefaults().over(age).calculate(members).stream()
        .filter(rate -> rate.days().orElseThrow().last().equals(members.axis().range(last).last()))
        .findFirst()
        .orElseThrow();
  }

  private static RevenueGrid members(RevenueGrid grid, int start) {
    RevenueGridBuilder builder = new RevenueGridBuilder(grid.shape());
    for (int row = 0; row < grid.rows(); row++) {
      boolean former = grid.steps().formerSince(row) != RevenueSteps.NEVER;
      if (!former && grid.steps().periods[grid.steps().rowStart[row]] == start) {
        builder.copyRow(grid.keys(), grid.steps(), row);
      }
    }
    return builder.grid();
  }

  @Property(tries = 50)
  void currenciesNeverMix(@ForAll("monthly") RevenueGrid grid) {
    RevenueShape shape = grid.shape();
    RevenueShape euros =
        new RevenueShape(
            shape.axis(),
            shape.observationEndExclusive(),
            Currency.getInstance("EUR"),
            shape.decimals(),
            shape.firstPeriod());
    RevenueGrid other = new RevenueGrid(euros, grid.keys(), grid.steps());
    assertThatThrownBy(() -> RevenueGrid.merge(List.of(grid, other)))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  /** Two keys of one customer are one customer, whichever key had what. */
  @Property(tries = 150)
  void anAliasAddsToItsCustomer(@ForAll("monthly") RevenueGrid grid) {
    if (grid.rows() < 2) {
      return;
    }
    CustomerId alias = grid.customer(0);
    CustomerId customer = grid.customer(1);
    RevenueGrid one = grid.with(CustomerAliases.of(Map.of(alias, customer)));
    assertThat(one.rowOf(alias)).isEmpty();
    int row = one.rowOf(customer).orElseThrow();
    for (int period = -1; period < grid.axis().size(); period++) {
      assertThat(one.unitsAt(row, period))
          .isEqualTo(grid.unitsAt(0, period) + grid.unitsAt(1, period));
      assertThat(SlowBridge.total(one, period)).isEqualTo(SlowBridge.total(grid, period));
    }
  }
}
