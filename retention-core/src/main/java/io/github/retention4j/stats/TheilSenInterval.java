package io.github.retention4j.stats;

/**
 * How the interval of {@link TheilSenSlope} is made. Both are from one ordered slope to another, as
 * far from the ends as the Mann-Kendall S may be from 0 by chance.
 */
public enum TheilSenInterval {
  /**
   * Sen's: the slopes b for which the values less b times their times show no trend. By the exact
   * distribution of S up to 50 values, by the normal one with continuity correction beyond; ties
   * among times are allowed for. Equal values need nothing, for less b times their times they
   * differ.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1968.10480934">Sen (1968)</a>
   */
  SEN,

  /**
   * The normal distribution, without continuity correction, with a variance made smaller for ties
   * among values too. Narrower, and always there; what {@code scipy.stats.theilslopes} does.
   */
  TIE_CORRECTED
}
