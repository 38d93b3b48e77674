package io.github.retention4j.purchase;

/**
 * How covariates act on the beta distribution of the chance to leave, of parameters a and b.
 *
 * @see <a href="http://brucehardie.com/notes/019/">Fader and Hardie (2007), Incorporating
 *     time-invariant covariates into the Pareto/NBD and BG/NBD models</a>
 */
public enum AttritionForm {
  /**
   * Both are multiplied by the same factor, which leaves the mean a / (a + b) as it is and moves
   * how much customers differ: the convention of CLVTools. In reports {@code attrition.name}.
   */
  COMMON_FACTOR("attrition", "attrition"),
  /**
   * Each is multiplied by a factor with coefficients of its own, which also moves the mean: the
   * form of the note of Fader and Hardie. In reports {@code a.name} and {@code b.name}.
   */
  OWN_FACTORS("a", "b");

  private final String leaving;
  private final String staying;

  AttritionForm(String leaving, String staying) {
    this.leaving = leaving;
    this.staying = staying;
  }

  /** What reports call coefficients on a. */
  String leaving() {
    return leaving;
  }

  /** What they call those on b. */
  String staying() {
    return staying;
  }
}
