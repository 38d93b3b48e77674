package io.github.retention4j.survival;

/** How customers that left at the same time are counted in the partial likelihood. */
public enum CoxTies {
  /**
   * As if they had left one after the other in unknown order: of d that left at one time, the one
   * counted as number l + 1 leaves from all at risk less the share l / d of those d. Close to
   * exact.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1977.10480613">Efron (1977)</a>
   */
  EFRON("Efron"),
  /**
   * As if each had left from all at risk. Quicker to explain, drawn towards 0 with many ties.
   *
   * @see <a href="https://doi.org/10.2307/2529620">Breslow (1974)</a>
   */
  BRESLOW("Breslow");

  private final String words;

  CoxTies(String words) {
    this.words = words;
  }

  /**
   * Returns the name of the method.
   *
   * @return for example {@code Efron}
   */
  @Override
  public String toString() {
    return words;
  }
}
