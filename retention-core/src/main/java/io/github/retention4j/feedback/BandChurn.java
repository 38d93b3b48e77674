package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.Proportion;
import java.util.Optional;

/**
 * How many of the customers of a score band left.
 *
 * @param band the scores
 * @param left those who left, of the customers of the band; empty if it has none
 */
public record BandChurn(ScoreBand band, Optional<Proportion> left) {

  /**
   * Checks that both are there.
   *
   * @param band the scores
   * @param left those who left, or empty
   */
  public BandChurn {
    requireNonNull(band, "band");
    requireNonNull(left, "left");
  }
}
