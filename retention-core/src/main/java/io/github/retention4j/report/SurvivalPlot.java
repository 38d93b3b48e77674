package io.github.retention4j.report;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.survival.LifetimeModel;
import io.github.retention4j.survival.SurvivalCurve;
import io.github.retention4j.survival.SurvivalCurves;
import io.github.retention4j.time.TimeScale;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Draws curves of Kaplan and Meier: steps with bands of confidence, short strokes where customers
 * were last seen and still active, thin dashes at the medians, and under the axis a table of how
 * many were at risk and when half were lost.
 *
 * <p>Curves end with what was observed. Where fewer are at risk the band says so; where no interval
 * is known, before the first loss and at 0, there is none. Fitted models can be laid over as broken
 * lines, also past what was observed.
 *
 * <p>Defaults: {@link PictureStyle#defaults()}; no model; up to the longest lifetime observed.
 */
public final class SurvivalPlot {

  private final PictureStyle style;
  private final Map<String, LifetimeModel> models;
  private final OptionalDouble horizon;

  private SurvivalPlot(
      PictureStyle style, Map<String, LifetimeModel> models, OptionalDouble horizon) {
    this.style = style;
    this.models = models;
    this.horizon = horizon;
  }

  /**
   * Returns the drawer with the defaults listed above.
   *
   * @return the drawer
   */
  public static SurvivalPlot withDefaults() {
    return new SurvivalPlot(PictureStyle.defaults(), Map.of(), OptionalDouble.empty());
  }

  /**
   * Chooses the look.
   *
   * @param newStyle the style
   * @return a drawer with it
   */
  public SurvivalPlot with(PictureStyle newStyle) {
    return new SurvivalPlot(requireNonNull(newStyle, "style"), models, horizon);
  }

  /**
   * Lays the survival of a model over the curves, beside those laid over before.
   *
   * @param name what it is called
   * @param model the model, in the unit of the curves
   * @return a drawer with it
   */
  public SurvivalPlot withModel(String name, LifetimeModel model) {
    Map<String, LifetimeModel> more = new LinkedHashMap<>(models);
    more.put(requireNonNull(name, "name"), requireNonNull(model, "model"));
    return new SurvivalPlot(style, Collections.unmodifiableMap(more), horizon);
  }

  /**
   * Chooses where the axis of time ends: before the longest lifetime to look closer, after it to
   * see what models say of later times.
   *
   * @param time over 0, in the unit of the curves
   * @return a drawer with it
   * @throws IllegalArgumentException if it is not over 0 and finite
   */
  public SurvivalPlot withHorizon(double time) {
    if (!(time > 0) || time == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException("time (" + time + ") must be over 0, and finite");
    }
    return new SurvivalPlot(style, models, OptionalDouble.of(time));
  }

  /**
   * Draws one curve.
   *
   * @param curve of all customers
   * @return the picture
   * @throws IllegalArgumentException if a model has another unit of time
   */
  public Picture draw(SurvivalCurve curve) {
    return draw(Map.of("All customers", curve), "");
  }

  /**
   * Draws the curve of each group.
   *
   * @param curves the groups
   * @return the picture
   * @throws IllegalArgumentException if a model has another unit of time
   */
  public Picture draw(SurvivalCurves curves) {
    return draw(curves.byGroup(), " by " + Texts.inSentence(curves.attribute()));
  }

  private Picture draw(Map<String, SurvivalCurve> curves, String by) {
    return Picture.inBothThemes(style, each -> with(each).drawOnce(curves, by));
  }

  private Picture drawOnce(Map<String, SurvivalCurve> curves, String by) {
    Collection<SurvivalCurve> all = curves.values();
    SurvivalCurve first = all.iterator().next();
    models.forEach((name, model) -> requireUnit(name, model, first.timeScale()));
    double longest = all.stream().mapToDouble(SurvivalCurve::lastObserved).max().orElseThrow();
    String bands = ConfidenceInterval.words(first.level(), "confidence intervals");
    String with = all.size() > SurvivalSheet.MOST_BANDS ? "" : ", with " + bands;
    String subtitle = "Kaplan-Meier estimate" + by + with + "; strokes: last seen, still active";
    Drawing drawing = new Drawing(style, "Share of customers who stay", subtitle);
    List<SurvivalSheet.Group> groups = new ArrayList<>();
    curves.forEach(
        (name, curve) -> {
          Stroke stroke = Stroke.ofSeries(drawing.palette(), groups.size());
          groups.add(new SurvivalSheet.Group(name, curve, stroke));
        });
    return new SurvivalSheet(drawing, groups, models, horizon.orElse(longest)).draw();
  }

  private static void requireUnit(String name, LifetimeModel model, TimeScale unit) {
    if (model.timeScale() != unit) {
      throw new IllegalArgumentException(
          "timeScale ("
              + model.timeScale()
              + ") of model "
              + name
              + " must be that of the curves ("
              + unit
              + ")");
    }
  }
}
