package io.github.retention4j.report;

import io.github.retention4j.money.MonetaryEstimate;
import java.util.Currency;

/** What the values of a heatmap are, and how they are written. */
sealed interface HeatUnit {

  /** Returns a round end of the scale, at or past a value that is 0 or more. */
  double roundEnd(double largest);

  /** Returns how many digits after the point a cell shows on a scale with that end. */
  int digits(double end);

  /** Returns a value as it stands in a cell, without its unit. */
  String inCell(Numbers numbers, double value, int digits);

  /** Returns a value as it is told in words, with its unit. */
  String exact(Numbers numbers, double value, int digits);

  /** Returns a value as it stands at the scale. */
  String atScale(Numbers numbers, double value, int mostDigits);

  /** Returns a value for whose number there must be room in a cell, whatever the others are. */
  double mustFit();

  /** Shares, in per cent. */
  enum Share implements HeatUnit {
    /** The only one. */
    INSTANCE;

    @Override
    public double roundEnd(double largest) {
      return largest == 0 ? 1 : Math.min(1, Ticks.around(0, largest, 5).last());
    }

    @Override
    public int digits(double end) {
      return end > 0.1 ? 0 : end > 0.01 ? 1 : 2;
    }

    @Override
    public String inCell(Numbers numbers, double value, int digits) {
      return numbers.percentValue(value, digits);
    }

    @Override
    public String exact(Numbers numbers, double value, int digits) {
      return numbers.percent(value, digits + 1);
    }

    @Override
    public String atScale(Numbers numbers, double value, int mostDigits) {
      return numbers.shortest(100 * value, mostDigits) + "\u00A0%";
    }

    @Override
    public double mustFit() {
      return 1;
    }
  }

  /**
   * Money, in a currency or in thousands or more of it.
   *
   * @param currency the currency
   * @param scale how many units are one
   */
  record Amount(Currency currency, MoneyScale scale) implements HeatUnit {

    @Override
    public double roundEnd(double largest) {
      return largest == 0 ? 1 : Ticks.around(0, largest, 5).last();
    }

    @Override
    public int digits(double end) {
      double shown = end / scale.size();
      return shown > 100 ? 0 : shown > 10 ? 1 : 2;
    }

    @Override
    public String inCell(Numbers numbers, double value, int digits) {
      return numbers.decimal(value / scale.size(), digits);
    }

    @Override
    public String exact(Numbers numbers, double value, int digits) {
      return numbers.money(new MonetaryEstimate(currency, value));
    }

    @Override
    public String atScale(Numbers numbers, double value, int mostDigits) {
      return numbers.shortest(value / scale.size(), mostDigits);
    }

    @Override
    public double mustFit() {
      return 0;
    }
  }
}
