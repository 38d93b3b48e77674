package io.github.retention4j.segment;

import io.github.retention4j.internal.text.CellText;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.EventRate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes an audit for people. */
final class ChurnDriversText {

  private static final double ENOUGH_EXPECTED = 5;

  private final ChurnDrivers drivers;
  private final StringBuilder text = new StringBuilder();

  ChurnDriversText(ChurnDrivers drivers) {
    this.drivers = drivers;
  }

  String text() {
    line(
        drivers.churn()
            + " of the customers left"
            + drivers.rate().map(this::rate).orElse("")
            + ". What follows is association, not cause.");
    line(
        "Intervals at "
            + Texts.percent(drivers.level())
            + "; p-values adjusted for "
            + drivers.attributes().size()
            + " attributes.");
    drivers.attributes().forEach(this::add);
    return text.toString();
  }

  private void add(AttributeProfile profile) {
    line("");
    line(
        profile.attribute()
            + ": strength "
            + Texts.number(profile.strength())
            + profile.strengthInterval().map(ChurnDriversText::limits).orElse("")
            + ", "
            + profile.association().test()
            + " "
            + profile.association().pValueText()
            + ", Holm "
            + profile.holm().pValueText()
            + ", Benjamini-Hochberg "
            + profile.benjaminiHochberg().pValueText()
            + doubt(profile));
    profile
        .trend()
        .ifPresent(
            trend ->
                line(
                    "  "
                        + (trend.statistic() < 0 ? "falling" : "rising")
                        + " in order, "
                        + trend.test()
                        + " "
                        + trend.pValueText()));
    profile.avoidable().ifPresent(this::add);
    String alone = profile.values().size() == 1 ? ", the only value" : ", the reference";
    profile.values().forEach(value -> add(value, alone));
    if (!profile.pooled().isEmpty()) {
      line("  " + AttributeColumn.OTHER + " pools " + pooled(profile.pooled()));
    }
  }

  private static String limits(ConfidenceInterval interval) {
    return " (" + Texts.number(interval.lower()) + " to " + Texts.number(interval.upper()) + ")";
  }

  private static String doubt(AttributeProfile profile) {
    boolean doubtful =
        profile.leastExpected() < ENOUGH_EXPECTED
            && profile.association().test().startsWith("Chi-square");
    return doubtful
        ? String.format(Locale.ROOT, " (doubtful: %.1f expected)", profile.leastExpected())
        : "";
  }

  private void add(AvoidableLosses avoidable) {
    line(
        String.format(
            Locale.ROOT,
            "  %.0f losses (%s of all) above those at the rate of %s",
            avoidable.losses(),
            Texts.percent(avoidable.share()),
            avoidable.best()));
  }

  private void add(ValueProfile profile, String alone) {
    line(
        "  "
            + profile.value()
            + ": "
            + profile.churn()
            + ", "
            + Texts.range(profile.interval())
            + profile.rate().map(this::rate).orElse("")
            + profile.contrast().map(ChurnDriversText::contrast).orElse(alone));
  }

  private String rate(EventRate rate) {
    ConfidenceInterval interval = rate.interval(drivers.level());
    return String.format(
        Locale.ROOT,
        ", per unit of exposure %.4f (%.4f to %.4f)",
        rate.value(),
        interval.lower(),
        interval.upper());
  }

  private static String contrast(ValueContrast contrast) {
    return "; against "
        + contrast.against()
        + " "
        + Texts.points(contrast.difference().difference())
        + contrast.riskRatio().map(ratio -> ", risk ratio " + Texts.ratio(ratio)).orElse("")
        + contrast.oddsRatio().map(ratio -> ", odds ratio " + Texts.ratio(ratio)).orElse("")
        + String.format(Locale.ROOT, ", %+.0f losses", contrast.excessLosses());
  }

  private static String pooled(List<PooledValue> pooled) {
    return pooled.stream().map(PooledValue::toString).collect(Collectors.joining(", "));
  }

  private void line(String line) {
    text.append(CellText.escaped(line)).append('\n');
  }
}
