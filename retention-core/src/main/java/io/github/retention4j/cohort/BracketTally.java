package io.github.retention4j.cohort;

import java.util.Arrays;
import java.util.List;

/** Each bracket with an active period counts once. */
final class BracketTally implements Tally {

  private static final int NONE = -1;

  private final List<AgeBracket> brackets;
  private final int[] bracketOfAge;

  private BracketTally(List<AgeBracket> brackets, int[] bracketOfAge) {
    this.brackets = brackets;
    this.bracketOfAge = bracketOfAge;
  }

  static BracketTally of(List<AgeBracket> brackets, int axisSize) {
    int[] bracketOfAge = new int[axisSize];
    Arrays.fill(bracketOfAge, NONE);
    for (int bracket = 0; bracket < brackets.size(); bracket++) {
      int first = Math.min(axisSize, brackets.get(bracket).first());
      int end = (int) Math.min(axisSize, brackets.get(bracket).last() + 1L);
      Arrays.fill(bracketOfAge, first, end, bracket);
    }
    return new BracketTally(brackets, bracketOfAge);
  }

  @Override
  public int columns(int room) {
    return brackets.size();
  }

  @Override
  public int columnOf(int age) {
    return bracketOfAge[age];
  }

  @Override
  public int lastAge(int column) {
    return brackets.get(column).last();
  }

  @Override
  public String label(int column) {
    return brackets.get(column).toString();
  }

  @Override
  public void add(CountedCells returns, int cell, int end, int start, int[] counts) {
    int counted = NONE;
    for (int at = cell; at < end; at++) {
      int bracket = bracketOfAge[returns.periodAt(at) - start];
      if (bracket != counted && bracket != NONE && returns.counts(at)) {
        counts[bracket]++;
        counted = bracket;
      }
    }
  }
}
