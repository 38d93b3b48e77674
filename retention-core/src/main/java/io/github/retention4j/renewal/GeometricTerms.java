package io.github.retention4j.renewal;

/** Terms of the geometric model. */
final class GeometricTerms implements LifetimeTerms {

  private final double theta;

  GeometricTerms(double theta) {
    this.theta = theta;
  }

  @Override
  public void lost(int period, double[] terms) {
    active(period - 1, terms);
    terms[0] += Math.log(theta);
    terms[1] += 1 / theta;
  }

  @Override
  public void active(int age, double[] terms) {
    terms[0] = age * Math.log1p(-theta);
    terms[1] = -age / (1 - theta);
  }
}
