package io.github.retention4j.estimation;

/** How an interval is read from replicates. */
public enum BootstrapInterval {
  /** From the lower to the upper quantile of the replicates. */
  PERCENTILE("bootstrap percentile"),
  /** The same quantiles mirrored at the estimate, which turns a bias round. */
  BASIC("bootstrap basic"),
  /**
   * Quantiles shifted by how many replicates lie below the estimate (bias-corrected); with a
   * jackknife also by how the scatter changes with the value (BCa).
   *
   * @see <a href="https://doi.org/10.1080/01621459.1987.10478410">Efron (1987)</a>
   */
  BIAS_CORRECTED("bootstrap bias-corrected");

  private final String words;

  BootstrapInterval(String words) {
    this.words = words;
  }

  /**
   * Returns the method in words.
   *
   * @return for example {@code bootstrap percentile}
   */
  @Override
  public String toString() {
    return words;
  }
}
