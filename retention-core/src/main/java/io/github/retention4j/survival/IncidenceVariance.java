package io.github.retention4j.survival;

/**
 * The variance of a cumulative incidence, carried on from time to time together with that of the
 * share still active and the covariance of both; see {@link CumulativeIncidence}.
 */
final class IncidenceVariance {

  private double ofIncidence;
  private double covariance;
  private double ofActive;

  /**
   * Goes one time further.
   *
   * @param before the share still active before it
   * @param share the share of those at risk that leaves for the reason
   * @param lost those that leave for whatever reason
   * @param atRisk those at risk
   * @param after the share still active after it, exactly 0 if no one is left
   */
  void step(double before, double share, double lost, double atRisk, double after) {
    double spared = after == 0 ? 0 : (atRisk - lost) / atRisk;
    double square = before * before / atRisk;
    ofIncidence += 2 * share * covariance + share * share * ofActive + square * share * (1 - share);
    covariance = spared * (covariance + share * ofActive - square * share);
    ofActive = spared * (spared * ofActive + square * (1 - spared));
  }

  double ofIncidence() {
    return ofIncidence;
  }
}
