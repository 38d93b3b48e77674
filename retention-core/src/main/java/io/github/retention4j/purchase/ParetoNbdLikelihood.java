package io.github.retention4j.purchase;

/**
 * The log-likelihood of one history and its derivatives. Not thread-safe: holds the last result.
 */
final class ParetoNbdLikelihood {

  private final ParetoNbdDropout dropout;

  /** The chance to have left, and that not to. */
  double left;

  double stays;

  double value;
  double byR;
  double byAlpha;
  double byS;
  double byBeta;

  ParetoNbdLikelihood() {
    this(new ParetoNbdDropout());
  }

  /** Takes the integral that it computes, of which more can then be asked. */
  ParetoNbdLikelihood(ParetoNbdDropout dropout) {
    this.dropout = dropout;
  }

  /**
   * Computes all of the above.
   *
   * @param rising what depends on x and r alone
   */
  void at(Rising rising, double alpha, double s, double beta, double recency, double age) {
    double m = rising.r() + rising.x();
    dropout.at(m, alpha, s, beta, recency, age);
    double odds = Math.exp(-Math.abs(dropout.logOdds));
    left = (dropout.logOdds > 0 ? 1 : odds) / (1 + odds);
    stays = (dropout.logOdds > 0 ? odds : 1) / (1 + odds);
    double logAlpha = Math.log1p(age / alpha);
    double logBeta = Math.log1p(age / beta);
    value =
        rising.log()
            - rising.r() * logAlpha
            - rising.x() * Math.log(alpha + age)
            - s * logBeta
            + Math.max(0, dropout.logOdds)
            + Math.log1p(odds);
    byR = rising.slope() - logAlpha + left * dropout.byR;
    byAlpha = (rising.r() * age / alpha - rising.x()) / (alpha + age) + left * dropout.byAlpha;
    byS = -logBeta + left * dropout.byS;
    byBeta = s * age / beta / (beta + age) + left * dropout.byBeta;
  }
}
