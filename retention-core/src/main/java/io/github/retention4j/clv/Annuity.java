package io.github.retention4j.clv;

/** The geometric sum behind every closed formula. */
final class Annuity {

  private Annuity() {}

  /**
   * Returns {@code 1 + q + ... + q^(terms - 1)} with q = retention * (1 + growth) / (1 + discount),
   * for an endless sum (infinitely many terms) 1 / (1 - q), which is infinite from q = 1 on.
   *
   * <p>Worked from 1 - q = ((1 - retention) + discount - retention * growth) / (1 + discount),
   * which loses no digits where q is near 1; 1 - q^terms does not cancel in {@code expm1}.
   */
  static double sum(double retention, double growth, double discount, double terms) {
    double loss = ((1 - retention) + discount - retention * growth) / (1 + discount);
    return loss == 0 ? terms : -Math.expm1(terms * Math.log1p(-loss)) / loss;
  }
}
