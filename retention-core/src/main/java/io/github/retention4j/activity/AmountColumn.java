package io.github.retention4j.activity;

import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/**
 * The exact amounts that some events have, of one currency: whole numbers of a decimal unit, which
 * gets finer when a finer amount comes. At that unit each amount has at most 18 digits, so that it
 * fits a long.
 */
final class AmountColumn {

  private static final int MOST_DIGITS = 18;
  private static final long NONE = Long.MIN_VALUE;

  private final Currency currency;
  private int scale;
  private long largest;
  private long[] units;

  AmountColumn(Currency currency) {
    this(currency, Money.zero(currency).amount().scale(), 0, new long[0]);
  }

  private AmountColumn(Currency currency, int scale, long largest, long[] units) {
    this.currency = currency;
    this.scale = scale;
    this.largest = largest;
    this.units = units;
  }

  Currency currency() {
    return currency;
  }

  /** Returns the number of decimals of the unit. */
  int scale() {
    return scale;
  }

  boolean has(int event) {
    return event < units.length && units[event] != NONE;
  }

  long unitsAt(int event) {
    return units[event];
  }

  Optional<Money> get(int event) {
    return has(event) ? Optional.of(money(units[event])) : Optional.empty();
  }

  private Money money(long amount) {
    return new Money(currency, BigDecimal.valueOf(amount, scale));
  }

  /**
   * Checks that the amount of an event can be taken.
   *
   * @throws IllegalArgumentException if it is of another currency or needs more digits than there
   *     are
   */
  void check(Event event, Money money) {
    if (!money.currency().equals(currency)) {
      throw new CurrencyMismatchException(
          currency,
          money.currency(),
          "amount of customer " + event.customer() + " on " + event.date());
    }
    if (!fits(money.amount())) {
      throw refused(money, " of customer " + event.customer() + " on " + event.date());
    }
  }

  private boolean fits(BigDecimal amount) {
    int finest = Math.max(scale, amount.scale());
    return fits(amount, finest) && fits(BigDecimal.valueOf(largest, scale), finest);
  }

  private static boolean fits(BigDecimal amount, int scale) {
    return amount.signum() == 0
        || (long) amount.precision() - amount.scale() + scale <= MOST_DIGITS;
  }

  private IllegalArgumentException refused(Money money, String where) {
    return new IllegalArgumentException(
        "amount ("
            + money
            + ")"
            + where
            + " must have at most "
            + MOST_DIGITS
            + " digits at the decimals of all amounts ("
            + Math.max(scale, money.amount().scale())
            + "), as must the largest before it ("
            + money(largest)
            + ")");
  }

  /** Takes an amount that passed the check. */
  void put(int event, Money money) {
    refineTo(money.amount().scale());
    if (event >= units.length) {
      resize(Math.addExact(event + 1, event >> 1));
    }
    set(
        event,
        money.amount().setScale(scale, RoundingMode.UNNECESSARY).unscaledValue().longValue());
  }

  private void set(int event, long amount) {
    units[event] = amount;
    largest = Math.max(largest, Math.abs(amount));
  }

  private void resize(int size) {
    int before = units.length;
    units = Arrays.copyOf(units, size);
    Arrays.fill(units, Math.min(before, size), size, NONE);
  }

  private void refineTo(int newScale) {
    if (newScale <= scale) {
      return;
    }
    if (largest > 0) {
      long factor = factor(newScale - scale);
      for (int event = 0; event < units.length; event++) {
        units[event] = units[event] == NONE ? NONE : units[event] * factor;
      }
      largest *= factor;
    }
    scale = newScale;
  }

  private static long factor(int decimals) {
    return BigDecimal.ONE.scaleByPowerOfTen(decimals).longValueExact();
  }

  /**
   * Takes the amounts of other events, to stand behind those here.
   *
   * @throws IllegalArgumentException if they are of another currency, or all together need more
   *     digits than there are
   */
  void append(int before, AmountColumn other, int events) {
    if (!other.currency.equals(currency)) {
      throw new CurrencyMismatchException(currency, other.currency, "amounts of a part");
    }
    Money theirs = new Money(currency, BigDecimal.valueOf(other.largest, other.scale));
    if (!fits(BigDecimal.valueOf(other.largest, other.scale))) {
      throw refused(theirs, " of a part");
    }
    refineTo(other.scale);
    long factor = other.largest == 0 ? 1 : factor(scale - other.scale);
    if (before + events > units.length) {
      resize(Math.max(before + events, before + (before >> 1)));
    }
    for (int event = 0; event < events; event++) {
      if (other.has(event)) {
        set(before + event, other.units[event] * factor);
      }
    }
  }

  AmountColumn reordered(int[] order) {
    long[] target = new long[order.length];
    Arrays.setAll(target, i -> has(order[i]) ? units[order[i]] : NONE);
    return new AmountColumn(currency, scale, largest, target);
  }
}
