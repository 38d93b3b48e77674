package io.github.retention4j.feedback;

import io.github.retention4j.stats.Proportion;

/**
 * Which end of the scale of effort is the good one. Surveys differ; the scores alone do not say.
 */
public enum EffortOrientation {
  /**
   * "The company made it easy for me", 1 to 7: a high score is little effort. The later wording.
   */
  HIGH_IS_EASY("high is easy") {
    @Override
    Proportion easy(ScoreCounts scores, int count) {
      return scores.top(count);
    }
  },
  /**
   * "How much effort did you have to put forth", 1 to 5 in its first form: a high score is much
   * effort.
   *
   * @see <a href="https://hbr.org/2010/07/stop-trying-to-delight-your-customers">Dixon, Freeman and
   *     Toman (2010)</a>
   */
  HIGH_IS_HARD("high is hard") {
    @Override
    Proportion easy(ScoreCounts scores, int count) {
      return scores.bottom(count);
    }
  };

  private final String words;

  EffortOrientation(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** Returns the share of the scores nearest the easy end. */
  abstract Proportion easy(ScoreCounts scores, int count);
}
