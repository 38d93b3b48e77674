package io.github.retention4j.subscription;

import io.github.retention4j.money.Money;
import io.github.retention4j.subscription.Discount.AmountOff;
import io.github.retention4j.subscription.Discount.FractionOff;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;

/** What subscriptions are worth a month, in units of their own currency. Immutable. */
final class MonthlyPrices {

  private final ChangeCodes codes;
  private final RevenueRules rules;
  private final List<Currency> currencies;
  private final long[] listPrice;
  private final int[] currencyOf;

  MonthlyPrices(SubscriptionLedger ledger, RevenueRules rules) {
    this.codes = ledger.codes();
    this.rules = rules;
    this.currencies = List.copyOf(ledger.currencies());
    this.listPrice = new long[codes.plans()];
    this.currencyOf = new int[codes.plans()];
    for (int plan = 0; plan < listPrice.length; plan++) {
      Money price = codes.plan(plan).price();
      currencyOf[plan] = currencies.indexOf(price.currency());
      listPrice[plan] = isPaid(plan) ? units(plan, price.amount()) : 0;
    }
  }

  boolean isPaid(int plan) {
    return codes.plan(plan).kind() == PlanKind.PAID;
  }

  /** Returns the number of the currency of a plan among those of the ledger. */
  int currency(int plan) {
    return currencyOf[plan];
  }

  /** Returns what the plan is worth on a day, less the discounts that count. */
  long units(SubscriptionState state, int day) {
    if (listPrice[state.plan()] == 0 || !hasDiscount(state, day)) {
      return listPrice[state.plan()];
    }
    BigDecimal share = BigDecimal.ONE;
    BigDecimal off = BigDecimal.ZERO;
    for (int i = 0; i < state.discounts(); i++) {
      if (counts(state, i, day)) {
        if (state.discount(i).reduction() instanceof FractionOff fraction) {
          share = share.multiply(BigDecimal.ONE.subtract(fraction.fraction()));
        } else if (state.discount(i).reduction() instanceof AmountOff amount) {
          off = off.add(amount.amount().amount());
        }
      }
    }
    BigDecimal price = codes.plan(state.plan()).price().amount().multiply(share).subtract(off);
    return units(state.plan(), price.max(BigDecimal.ZERO));
  }

  private boolean hasDiscount(SubscriptionState state, int day) {
    for (int i = 0; i < state.discounts(); i++) {
      if (counts(state, i, day)) {
        return true;
      }
    }
    return false;
  }

  private boolean counts(SubscriptionState state, int discount, int day) {
    int end = state.discountEnd(discount);
    return switch (rules.discounts()) {
      case IGNORED -> false;
      case PERMANENT_ONLY -> end == SubscriptionState.OPEN;
      case ALL -> end > day;
    };
  }

  private long units(int plan, BigDecimal price) {
    Plan terms = codes.plan(plan);
    BigDecimal monthly = rules.normalisation().monthly(price, terms.every(), rules.decimals());
    try {
      return monthly
          .setScale(rules.decimals(), RoundingMode.HALF_UP)
          .unscaledValue()
          .longValueExact();
    } catch (ArithmeticException overflow) {
      throw new IllegalArgumentException(
          "price ("
              + terms
              + ") must be at most "
              + BigDecimal.valueOf(Long.MAX_VALUE, rules.decimals())
              + " a month at "
              + rules.decimals()
              + " decimals; fewer decimals hold more",
          overflow);
    }
  }
}
