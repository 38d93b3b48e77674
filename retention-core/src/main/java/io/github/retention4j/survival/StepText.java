package io.github.retention4j.survival;

import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/** A curve as text: a line for each of its steps, of which as many as fit. */
final class StepText {

  private static final int MOST_LINES = 50;

  private final TextTable lines;
  private int steps;

  StepText(String... heads) {
    this.lines = new TextTable().line(heads);
  }

  void add(String... cells) {
    steps++;
    if (steps <= MOST_LINES) {
      lines.line(cells);
    }
  }

  void add(
      double time,
      double atRisk,
      double lost,
      double estimate,
      Optional<ConfidenceInterval> interval) {
    add(
        TextTable.number(time),
        TextTable.number(atRisk),
        TextTable.number(lost),
        TextTable.share(estimate),
        interval.map(it -> TextTable.share(it.lower())).orElse("-"),
        interval.map(it -> TextTable.share(it.upper())).orElse("-"));
  }

  @Override
  public String toString() {
    return lines + (steps > MOST_LINES ? "and " + (steps - MOST_LINES) + " more times\n" : "");
  }
}
