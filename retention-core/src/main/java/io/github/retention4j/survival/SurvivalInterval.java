package io.github.retention4j.survival;

import io.github.retention4j.stats.ConfidenceInterval;

/**
 * The scale on which the interval of a survival S is symmetric, before it is carried back.
 *
 * <p>Below s is the standard error of ln S by Greenwood's sum, and z the half-width in standard
 * errors, 1.96 for 95 %. All are those of R's {@code survfit}. For the share that has left, S is
 * that share, and s its standard error over itself.
 *
 * <p>Source: O. Borgan and K. Liestol, A note on confidence intervals and bands for the survival
 * function based on transformations, Scandinavian Journal of Statistics 17 (1990).
 */
public enum SurvivalInterval {
  /** {@code S +- z s S}, cut off at 0 and 1. Poor for few customers or S near 0 or 1. */
  PLAIN("plain") {
    @Override
    double limit(double survival, double error) {
      return survival + error * survival;
    }
  },

  /** {@code S exp(+- z s)}, cut off at 1. The default of R. */
  LOG("log") {
    @Override
    double limit(double survival, double error) {
      return survival * Math.exp(error);
    }
  },

  /** {@code S^exp(-+ z s / ln S)}: never leaves 0 to 1, and holds its level with few customers. */
  LOG_LOG("log-log") {
    @Override
    double limit(double survival, double error) {
      return Math.pow(survival, Math.exp(error / Math.log(survival)));
    }
  },

  /** {@code logit S +- z s / (1 - S)} carried back: never leaves 0 to 1. */
  LOGIT("logit") {
    @Override
    double limit(double survival, double error) {
      double odds = survival / (1 - survival) * Math.exp(error / (1 - survival));
      return 1 / (1 + 1 / odds);
    }
  },

  /** {@code arcsin sqrt S +- z s / 2 sqrt(S / (1 - S))} carried back. */
  ARCSIN("arcsin") {
    @Override
    double limit(double survival, double error) {
      double angle =
          Math.asin(Math.sqrt(survival)) + error / 2 * Math.sqrt(survival / (1 - survival));
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
      return sine * sine;
    }
  };

  private final String words;

  SurvivalInterval(String words) {
    this.words = words;
  }

  /** Returns the limit that lies an error of ln S, with its sign, away from S, itself in (0, 1). */
  abstract double limit(double survival, double error);

  /** Returns a limit, within 0 and 1; where nothing is known of the spread, S itself. */
  final double cutLimit(double survival, double error) {
    return error == 0 || survival >= 1
        ? survival
        : Math.max(0, Math.min(1, limit(survival, error)));
  }

  final ConfidenceInterval interval(double survival, double error, double level) {
    return new ConfidenceInterval(
        cutLimit(survival, -error), cutLimit(survival, error), level, words);
  }

  /**
   * Returns the name of the scale.
   *
   * @return for example {@code log-log}
   */
  @Override
  public String toString() {
    return words;
  }
}
