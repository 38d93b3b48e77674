package io.github.retention4j.revenue;

import io.github.retention4j.money.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Makes the periods of a bridge of their sums. */
record BridgeRows(RevenueShape shape, BridgeCut cut, BridgeSums sums) {

  /** Returns the movement of a slot. */
  static RevenueMovement movement(int slot) {
    return switch (slot) {
      case MovementWalk.NEW -> RevenueMovement.NEW;
      case MovementWalk.REACTIVATION -> RevenueMovement.REACTIVATION;
      case MovementWalk.EXPANSION -> RevenueMovement.EXPANSION;
      case MovementWalk.CONTRACTION -> RevenueMovement.CONTRACTION;
      case MovementWalk.FOREIGN_EXCHANGE -> RevenueMovement.FOREIGN_EXCHANGE;
      default -> RevenueMovement.CHURN;
    };
  }

  List<RevenueBridgePeriod> toList() {
    List<RevenueBridgePeriod> periods = new ArrayList<>();
    Money opening = shape.money(sums.openingAmount());
    long customers = sums.openingCount();
    for (int period = 0; period < cut.size(); period++) {
      RevenueBridgePeriod next = period(period, opening, customers);
      periods.add(next);
      opening = next.revenue().closing();
      customers = next.customers().closing();
    }
    return List.copyOf(periods);
  }

  private RevenueBridgePeriod period(int period, Money opening, long customers) {
    List<LossByReason> losses =
        Arrays.stream(LossReason.values()).map(reason -> loss(period, reason)).toList();
    Money churn =
        losses.stream()
            .map(LossByReason::revenue)
            .reduce(Money.zero(shape.currency()), Money::plus);
    RevenueMovements revenue =
        new RevenueMovements(
            opening,
            amount(period, MovementWalk.NEW),
            amount(period, MovementWalk.REACTIVATION),
            amount(period, MovementWalk.EXPANSION),
            amount(period, MovementWalk.CONTRACTION),
            churn,
            amount(period, MovementWalk.FOREIGN_EXCHANGE));
    CustomerHeads heads =
        new CustomerHeads(
            customers,
            sums.count(period, MovementWalk.NEW),
            sums.count(period, MovementWalk.REACTIVATION),
            sums.count(period, MovementWalk.EXPANSION),
            sums.count(period, MovementWalk.CONTRACTION),
            losses.stream().mapToLong(LossByReason::customers).sum(),
            sums.count(period, MovementWalk.FOREIGN_EXCHANGE));
    int at = cut.first() + period;
    return new RevenueBridgePeriod(
        cut.axis().label(at), cut.axis().range(at), revenue, heads, losses);
  }

  private LossByReason loss(int period, LossReason reason) {
    int slot = MovementWalk.CHURN + reason.code();
    return new LossByReason(reason, amount(period, slot), sums.count(period, slot));
  }

  private Money amount(int period, int slot) {
    BigInteger units = sums.amount(period, slot);
    return shape.money(units);
  }
}
