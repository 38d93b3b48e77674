package io.github.retention4j.segment;

import io.github.retention4j.segment.ValueGroup.Pooling;
import io.github.retention4j.stats.ContingencyTable;
import io.github.retention4j.stats.OddsRatio;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.stats.ProportionDifference;
import io.github.retention4j.stats.ProportionTests;
import io.github.retention4j.stats.RiskRatio;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The audit of one attribute, before p-values are adjusted for there being others. */
final class AttributeAudit {

  private static final double ENOUGH_EXPECTED = 5;
  private static final String REST = "the rest";

  private final ChurnDriversCalculator settings;
  private final AttributeColumn column;
  private final List<ValueTally> tally;
  private final Optional<String> reference;
  private final Pooling pooling;
  private final ContingencyTable table;

  AttributeAudit(ChurnDriversCalculator settings, ChurnSample sample, AttributeColumn column) {
    this.settings = settings;
    this.column = column;
    this.tally = sample.tally(column);
    this.reference = settings.reference(column);
    this.pooling = Pooling.of(column, tally, settings.leastCustomers(), reference);
    this.table =
        ContingencyTable.of(groups().stream().map(group -> group.tally().churn()).toList());
  }

  private List<ValueGroup> groups() {
    return pooling.groups();
  }

  TestResult association() {
    boolean exact =
        settings.smallTables() == SmallTables.FISHER_EXACT
            && groups().size() == 2
            && table.leastExpected() < ENOUGH_EXPECTED;
    return exact
        ? new ProportionDifference(churn(0), churn(1)).exactTest()
        : table.chiSquare(settings.correction());
  }

  private Proportion churn(int group) {
    return groups().get(group).tally().churn();
  }

  AttributeProfile profile(TestResult association, TestResult holm, TestResult benjaminiHochberg) {
    return new AttributeProfile(
        column.name(),
        column.kind(),
        groups().stream().map(this::profile).toList(),
        pooling.pooled(),
        association,
        holm,
        benjaminiHochberg,
        table.leastExpected(),
        trend(),
        table.cramersV(),
        table.cramersVCorrected(),
        table.cramersVInterval(settings.level()),
        avoidable());
  }

  private ValueProfile profile(ValueGroup group) {
    Proportion churn = group.tally().churn();
    return new ValueProfile(
        group.label(),
        churn,
        churn.interval(settings.intervalMethod(), settings.level()),
        group.tally().rate(),
        contrast(group));
  }

  private Optional<ValueContrast> contrast(ValueGroup group) {
    boolean isReference = reference.equals(Optional.of(group.label()));
    List<ValueGroup> others =
        groups().stream()
            .filter(other -> !other.label().equals(group.label()))
            .filter(other -> reference.isEmpty() || reference.equals(Optional.of(other.label())))
            .toList();
    if (isReference || others.isEmpty()) {
      return Optional.empty();
    }
    ValueTally all = others.stream().map(ValueGroup::tally).reduce(ValueTally::plus).orElseThrow();
    return Optional.of(contrast(group.tally().churn(), all.churn(), reference.orElse(REST)));
  }

  private ValueContrast contrast(Proportion churn, Proportion others, String against) {
    ProportionDifference difference = new ProportionDifference(churn, others);
    return new ValueContrast(
        against,
        difference,
        difference.interval(settings.level()),
        new RiskRatio(churn, others).estimate(settings.emptyCells(), settings.level()),
        new OddsRatio(churn, others).estimate(settings.emptyCells(), settings.level()));
  }

  /** Small groups do no harm to a trend, and so none is pooled for it. */
  private Optional<TestResult> trend() {
    List<Proportion> shares = new ArrayList<>();
    List<Double> scores = new ArrayList<>();
    for (int value = 0; value < tally.size(); value++) {
      if (column.hasOrder() && !column.isMissing(value)) {
        shares.add(tally.get(value).churn());
        scores.add(column.score(value));
      }
    }
    return shares.size() < 2
        ? Optional.empty()
        : Optional.of(ProportionTests.trend(shares, scores));
  }

  private Optional<AvoidableLosses> avoidable() {
    return groups().stream()
        .filter(ValueGroup::mayBeBest)
        .filter(group -> group.tally().customers() >= settings.leastCustomers())
        .min(Comparator.comparingDouble(group -> group.tally().churn().value()))
        .map(this::avoidable);
  }

  private AvoidableLosses avoidable(ValueGroup best) {
    double share = best.tally().churn().value();
    double losses = 0;
    long all = 0;
    for (ValueGroup group : groups()) {
      losses += Math.max(0, group.tally().lost() - group.tally().customers() * share);
      all += group.tally().lost();
    }
    return new AvoidableLosses(
        best.label(), best.tally().churn(), losses, all == 0 ? 0 : Math.min(1, losses / all));
  }
}
