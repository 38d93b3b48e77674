package io.github.retention4j.testing;

import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.stats.ConfidenceInterval;
import java.util.Optional;

/** Assertions about a {@link NetPromoterScore}, from -100 to 100. */
public final class NetPromoterScoreAssert
    extends FigureAssert<NetPromoterScoreAssert, NetPromoterScore> {

  private static final double LEVEL = 0.95;

  NetPromoterScoreAssert(NetPromoterScore actual) {
    super(actual, NetPromoterScoreAssert.class, "net promoter score");
  }

  @Override
  double valueOf(NetPromoterScore figure) {
    return figure.value();
  }

  @Override
  Optional<ConfidenceInterval> intervalOf(NetPromoterScore figure) {
    return Optional.of(figure.interval(LEVEL));
  }

  @Override
  String shown() {
    return actual + ", " + answers(actual.promoters(), actual.passives(), actual.detractors());
  }

  private static String answers(long promoters, long passives, long detractors) {
    return promoters + " promoters, " + passives + " passives, " + detractors + " detractors";
  }

  /** Passes if there were that many of each. */
  public NetPromoterScoreAssert hasAnswers(long promoters, long passives, long detractors) {
    return expect(
        () -> actual.equals(new NetPromoterScore(promoters, passives, detractors)),
        "to be of " + answers(promoters, passives, detractors));
  }
}
