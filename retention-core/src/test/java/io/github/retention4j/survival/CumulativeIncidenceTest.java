package io.github.retention4j.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.time.TimeScale;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class CumulativeIncidenceTest {

  /** A few roundings. */
  private static final Offset<Double> EXACT = within(1e-15);

  private static final CumulativeIncidence INCIDENCE = CumulativeIncidence.withDefaults();

  /** One left by choice after 1, one for the card after 2, one by choice after 3; one is there. */
  private static final LifetimeSample FOUR =
      LifetimeSample.fromStart(
          TimeScale.MEAN_MONTH, new double[] {1, 2, 3, 4}, ends("choice", "card", "choice", ""));

  static List<LifetimeEnd> ends(String... reasons) {
    return Stream.of(reasons)
        .map(it -> it.isEmpty() ? LifetimeEnd.stillActive() : LifetimeEnd.left(it))
        .toList();
  }

  @Test
  void givesEachReasonItsShare() {
    IncidenceCurves curves = INCIDENCE.calculate(FOUR);
    assertThat(curves.byReason().keySet()).containsExactly("card", "choice");
    IncidenceCurve choice = curves.of("choice");
    assertThat(choice.size()).isEqualTo(4);
    assertThat(choice.incidence(0)).isEqualTo(0.25);
    assertThat(choice.incidence(1)).isEqualTo(0.25);
    assertThat(choice.incidence(2)).isEqualTo(0.5);
    assertThat(curves.of("card").incidence(2)).isCloseTo(0.25, EXACT);
    assertThat(curves.active().survival(2)).isEqualTo(0.25);
    assertThat(choice.reason()).isEqualTo("choice");
    assertThat(choice.time(1)).isEqualTo(2);
    assertThat(choice.atRisk(1)).isEqualTo(3);
    assertThat(choice.lost(1)).isZero();
    assertThat(choice.level()).isEqualTo(0.95);
    // No one censored before: the spread of a proportion of 4.
    assertThat(choice.standardError(2).orElseThrow()).isCloseTo(Math.sqrt(0.25 / 4), EXACT);
    assertThat(curves.of("card").standardError(3).orElseThrow())
        .isCloseTo(Math.sqrt(0.25 * 0.75 / 4), EXACT);
  }

  @Test
  void isLessThanWhatCensoringTheOtherReasonsSays() {
    boolean[] byChoice = {true, false, true, false};
    boolean[] forTheCard = {false, true, false, false};
    double[] months = {1, 2, 3, 4};
    KaplanMeier km = KaplanMeier.withDefaults();
    assertThat(
            1
                - km.calculate(LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, byChoice))
                    .survival(3))
        .isCloseTo(0.625, EXACT);
    assertThat(
            1
                - km.calculate(LifetimeSample.fromStart(TimeScale.MEAN_MONTH, months, forTheCard))
                    .survival(3))
        .isCloseTo(1.0 / 3, EXACT);
  }

  @Test
  void answersForAskedTimes() {
    IncidenceCurve card = INCIDENCE.calculate(FOUR).of("card");
    IncidenceEstimate before = card.at(0.5).orElseThrow();
    assertThat(before.incidence()).isZero();
    assertThat(before.standardError()).hasValue(0);
    assertThat(before.interval()).isEmpty();
    assertThat(before.atRisk()).isEqualTo(4);
    IncidenceEstimate later = card.at(3.5).orElseThrow();
    assertThat(later.incidence()).isCloseTo(0.25, EXACT);
    assertThat(later.lost()).isEqualTo(1);
    assertThat(later.atRisk()).isEqualTo(1);
    assertThat(later.reason()).isEqualTo("card");
    assertThat(later.interval().orElseThrow().method()).isEqualTo("log-log");
    assertThat(later.interval().orElseThrow().contains(0.25)).isTrue();
    assertThat(card.at(4.5)).isEmpty();
    assertThatThrownBy(() -> card.at(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time (-1.0) must be 0 or more, and finite");
  }

  @Test
  void isOneOnceAllHaveLeftForTheReason() {
    LifetimeSample all =
        LifetimeSample.fromStart(
            TimeScale.DAY, new double[] {1, 2, 3}, ends("choice", "choice", "choice"));
    IncidenceCurve curve = INCIDENCE.calculate(all).of("choice");
    assertThat(curve.incidence(2)).isEqualTo(1);
    assertThat(curve.standardError(2)).isEmpty();
    assertThat(curve.interval(2)).isEmpty();
    assertThat(curve.at(99).orElseThrow().incidence()).isEqualTo(1);
    assertThat(curve.interval(1).orElseThrow().upper()).isLessThan(1);
  }

  @Test
  void takesTiesAsTheyAre() {
    LifetimeSample tied =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {7, 7, 7, 7}, ends("a", "b", "b", ""));
    IncidenceCurves curves = INCIDENCE.calculate(tied);
    assertThat(curves.of("a").incidence(0)).isEqualTo(0.25);
    assertThat(curves.of("b").incidence(0)).isEqualTo(0.5);
    assertThat(curves.active().survival(0)).isEqualTo(0.25);
  }

  @Test
  void keepsReasonsApartInEachGroup() {
    GroupIncidenceCurves groups =
        INCIDENCE.calculateByGroup(FOUR.withGroups("plan", List.of("pro", "basic", "pro", "pro")));
    assertThat(groups.attribute()).isEqualTo("plan");
    assertThat(groups.byGroup().keySet()).containsExactly("basic", "pro");
    assertThat(groups.of("basic").of("choice").incidence(0)).isZero();
    assertThat(groups.of("basic").of("card").incidence(0)).isEqualTo(1);
    assertThat(groups.toText(3))
        .isEqualTo(
            """
             plan  reason  lost  incidence   lower   upper
            basic    card     1     1.0000       -       -
            basic  choice     0     0.0000       -       -
              pro    card     0     0.0000       -       -
              pro  choice     2     0.6667  0.0541  0.9452
            """);
    assertThat(groups.toText(5)).contains("  pro  choice     -          -      -      -");
    assertThatThrownBy(() -> groups.of("free"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("group (free) must be one of [basic, pro]");
    assertThatThrownBy(() -> INCIDENCE.calculateByGroup(FOUR))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sample (4 lifetimes in mean months, 3 ended) must have groups");
  }

  @Test
  void isWrittenAsText() {
    IncidenceCurves curves = INCIDENCE.calculate(FOUR);
    assertThat(curves.toText())
        .isEqualTo(
            """
            Cumulative incidence (Aalen-Johansen), mean months
            time  at risk  active    card  choice
               1        4  0.7500  0.0000  0.2500
               2        3  0.5000  0.2500  0.2500
               3        2  0.2500  0.2500  0.5000
            """);
    assertThat(curves.of("choice").toText())
        .isEqualTo(
            """
            Cumulative incidence of choice, mean months, intervals 95 % log-log
            time  at risk  lost  incidence   lower   upper
               1        4     1     0.2500  0.0089  0.6653
               3        2     1     0.5000  0.0578  0.8449
            """);
  }

  @Test
  void hasNoReasonsWhereNoOneLeft() {
    LifetimeSample none =
        LifetimeSample.fromStart(TimeScale.DAY, new double[] {3, 4}, ends("", ""));
    assertThat(INCIDENCE.calculate(none).byReason()).isEmpty();
    assertThat(INCIDENCE.calculate(none).active().survival(1)).isEqualTo(1);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatThrownBy(() -> INCIDENCE.calculate(FOUR).of("price"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("reason (price) must be one of [card, choice]");
    assertThatThrownBy(() -> INCIDENCE.withLevel(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("level (1.0) must be between 0 and 1");
    assertThatThrownBy(() -> INCIDENCE.withThreads(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("threads (0) must be at least 1");
  }
}
