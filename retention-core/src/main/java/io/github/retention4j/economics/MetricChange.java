package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A metric before and after. An empty side has no finite value: nobody leaves and nothing is
 * discounted, or new customers without end are not discounted.
 *
 * @param metric what is compared
 * @param unit its unit: {@code customers}, or the code of a currency
 * @param before the metric at the rate as it is
 * @param after the metric at the lifted rate
 * @param intervals how sure each number is; empty where the rate was assumed
 */
public record MetricChange(
    WhatIfMetric metric,
    String unit,
    OptionalDouble before,
    OptionalDouble after,
    Optional<Intervals> intervals) {

  /**
   * Checks that nothing is null.
   *
   * @param metric what is compared
   * @param unit its unit
   * @param before the metric at the rate as it is
   * @param after the metric at the lifted rate
   * @param intervals how sure each number is
   */
  public MetricChange {
    requireNonNull(metric, "metric");
    requireNonNull(unit, "unit");
    Checks.finite("before", before);
    Checks.finite("after", after);
    requireNonNull(intervals, "intervals");
  }

  /**
   * The values that each number takes while the rate runs through its interval. They move together:
   * the interval of the change is not the difference of the intervals.
   *
   * @param before of the metric at the rate as it is
   * @param after of the metric at the lifted rate
   * @param change of after - before
   * @param relative of change / before; empty where before may be 0 or less
   */
  public record Intervals(
      OpenInterval before,
      OpenInterval after,
      OpenInterval change,
      Optional<OpenInterval> relative) {

    /**
     * Checks that nothing is null.
     *
     * @param before of the metric at the rate as it is
     * @param after of the metric at the lifted rate
     * @param change of after - before
     * @param relative of change / before
     */
    public Intervals {
      requireNonNull(before, "before");
      requireNonNull(after, "after");
      requireNonNull(change, "change");
      requireNonNull(relative, "relative");
    }
  }

  /**
   * Returns by how much the metric changes.
   *
   * @return after - before; empty if one of them has no finite value
   */
  public OptionalDouble change() {
    return before.isPresent() && after.isPresent()
        ? OptionalDouble.of(after.getAsDouble() - before.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Tells why there is no change.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoChange() {
    if (change().isPresent()) {
      return Optional.empty();
    }
    String sides = before.isPresent() ? "after" : after.isPresent() ? "before" : "before and after";
    return Optional.of(
        "no finite value " + sides + ": nobody leaves, or what has no end is not discounted");
  }

  /**
   * Returns by what share the metric changes.
   *
   * @return change / before, 0.25 for 25 %; empty if there is no change to speak of, or before is
   *     not above 0, for a share of nothing or of a loss says nothing
   */
  public OptionalDouble relative() {
    return change().isPresent() && before.getAsDouble() > 0
        ? OptionalDouble.of(change().getAsDouble() / before.getAsDouble())
        : OptionalDouble.empty();
  }

  /**
   * Tells why there is no relative change.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoRelative() {
    return whyNoChange()
        .or(
            () ->
                relative().isPresent()
                    ? Optional.empty()
                    : Optional.of(
                        "before ("
                            + Texts.amount(before)
                            + ") is not above 0, and a share of nothing or of a loss says nothing"));
  }

  /** One line of a table, and one with the intervals where there are any. */
  String toText() {
    String line =
        Texts.format(
            "%-28s%18s%18s%18s%12s\n",
            metric == WhatIfMetric.CUSTOMERS ? metric.title() : metric.title() + ", " + unit,
            Texts.amount(before),
            Texts.amount(after),
            Texts.amount(change()),
            Texts.signedPercent(relative()));
    return line + intervals.map(MetricChange::intervalLine).orElse("");
  }

  private static String intervalLine(Intervals intervals) {
    String share =
        intervals
            .relative()
            .map(it -> end(it.lower(), 100, " %") + " to " + end(it.upper(), 100, " %"))
            .orElse("undefined");
    OpenInterval change = intervals.change();
    return "  change "
        + end(change.lower(), 1, "")
        + " to "
        + end(change.upper(), 1, "")
        + ", or "
        + share
        + "\n";
  }

  private static String end(OptionalDouble value, double factor, String unit) {
    return value.isPresent()
        ? Texts.format("%,.2f", factor * value.getAsDouble()) + unit
        : "without bound";
  }
}
