package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.economics.NumberNeededToTreat;
import io.github.retention4j.economics.ProgrammeEffect;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.List;
import java.util.OptionalDouble;

/** Tables of what a retention programme did. */
public final class ProgrammeTables {

  private ProgrammeTables() {}

  /** Members or controls. */
  private record Group(String name, RetentionRate rate) {}

  /**
   * Returns the retention of members and of the control group, with 95 % Wilson intervals.
   *
   * @param effect of the programme
   * @return two rows
   */
  public static ResultTable groups(ProgrammeEffect effect) {
    return ResultTable.of(
        "Members and controls",
        List.of(new Group("programme", effect.programme()), new Group("control", effect.control())),
        joined(
            List.of(
                Column.text("group", Group::name),
                Column.text("per", it -> it.rate().per().perUnit())),
            Columns.shareAndLimits("retained", "of", "retention", it -> it.rate().retained())));
  }

  /** A way to say how much the programme did. */
  private record Measure(
      String name,
      OptionalDouble value,
      OptionalDouble lower,
      OptionalDouble upper,
      String whyNone,
      String whyOpen) {

    static Measure of(String name, double value, ConfidenceInterval interval) {
      return new Measure(
          name,
          OptionalDouble.of(value),
          OptionalDouble.of(interval.lower()),
          OptionalDouble.of(interval.upper()),
          "",
          "");
    }

    static Measure of(NumberNeededToTreat number) {
      return new Measure(
          "members for one more kept",
          number.toKeepOneMore(),
          number.fewest(),
          number.most(),
          number.whyNoneKept().orElse(""),
          number.whyOpen().orElse(""));
    }
  }

  /**
   * Returns what the programme did, in four ways: the lift, a difference of fractions; the ratio of
   * the shares kept; how many members it takes to keep one more; how many members stayed who would
   * not have. Each row repeats how customers were assigned and the test of the lift.
   *
   * @param effect of the programme
   * @param level the confidence level of the intervals, in (0, 1)
   * @return a row for each way; the title says if customers were not assigned by lot
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static ResultTable effect(ProgrammeEffect effect, double level) {
    return ResultTable.of(
        "Effect of the programme" + effect.warning().map(warning -> ", " + warning).orElse(""),
        List.of(
            Measure.of("lift", effect.lift(), effect.interval(level)),
            Measure.of("ratio", effect.ratio(level).value(), effect.ratio(level).interval()),
            Measure.of(effect.numberNeededToTreat(level)),
            Measure.of("members kept more", effect.keptMore(), effect.keptMoreInterval(level))),
        List.of(
            Column.text("measure", Measure::name),
            Column.number("value", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.value()), Measure::whyNone),
            Column.number("lower", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.lower()), Measure::whyOpen),
            Column.number("upper", 4, Double::doubleValue)
                .ofOptional(it -> boxed(it.upper()), Measure::whyOpen),
            Column.text("assignment", it -> RetentionTables.words(effect.assignment())),
            Column.number("p-value", 4, it -> effect.test().pValue())));
  }
}
