package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.Normal;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** How far forecasts of survival lie from what came, by time; see {@link BrierScore}. Immutable. */
public final class BrierScores {

  private final TimeScale timeScale;
  private final double level;
  private final List<Point> points;

  record Point(double time, double score, double standardError, double reference) {}

  BrierScores(TimeScale timeScale, double level, List<Point> points) {
    this.timeScale = timeScale;
    this.level = level;
    this.points = List.copyOf(points);
  }

  /**
   * Returns the unit of all times.
   *
   * @return the unit of the sample
   */
  public TimeScale timeScale() {
    return timeScale;
  }

  /**
   * Returns the number of times.
   *
   * @return at least 1
   */
  public int size() {
    return points.size();
  }

  /**
   * Returns a time.
   *
   * @param index from 0, in the order of time
   * @return in the unit of the sample
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public double time(int index) {
    return points.get(index).time();
  }

  /**
   * Returns the score at a time.
   *
   * @param index from 0
   * @return 0 or more, the best being 0
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public double score(int index) {
    return points.get(index).score();
  }

  /**
   * Returns the standard error of the score, the weights taken as known.
   *
   * @param index from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public double standardError(int index) {
    return points.get(index).standardError();
  }

  /**
   * Returns the interval of the score, {@code BS +- z se}, cut off at 0.
   *
   * @param index from 0
   * @return empty where the standard error is 0: no spread does not mean certainty
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public Optional<ConfidenceInterval> interval(int index) {
    double half = Normal.criticalValue(level) * standardError(index);
    return half == 0
        ? Optional.empty()
        : Optional.of(
            new ConfidenceInterval(
                Math.max(0, score(index) - half), score(index) + half, level, "plain"));
  }

  /**
   * Returns the score of the Kaplan-Meier curve of all rows, the same forecast for everyone.
   *
   * @param index from 0
   * @return 0 or more
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public double reference(int index) {
    return points.get(index).reference();
  }

  /**
   * Returns how much of the score of the reference the forecast does away with: {@code 1 - BS /
   * reference}.
   *
   * @param index from 0
   * @return at most 1; 0 for no better than the same forecast for everyone, under 0 for worse;
   *     empty where the reference is 0, as no one was lost yet
   * @throws IndexOutOfBoundsException if there is no such time
   */
  public OptionalDouble skill(int index) {
    return reference(index) == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(1 - score(index) / reference(index));
  }

  /**
   * Returns the mean score from the first time to the last: the integral by trapezoids between the
   * times, over its length.
   *
   * @return empty for a single time
   */
  public OptionalDouble integrated() {
    return mean(Point::score);
  }

  /**
   * Returns the mean score of the reference from the first time to the last.
   *
   * @return empty for a single time
   */
  public OptionalDouble integratedReference() {
    return mean(Point::reference);
  }

  private OptionalDouble mean(ToDoubleFunction<Point> value) {
    if (size() == 1) {
      return OptionalDouble.empty();
    }
    double area = 0;
    for (int i = 1; i < size(); i++) {
      double height =
          (value.applyAsDouble(points.get(i - 1)) + value.applyAsDouble(points.get(i))) / 2;
      area += (time(i) - time(i - 1)) * height;
    }
    return OptionalDouble.of(area / (time(size() - 1) - time(0)));
  }

  /**
   * Returns a line for each time: the score, its interval, that of the reference and the skill.
   *
   * @return lines of text
   */
  public String toText() {
    TextTable table = new TextTable().line("time", "score", "lower", "upper", "reference", "skill");
    for (int i = 0; i < size(); i++) {
      Optional<ConfidenceInterval> interval = interval(i);
      table.line(
          TextTable.number(time(i)),
          TextTable.share(score(i)),
          interval.map(it -> TextTable.share(it.lower())).orElse("-"),
          interval.map(it -> TextTable.share(it.upper())).orElse("-"),
          TextTable.share(reference(i)),
          skill(i).isPresent() ? TextTable.share(skill(i).getAsDouble()) : "-");
    }
    return "Brier score, "
        + timeScale
        + ", intervals "
        + ConfidenceInterval.words(level, "plain")
        + "\n"
        + table;
  }
}
