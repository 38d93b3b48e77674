package io.github.retention4j.attention;

/** How the three values are cut, and among whom. */
record RfmBins(ScoreBins recency, ScoreBins frequency, ScoreBins monetary, ScoreNesting nesting) {

  ScoreBins of(RfmDimension dimension) {
    return switch (dimension) {
      case RECENCY -> recency;
      case FREQUENCY -> frequency;
      case MONETARY -> monetary;
    };
  }

  RfmBins with(RfmDimension dimension, ScoreBins own) {
    return switch (dimension) {
      case RECENCY -> new RfmBins(own, frequency, monetary, nesting);
      case FREQUENCY -> new RfmBins(recency, own, monetary, nesting);
      case MONETARY -> new RfmBins(recency, frequency, own, nesting);
    };
  }

  int most() {
    return Math.max(recency.count(), Math.max(frequency.count(), monetary.count()));
  }

  int groupsOfFrequency() {
    return nesting == ScoreNesting.NESTED ? recency.count() : 1;
  }

  int groupsOfMonetary() {
    return nesting == ScoreNesting.NESTED ? recency.count() * frequency.count() : 1;
  }

  /** Returns among which group the frequency of each customer is scored. */
  int[] groups(int[] recencyScores) {
    int[] groups = new int[recencyScores.length];
    for (int row = 0; row < groups.length; row++) {
      groups[row] = nesting == ScoreNesting.NESTED ? recencyScores[row] - 1 : 0;
    }
    return groups;
  }

  /** Returns among which group the money of each customer is scored. */
  int[] groups(int[] recencyScores, int[] frequencyScores) {
    int[] groups = groups(recencyScores);
    if (nesting == ScoreNesting.NESTED) {
      for (int row = 0; row < groups.length; row++) {
        groups[row] = groups[row] * frequency.count() + frequencyScores[row] - 1;
      }
    }
    return groups;
  }
}
