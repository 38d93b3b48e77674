package io.github.retention4j.segment;

/** How an attribute is tested where so few customers are expected that chi-square is in doubt. */
public enum SmallTables {
  /**
   * An attribute of two values is tested by Fisher's exact test where fewer than 5 customers are
   * expected in a cell, after Cochran's rule; all others by chi-square.
   *
   * @see <a href="https://doi.org/10.2307/3001616">Cochran (1954)</a>
   */
  FISHER_EXACT,

  /** Always by chi-square. */
  CHI_SQUARE
}
