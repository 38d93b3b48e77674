package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.CochranMantelHaenszel;
import io.github.retention4j.stats.ContinuityCorrection;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How much of a change of churn between two periods is another mix of customers, and how much is
 * that customers alike left more or less often. Made by {@link MixShiftCalculator}.
 *
 * <p>The parts sum to the change: {@code mix + rates + interaction = after - before}, up to the
 * rounding of doubles. They describe; a mix that changed may have its own cause.
 *
 * @param rule where the interaction goes
 * @param before those who left, of all customers of the first period
 * @param after the same of the second period
 * @param parts what each value contributes, in order
 * @param withinValues the periods compared within the values that have customers in both, {@code
 *     first} being after; empty where there is none
 */
public record MixShift(
    InteractionRule rule,
    Proportion before,
    Proportion after,
    List<MixShiftPart> parts,
    Optional<CochranMantelHaenszel> withinValues) {

  private static final double SHOWN_LEVEL = 0.95;

  /**
   * Copies the list.
   *
   * @param rule where the interaction goes
   * @param before those who left in the first period
   * @param after those who left in the second
   * @param parts what each value contributes
   * @param withinValues the periods compared within values
   */
  public MixShift {
    requireNonNull(rule, "rule");
    requireNonNull(before, "before");
    requireNonNull(after, "after");
    parts = List.copyOf(parts);
    requireNonNull(withinValues, "withinValues");
  }

  /**
   * Returns the change of churn.
   *
   * @return after - before, from -1 to 1
   */
  public double change() {
    return after.value() - before.value();
  }

  /**
   * Returns what the change of mix contributes.
   *
   * @return the sum over the values
   */
  public double mix() {
    return sum(MixShiftPart::mix);
  }

  /**
   * Returns what the change of churn within values contributes.
   *
   * @return the sum over the values
   */
  public double rates() {
    return sum(MixShiftPart::rates);
  }

  /**
   * Returns what both at once contribute.
   *
   * @return the sum over the values; 0 unless the rule keeps it apart
   */
  public double interaction() {
    return sum(MixShiftPart::interaction);
  }

  private double sum(ToDoubleFunction<MixShiftPart> part) {
    return parts.stream().mapToDouble(part).sum();
  }

  /**
   * Returns the change, its parts, the values and the comparison within them, in lines.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    StringBuilder text = new StringBuilder();
    text.append("Churn ").append(before).append(", then ").append(after);
    text.append(": ").append(Texts.points(change())).append(", of which\n");
    text.append(line("mix", mix(), rates(), interaction()));
    parts.forEach(
        part ->
            text.append(
                line(
                    "  " + CellText.escaped(part.value()) + ": mix",
                    part.mix(),
                    part.rates(),
                    part.interaction())));
    withinValues.ifPresent(pooled -> text.append(within(pooled)));
    return text.toString();
  }

  private String line(String head, double mix, double rates, double interaction) {
    String both =
        rule == InteractionRule.SEPARATE ? ", both at once " + Texts.points(interaction) : "";
    return String.format(
        Locale.ROOT, "  %s %s, rates %s%s\n", head, Texts.points(mix), Texts.points(rates), both);
  }

  private static String within(CochranMantelHaenszel pooled) {
    return "  within values: Cochran-Mantel-Haenszel "
        + pooled.test(ContinuityCorrection.NONE).pValueText()
        + pooled
            .oddsRatio(SHOWN_LEVEL)
            .map(ratio -> ", odds ratio " + Texts.ratio(ratio))
            .orElse("")
        + '\n';
  }

  /**
   * Returns the change and its parts.
   *
   * @return for example {@code +2.0 points: mix +0.5 points, rates +1.5 points}
   */
  @Override
  public String toString() {
    return Texts.points(change()) + ": " + line("mix", mix(), rates(), interaction()).strip();
  }
}
