package io.github.retention4j.segment;

/**
 * Where the interaction goes: the part of a change that comes of mix and rates changing at once,
 * such as a plan that both grew and got worse.
 */
public enum InteractionRule {
  /**
   * Half to the mix, half to the rates: each is weighed with the mean of the other over both
   * periods. Neither period is preferred, and swapping them only turns the signs.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa (1955)</a>
   */
  HALVED(0.5, 0.5),

  /** A part of its own. Mix is weighed with the rates, and rates with the mix, of before. */
  SEPARATE(0, 0),

  /** To the mix: rates are weighed with the mix of before, mix with the rates of after. */
  TO_MIX(1, 0),

  /** To the rates: mix is weighed with the rates of before, rates with the mix of after. */
  TO_RATES(0, 1);

  private final double shareOfMix;
  private final double shareOfRates;

  InteractionRule(double shareOfMix, double shareOfRates) {
    this.shareOfMix = shareOfMix;
    this.shareOfRates = shareOfRates;
  }

  double shareOfMix() {
    return shareOfMix;
  }

  double shareOfRates() {
    return shareOfRates;
  }

  double shareApart() {
    return 1 - shareOfMix - shareOfRates;
  }
}
