package io.github.retention4j.subscription;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** The rates of one currency in the order of their days, each known by its number. */
final class RateTable {

  /** No rate holds yet. */
  static final int NONE = -1;

  private static final int MOST_DECIMALS_OF_A_LONG = 18;

  private final Currency currency;
  private final List<LocalDate> from;
  private final List<BigDecimal> rates;
  private final long[] unscaled;
  private final long[] divisor;

  RateTable(Currency currency, List<LocalDate> from, List<BigDecimal> rates) {
    this.currency = currency;
    this.from = from;
    this.rates = rates;
    this.unscaled = new long[rates.size()];
    this.divisor = new long[rates.size()];
    for (int i = 0; i < unscaled.length; i++) {
      setFactors(i, rates.get(i));
    }
  }

  /** Has a rate as a fraction of two longs where it fits them; a divisor of 0 says it does not. */
  private void setFactors(int rate, BigDecimal value) {
    boolean fits =
        value.precision() <= MOST_DECIMALS_OF_A_LONG
            && value.scale() >= 0
            && value.scale() <= MOST_DECIMALS_OF_A_LONG;
    unscaled[rate] = fits ? value.unscaledValue().longValueExact() : 0;
    divisor[rate] = fits ? BigDecimal.ONE.scaleByPowerOfTen(value.scale()).longValueExact() : 0;
  }

  Currency currency() {
    return currency;
  }

  /** Returns the number of the rate in force on a day, or {@link #NONE}. */
  int at(LocalDate day) {
    int rate = NONE;
    while (rate + 1 < from.size() && !from.get(rate + 1).isAfter(day)) {
      rate++;
    }
    return rate;
  }

  /**
   * Converts an amount of zero or more, rounded half up.
   *
   * @throws ArithmeticException if the result does not fit a long
   */
  long convert(long units, int rate) {
    long factor = unscaled[rate];
    long product = units * factor;
    if (divisor[rate] == 0 || Math.multiplyHigh(units, factor) != 0 || product < 0) {
      return exactly(units, rates.get(rate));
    }
    long quotient = product / divisor[rate];
    long rest = product % divisor[rate];
    return rest >= divisor[rate] - rest ? quotient + 1 : quotient;
  }

  private static long exactly(long units, BigDecimal rate) {
    return BigDecimal.valueOf(units)
        .multiply(rate)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }
}
