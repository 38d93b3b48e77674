package io.github.retention4j.feedback;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.time.PeriodAxis;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The scores of each client, person or project in each period. From a cell comes any measure: its
 * mean, its {@link NetPromoterScore}, its {@link SatisfactionScore}.
 *
 * @param key of what the names are; answers without one are under {@link
 *     io.github.retention4j.customer.Segmentation#UNASSIGNED}
 * @param axis the periods
 * @param cells for each name, in order, the scores of each period in which it has any
 */
public record ScoreTable(
    AnswerKey key, PeriodAxis axis, SortedMap<String, SortedMap<Integer, ScoreCounts>> cells) {

  private static final int LEAST_WIDTH = 9;

  /**
   * Copies the cells.
   *
   * @param key of what the names are
   * @param axis the periods
   * @param cells for each name the scores of each period
   * @throws IllegalArgumentException if a period is not on the axis
   */
  public ScoreTable {
    requireNonNull(key, "key");
    requireNonNull(axis, "axis");
    SortedMap<String, SortedMap<Integer, ScoreCounts>> copy = new TreeMap<>();
    for (Map.Entry<String, SortedMap<Integer, ScoreCounts>> row : cells.entrySet()) {
      for (int period : row.getValue().keySet()) {
        requireNonNull(row.getValue().get(period), "scores");
        if (period < 0 || period >= axis.size()) {
          throw new IllegalArgumentException(
              "period (" + period + ") must be from 0 to " + (axis.size() - 1));
        }
      }
      copy.put(row.getKey(), Collections.unmodifiableSortedMap(new TreeMap<>(row.getValue())));
    }
    cells = Collections.unmodifiableSortedMap(copy);
  }

  /**
   * Puts answers into their cells.
   *
   * @param answers the answers
   * @param key by client, person or project
   * @param axis periods that cover every answer
   * @return the table
   * @throws IllegalArgumentException if an answer lies off the axis
   */
  public static ScoreTable of(SurveyAnswers answers, AnswerKey key, PeriodAxis axis) {
    SortedMap<String, SortedMap<Integer, ScoreCounts>> cells = new TreeMap<>();
    answers.by(key).forEach((name, own) -> cells.put(name, byPeriod(own, axis)));
    return new ScoreTable(key, axis, cells);
  }

  private static SortedMap<Integer, ScoreCounts> byPeriod(SurveyAnswers answers, PeriodAxis axis) {
    SortedMap<Integer, List<Integer>> scores = new TreeMap<>();
    for (Answer answer : answers.answers()) {
      int period = axis.periodOf(answer.date());
      scores.computeIfAbsent(period, it -> new ArrayList<>()).add(answer.score());
    }
    SortedMap<Integer, ScoreCounts> row = new TreeMap<>();
    scores.forEach(
        (period, own) ->
            row.put(
                period,
                ScoreCounts.ofScores(
                    answers.scale(), own.stream().mapToInt(Integer::intValue).toArray())));
    return row;
  }

  /**
   * Returns the scores of a name in a period.
   *
   * @param name of the client, person or project
   * @param period its index, from 0
   * @return the scores; empty if there was no answer
   * @throws IllegalArgumentException if the table has no such name
   */
  public Optional<ScoreCounts> scores(String name, int period) {
    SortedMap<Integer, ScoreCounts> row = cells.get(requireNonNull(name, "name"));
    if (row == null) {
      throw new IllegalArgumentException("name (" + name + ") must be one of " + cells.keySet());
    }
    return Optional.ofNullable(row.get(period));
  }

  /**
   * Returns the mean score and the number of answers of each cell, a line for each name.
   *
   * @return text that ends with a line feed; a point where there was no answer
   */
  public String toText() {
    int nameWidth =
        cells.keySet().stream().map(CellText::escaped).mapToInt(CellText::width).max().orElse(0);
    int width =
        IntStream.range(0, axis.size())
            .map(period -> axis.label(period).length())
            .reduce(LEAST_WIDTH, Math::max);
    StringBuilder text = new StringBuilder("Mean score (answers) by " + key.title() + "\n");
    text.append(line("", nameWidth, width, axis::label));
    cells.forEach(
        (name, row) ->
            text.append(
                line(
                    name,
                    nameWidth,
                    width,
                    period ->
                        Optional.ofNullable(row.get(period))
                            .map(ScoreTable::inWords)
                            .orElse("."))));
    return text.toString();
  }

  private String line(String name, int nameWidth, int width, IntFunction<String> cell) {
    String shown = CellText.escaped(name);
    StringBuilder line = new StringBuilder(shown);
    line.append(" ".repeat(nameWidth - CellText.width(shown)));
    for (int period = 0; period < axis.size(); period++) {
      String content = cell.apply(period);
      line.append("  ").append(" ".repeat(Math.max(0, width - content.length()))).append(content);
    }
    return line.append('\n').toString();
  }

  private static String inWords(ScoreCounts scores) {
    return Texts.twoDigits(scores.mean()) + " (" + scores.total() + ")";
  }
}
