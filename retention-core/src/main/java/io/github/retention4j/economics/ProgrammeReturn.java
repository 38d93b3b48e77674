package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.money.CurrencyMismatchException;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.NormalRatio;
import io.github.retention4j.stats.NormalRatioMethod;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a programme earns over what it costs.
 *
 * <pre>{@code return = (lift x value of a customer kept - cost) / cost, per member}</pre>
 *
 * <p>Example: a lift of 5 points where a customer kept is worth 400 earns 20 per member; at a cost
 * of 16 the return is 0.25. The value of a customer kept is taken as known.
 *
 * @param effect the lift, members against controls
 * @param valueIfKept what a customer is worth who stays because of the programme, above 0
 * @param costPerMember what the programme costs for each member, above 0
 * @param costStandardError the standard error of that mean cost, in the same currency, 0 if it is
 *     known
 */
public record ProgrammeReturn(
    ProgrammeEffect effect,
    MonetaryEstimate valueIfKept,
    MonetaryEstimate costPerMember,
    double costStandardError) {

  /**
   * Checks the amounts.
   *
   * @param effect the lift
   * @param valueIfKept what a customer kept is worth
   * @param costPerMember what the programme costs for each member
   * @param costStandardError the standard error of that cost
   * @throws IllegalArgumentException if value or cost is not above 0, or the standard error
   *     negative
   * @throws CurrencyMismatchException if the currencies differ
   */
  public ProgrammeReturn {
    requireNonNull(effect, "effect");
    Checks.positive("valueIfKept", valueIfKept);
    Checks.positive("costPerMember", costPerMember);
    Checks.sameCurrency(valueIfKept.currency(), costPerMember);
    Checks.notNegative("costStandardError", costStandardError);
  }

  /**
   * Returns what the programme earns for each member, before its cost.
   *
   * @return lift x value of a customer kept: what it may cost at most
   */
  public MonetaryEstimate gainPerMember() {
    return valueIfKept.times(effect.lift());
  }

  /**
   * Returns an interval of {@link #gainPerMember()}.
   *
   * @param level the confidence level, in (0, 1)
   * @return Newcombe's interval of the lift times the value
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public MonetaryInterval gainInterval(double level) {
    ConfidenceInterval lift = effect.interval(level);
    return new MonetaryInterval(
        Optional.of(valueIfKept.times(lift.lower())),
        Optional.of(valueIfKept.times(lift.upper())),
        level,
        lift.method());
  }

  /**
   * Returns the return on the programme.
   *
   * @return (gain - cost) / cost; 0 where it breaks even, -1 where it earns nothing
   */
  public double value() {
    return ratio().value() - 1;
  }

  private NormalRatio ratio() {
    double liftError = Math.hypot(error(effect.programme().retained()), error(control()));
    return new NormalRatio(
        gainPerMember().amount(),
        liftError * valueIfKept.amount(),
        costPerMember.amount(),
        costStandardError,
        0);
  }

  private Proportion control() {
    return effect.control().retained();
  }

  private static double error(Proportion share) {
    return Math.sqrt(share.value() * share.complement().value() / share.total());
  }

  /**
   * Returns an interval of the return. Lift and cost are taken to be independent.
   *
   * @param method how to make it
   * @param level the confidence level, in (0, 1)
   * @return the interval; empty for Fieller where the cost cannot be told from 0
   * @throws IllegalArgumentException if the level is not between 0 and 1, or the method takes the
   *     cost as known and it has a standard error
   */
  public Optional<ConfidenceInterval> interval(ReturnIntervalMethod method, double level) {
    return switch (method) {
      case NEWCOMBE_KNOWN_COST -> Optional.of(knownCost(level));
      case DELTA -> ratio().interval(NormalRatioMethod.DELTA, level).map(it -> it.map(q -> q - 1));
      case FIELLER ->
          ratio().interval(NormalRatioMethod.FIELLER, level).map(it -> it.map(q -> q - 1));
    };
  }

  private ConfidenceInterval knownCost(double level) {
    if (costStandardError > 0) {
      throw new IllegalArgumentException(
          "costStandardError (" + costStandardError + ") must be 0 for NEWCOMBE_KNOWN_COST");
    }
    double factor = valueIfKept.amount() / costPerMember.amount();
    return effect.interval(level).map(lift -> lift * factor - 1);
  }

  /**
   * Returns the lift at which the programme breaks even.
   *
   * @return cost / value of a customer kept, in points as a fraction; empty if above 1, which no
   *     lift reaches
   */
  public OptionalDouble breakEvenLift() {
    double lift = costPerMember.amount() / valueIfKept.amount();
    return lift > 1 ? OptionalDouble.empty() : OptionalDouble.of(lift);
  }

  /**
   * Tells why the programme cannot break even.
   *
   * @return the reason; empty where it can
   */
  public Optional<String> whyNoBreakEven() {
    return breakEvenLift().isPresent()
        ? Optional.empty()
        : Optional.of(
            "a member costs more than a customer kept is worth, so that no lift is enough");
  }

  /**
   * Tells why there is no interval of the return.
   *
   * @param method how to make it
   * @param level the confidence level, in (0, 1)
   * @return the reason; empty where there is one
   * @throws IllegalArgumentException as for {@link #interval}
   */
  public Optional<String> whyNoInterval(ReturnIntervalMethod method, double level) {
    return interval(method, level).isPresent()
        ? Optional.empty()
        : Optional.of("the cost cannot be told from 0");
  }

  /**
   * Returns gain, cost, return with Fieller's interval, break-even and warning.
   *
   * @param level the confidence level of the intervals, in (0, 1)
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public String toText(double level) {
    return Texts.format(
        """
        Per member: gain %s %s, cost %s
          return %s %s
          breaks even at a lift of %s
        %s\
        """,
        gainPerMember(),
        gainInterval(level),
        costPerMember,
        Texts.percent(value()),
        interval(ReturnIntervalMethod.FIELLER, level)
            .map(Texts::range)
            .orElseGet(
                () ->
                    "without bounds: "
                        + whyNoInterval(ReturnIntervalMethod.FIELLER, level).orElseThrow()),
        breakEvenLift().isPresent()
            ? Texts.percent(breakEvenLift()) + " of members"
            : "more than all members",
        effect.warning().map(text -> "  caution: " + text + "\n").orElse(""));
  }
}
