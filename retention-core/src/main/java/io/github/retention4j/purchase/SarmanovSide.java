package io.github.retention4j.purchase;

/**
 * One of both rates, with its chance that nothing happens within the mixing time, and how that of
 * some customers differs from the mean, with derivatives. Not thread-safe: holds the last result.
 */
final class SarmanovSide {

  private final double time;

  /** Of all customers. */
  final SarmanovChance mean;

  final double meanByShape;
  final double meanByRate;

  /** Of some customers. */
  SarmanovChance chance;

  /** Their chance less the mean, and its derivatives. */
  double deviation;

  double byShape;
  double byRate;

  SarmanovSide(double shape, double rate, double time) {
    this.time = time;
    mean = SarmanovChance.of(shape, rate, time);
    meanByShape = -Math.log1p(time / rate) * mean.value();
    meanByRate = shape * (time / rate / (rate + time)) * mean.value();
    chance = mean;
  }

  /** Of customers whose rate has a gamma distribution of this shape and rate. */
  void at(double power, double reach) {
    double log = Math.log1p(time / reach);
    chance = new SarmanovChance(Math.exp(-power * log), -Math.expm1(-power * log));
    deviation = chance.value() - mean.value();
    byShape = -log * chance.value() - meanByShape;
    byRate = power * (time / reach / (reach + time)) * chance.value() - meanByRate;
  }
}
