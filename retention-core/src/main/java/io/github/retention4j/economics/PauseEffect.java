package io.github.retention4j.economics;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.Proportion;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the option to pause instead of cancelling does to churn, and how much of that lasts.
 *
 * <p>Customers who pause have not left, so churn falls at once; some of them leave once the pause
 * is over, and have only postponed it. The apparent lift counts all who paused as kept, the lasting
 * one only those who did not leave after their pause within the time they were followed. Example:
 * of 1000 with the option 900 were kept, 60 of them paused and 40 of these left later; of 1000
 * without it 850 were kept. The lift is 5 points at first sight, and 1 point lasts: four fifths was
 * postponed.
 *
 * <p>Those of either group who never paused are not followed further; compare them over the same
 * time if many of them leave meanwhile.
 *
 * @param apparent members had the option, controls not; those on pause count as kept
 * @param leftAfterPause those who paused, and of them those who left later
 */
public record PauseEffect(ProgrammeEffect apparent, Proportion leftAfterPause) {

  /**
   * Checks the counts.
   *
   * @param apparent members had the option, controls not
   * @param leftAfterPause those who paused, and of them those who left later
   * @throws IllegalArgumentException if more customers paused than were kept
   */
  public PauseEffect {
    requireNonNull(apparent, "apparent");
    requireNonNull(leftAfterPause, "leftAfterPause");
    long kept = apparent.programme().retained().count();
    if (leftAfterPause.total() > kept) {
      throw new IllegalArgumentException(
          "leftAfterPause.total ("
              + leftAfterPause.total()
              + ") must be at most the customers kept, "
              + kept);
    }
  }

  /**
   * Returns the effect with those who left after their pause counted as lost.
   *
   * @return the lasting effect, with interval, test and warning of its own
   */
  public ProgrammeEffect lasting() {
    RetentionRate rate = apparent.programme();
    Proportion kept =
        new Proportion(rate.retained().count() - leftAfterPause.count(), rate.retained().total());
    return new ProgrammeEffect(
        apparent.assignment(),
        new RetentionRate(kept, rate.per(), rate.definition()),
        apparent.control());
  }

  /**
   * Returns how much of the apparent lift was only postponed.
   *
   * @return (apparent lift - lasting lift) / apparent lift, 0 or more; above 1 where the option did
   *     harm in the end; empty if there is no apparent lift
   */
  public OptionalDouble postponedShareOfLift() {
    double lift = apparent.lift();
    return lift > 0 ? OptionalDouble.of((lift - lasting().lift()) / lift) : OptionalDouble.empty();
  }

  /**
   * Tells why there is no such share.
   *
   * @return the reason; empty where there is one
   */
  public Optional<String> whyNoPostponedShare() {
    return postponedShareOfLift().isPresent() ? Optional.empty() : Optional.of("there was no lift");
  }

  /**
   * Returns both effects and who left after a pause.
   *
   * @param level the confidence level of the intervals, in (0, 1)
   * @return text that ends with a line feed
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public String toText(double level) {
    return Texts.format(
        """
        Pause option: lift %s %s at first sight
          left after their pause: %s %s
          lasting lift %s %s, postponed %s
        %s\
        """,
        Texts.points(apparent.lift()),
        Texts.range(apparent.interval(level)),
        leftAfterPause,
        Texts.range(leftAfterPause.interval(level)),
        Texts.points(lasting().lift()),
        Texts.range(lasting().interval(level)),
        whyNoPostponedShare()
            .map(reason -> "no share of it: " + reason)
            .orElseGet(() -> Texts.percent(postponedShareOfLift()) + " of it"),
        apparent.warning().map(text -> "  caution: " + text + "\n").orElse(""));
  }
}
