package io.github.retention4j.report;

import static io.github.retention4j.report.Columns.boxed;
import static io.github.retention4j.report.Columns.joined;

import io.github.retention4j.economics.DifferenceInDifferences;
import io.github.retention4j.economics.NumberNeededToTreat;
import io.github.retention4j.economics.ProgrammeEffect;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.MeanContrast;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.TestResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.function.Function;

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

  /** The change of a share, or the difference of two changes. */
  private record Change(
      String name,
      Optional<Proportion> before,
      Optional<Proportion> after,
      double value,
      ConfidenceInterval interval) {

    static Change of(String name, Proportion before, Proportion after, double level) {
      ProportionDifference change = new ProportionDifference(after, before);
      return new Change(
          name,
          Optional.of(before),
          Optional.of(after),
          change.difference(),
          change.interval(level));
    }
  }

  /**
   * Returns the change of a share among members, that in the control group, and the difference of
   * both, which is an effect of the programme only if both would have changed alike without it.
   * Changes are differences of fractions.
   *
   * @param difference in differences
   * @param level the confidence level of the intervals, in (0, 1)
   * @return a row for each group and one for the difference
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static ResultTable differenceInDifferences(
      DifferenceInDifferences difference, double level) {
    return ResultTable.of(
        "Difference in differences, if both would have changed alike" + intervals(level),
        List.of(
            Change.of(
                "programme", difference.programmeBefore(), difference.programmeAfter(), level),
            Change.of("control", difference.controlBefore(), difference.controlAfter(), level),
            new Change(
                "difference",
                Optional.empty(),
                Optional.empty(),
                difference.difference(),
                difference.interval(level))),
        joined(
            List.of(Column.text("group", Change::name)),
            shares("before", Change::before),
            shares("after", Change::after),
            List.of(
                Column.number("change", 4, Change::value),
                Column.number("lower", 4, it -> it.interval().lower()),
                Column.number("upper", 4, it -> it.interval().upper()))));
  }

  private static String intervals(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
    return ", " + Figures.decimals(100 * level, 0) + " % intervals";
  }

  private static List<Column<Change>> shares(
      String when, Function<Change, Optional<Proportion>> share) {
    return Columns.share("count " + when, "of " + when, "share " + when, (Proportion it) -> it)
        .stream()
        .map(column -> column.ofOptional(share, "a difference of two changes has no share"))
        .toList();
  }

  /**
   * Returns differences of means, and differences in differences, with Welch's intervals and tests.
   *
   * @param contrasts by measure, such as spending
   * @param level the confidence level of the intervals, in (0, 1)
   * @return a row for each measure
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public static ResultTable meanContrasts(SortedMap<String, MeanContrast> contrasts, double level) {
    return ResultTable.of(
        "Differences of means" + intervals(level),
        Columns.named(contrasts),
        List.of(
            Column.text("measure", (Map.Entry<String, MeanContrast> it) -> it.getKey()),
            Column.number("estimate", 4, it -> it.getValue().estimate()),
            Column.number("standard error", 4, it -> it.getValue().standardError()),
            Column.number("lower", 4, it -> it.getValue().interval(level).lower()),
            Column.number("upper", 4, it -> it.getValue().interval(level).upper()),
            Column.number("t", 3, TestResult::statistic)
                .ofOptional(it -> finite(it.getValue().test()), "infinite, as no group scatters"),
            Column.number("p-value", 4, it -> it.getValue().test().pValue())));
  }

  private static Optional<TestResult> finite(TestResult test) {
    return Optional.of(test).filter(it -> Double.isFinite(it.statistic()));
  }
}
