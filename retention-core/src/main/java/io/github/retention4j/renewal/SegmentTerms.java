package io.github.retention4j.renewal;

/** Terms of the geometric model with two segments. */
final class SegmentTerms implements LifetimeTerms {

  private final GeometricTerms first;
  private final GeometricTerms second;
  private final double share;

  SegmentTerms(double theta1, double theta2, double share) {
    this.first = new GeometricTerms(theta1);
    this.second = new GeometricTerms(theta2);
    this.share = share;
  }

  @Override
  public void lost(int period, double[] terms) {
    double[] ofFirst = new double[2];
    double[] ofSecond = new double[2];
    first.lost(period, ofFirst);
    second.lost(period, ofSecond);
    mix(ofFirst, ofSecond, terms);
  }

  @Override
  public void active(int age, double[] terms) {
    double[] ofFirst = new double[2];
    double[] ofSecond = new double[2];
    first.active(age, ofFirst);
    second.active(age, ofSecond);
    mix(ofFirst, ofSecond, terms);
  }

  /** The odds of the first segment weigh the derivatives of both. */
  private void mix(double[] ofFirst, double[] ofSecond, double[] terms) {
    double logFirst = Math.log(share) + ofFirst[0];
    double logSecond = Math.log1p(-share) + ofSecond[0];
    double posterior = 1 / (1 + Math.exp(logSecond - logFirst));
    double larger = Math.max(logFirst, logSecond);
    terms[0] = larger + Math.log1p(Math.exp(Math.min(logFirst, logSecond) - larger));
    terms[1] = posterior * ofFirst[1];
    terms[2] = (1 - posterior) * ofSecond[1];
    terms[3] = posterior / share - (1 - posterior) / (1 - share);
  }
}
