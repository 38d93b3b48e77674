package io.github.retention4j.feedback;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A scale cut into bands, from low scores to high, without gaps.
 *
 * @param bands two or more, each starting where the one before ends
 */
public record ScoreBands(List<ScoreBand> bands) {

  /**
   * Copies and checks the bands.
   *
   * @param bands two or more
   * @throws IllegalArgumentException if there are fewer than two, or one does not start where the
   *     one before ends
   */
  public ScoreBands {
    bands = List.copyOf(bands);
    if (bands.size() < 2) {
      throw new IllegalArgumentException("bands (" + bands + ") must be two or more");
    }
    for (int i = 1; i < bands.size(); i++) {
      if (bands.get(i).lowest() - 1L != bands.get(i - 1).highest()) {
        throw new IllegalArgumentException(
            "band (" + bands.get(i) + ") must start after the end of " + bands.get(i - 1));
      }
    }
  }

  /**
   * Returns the bands of the Net Promoter Score.
   *
   * @return detractors 0 to 6, passives 7 and 8, promoters 9 and 10
   */
  public static ScoreBands netPromoter() {
    return new ScoreBands(
        List.of(
            new ScoreBand("detractors", 0, 6),
            new ScoreBand("passives", 7, 8),
            new ScoreBand("promoters", 9, 10)));
  }

  /**
   * Returns a band for each score.
   *
   * @param scale the scale
   * @return as many bands as scores
   */
  public static ScoreBands eachScoreOf(ScoreScale scale) {
    return new ScoreBands(
        IntStream.rangeClosed(scale.lowest(), scale.highest())
            .mapToObj(score -> new ScoreBand("score " + score, score, score))
            .toList());
  }

  /** Checks that the bands are made for a scale. */
  void requireScale(ScoreScale scale) {
    int lowest = bands.get(0).lowest();
    int highest = bands.get(bands.size() - 1).highest();
    if (lowest != scale.lowest() || highest != scale.highest()) {
      throw new IllegalArgumentException(
          "bands (" + lowest + ".." + highest + ") must span the scale of the answers, " + scale);
    }
  }

  /** Returns which band a score is in. */
  int indexOf(int score) {
    return IntStream.range(0, bands.size())
        .filter(i -> bands.get(i).contains(score))
        .findFirst()
        .orElseThrow();
  }
}
