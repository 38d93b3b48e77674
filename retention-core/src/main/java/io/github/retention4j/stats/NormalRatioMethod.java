package io.github.retention4j.stats;

/** How the interval of a {@link NormalRatio} is made. */
public enum NormalRatioMethod {

  /**
   * As if the ratio itself scattered normally. Fine where the denominator is many standard errors
   * from 0, too narrow and lopsided otherwise.
   */
  DELTA("delta"),

  /**
   * All ratios that a normal test does not speak against. Right also where the denominator is
   * unsure; there is no bounded interval where the denominator cannot be told from 0.
   *
   * @see <a href="https://doi.org/10.1111/j.2517-6161.1954.tb00159.x">Fieller (1954)</a>
   */
  FIELLER("Fieller");

  private final String title;

  NormalRatioMethod(String title) {
    this.title = title;
  }

  /**
   * Returns the name that intervals carry.
   *
   * @return for example {@code Fieller}
   */
  public String title() {
    return title;
  }
}
