package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.CochranMantelHaenszel;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes a change of churn between two periods apart, by Kitagawa's decomposition. Immutable.
 * Default: {@link InteractionRule#HALVED}.
 *
 * <p>Of value i let w0 and w1 be its shares of the customers of the two periods, r0 and r1 the
 * shares of its customers that left, and R0 and R1 those of all customers:
 *
 * <pre>{@code
 * mix         = sum of (w1 - w0) (r0 - R0)
 * rates       = sum of w0 (r1 - r0)
 * interaction = sum of (w1 - w0) (r1 - r0)
 * }</pre>
 *
 * <p>The R0 changes no sum, for w1 - w0 sums to 0, but lets each value show whether its growing was
 * for the worse. The rule says where the interaction goes; the share of it that joins the mix takes
 * R1 - R0 off r1 - r0 in the same way. A value with customers in one period only is taken to have
 * had the same churn in the other: all it contributes is mix.
 *
 * <p>Example: monthly 40 of 100 and yearly 10 of 100, then monthly 60 of 150 and yearly 5 of 50:
 * churn rose from 0.25 to 0.325, all of it mix.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1955.10501299">Kitagawa (1955)</a>
 */
public final class MixShiftCalculator {

  private static final MixShiftCalculator DEFAULTS = new MixShiftCalculator(InteractionRule.HALVED);

  private final InteractionRule rule;

  private MixShiftCalculator(InteractionRule rule) {
    this.rule = requireNonNull(rule, "rule");
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static MixShiftCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this calculator with another rule.
   *
   * @param interaction where the interaction goes
   * @return the calculator
   */
  public MixShiftCalculator with(InteractionRule interaction) {
    return new MixShiftCalculator(interaction);
  }

  /**
   * Compares two periods by the values of an attribute. A numeric one wants own bands: quantiles of
   * two samples are not the same bands.
   *
   * @param attribute its name, in both samples
   * @param before the customers of the first period
   * @param after those of the second
   * @return the change, taken apart
   * @throws IllegalArgumentException if a sample has no such attribute
   */
  public MixShift compare(String attribute, ChurnSample before, ChurnSample after) {
    return compare(before.churnBy(attribute), after.churnBy(attribute));
  }

  /**
   * Compares two periods.
   *
   * @param before for each value those who left, of its customers in the first period
   * @param after the same in the second period
   * @return the change, taken apart; values in the order of the first map, then of the second
   * @throws IllegalArgumentException if a period has no value
   * @throws ArithmeticException if counts together exceed a long
   */
  public MixShift compare(Map<String, Proportion> before, Map<String, Proportion> after) {
    Proportion allBefore = total("before", before);
    Proportion allAfter = total("after", after);
    Set<String> values = new LinkedHashSet<>(before.keySet());
    values.addAll(after.keySet());
    List<MixShiftPart> parts = new ArrayList<>();
    List<ProportionDifference> strata = new ArrayList<>();
    for (String value : values) {
      Optional<Proportion> first = Optional.ofNullable(before.get(value));
      Optional<Proportion> second = Optional.ofNullable(after.get(value));
      parts.add(part(value, first, second, allBefore, allAfter));
      first.ifPresent(
          old -> second.ifPresent(now -> strata.add(new ProportionDifference(now, old))));
    }
    return new MixShift(
        rule,
        allBefore,
        allAfter,
        parts,
        strata.isEmpty() ? Optional.empty() : Optional.of(new CochranMantelHaenszel(strata)));
  }

  private static Proportion total(String name, Map<String, Proportion> churn) {
    return churn.values().stream()
        .reduce(Proportion::plus)
        .orElseThrow(() -> new IllegalArgumentException(name + " ({}) must have a value"));
  }

  private MixShiftPart part(
      String value,
      Optional<Proportion> before,
      Optional<Proportion> after,
      Proportion allBefore,
      Proportion allAfter) {
    double firstRate = before.or(() -> after).orElseThrow().value();
    double secondRate = after.or(() -> before).orElseThrow().value();
    double firstWeight = weight(before, allBefore);
    double growth = weight(after, allAfter) - firstWeight;
    double mix = growth * (firstRate - allBefore.value());
    double rates = firstWeight * (secondRate - firstRate);
    double interaction = growth * (secondRate - firstRate);
    double shiftOfMean = growth * (allAfter.value() - allBefore.value());
    return new MixShiftPart(
        value,
        before,
        after,
        mix + rule.shareOfMix() * (interaction - shiftOfMean),
        rates + rule.shareOfRates() * interaction,
        rule.shareApart() * interaction);
  }

  private static double weight(Optional<Proportion> churn, Proportion all) {
    return churn.map(share -> (double) share.total() / all.total()).orElse(0.0);
  }
}
