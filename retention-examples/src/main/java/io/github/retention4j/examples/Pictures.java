package io.github.retention4j.examples;

import io.github.retention4j.examples.shop.SampleSubscriptions;
import io.github.retention4j.report.CohortHeatmap;
import io.github.retention4j.report.Picture;
import io.github.retention4j.report.PictureStyle;
import io.github.retention4j.report.RevenueBars;
import io.github.retention4j.report.SurvivalPlot;
import io.github.retention4j.report.TrackingPlot;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgeCalculator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws what the three studies found, on their sample data, as the README shows it: a shop, a
 * subscription business and a telephone company.
 */
public final class Pictures {

  private Pictures() {}

  /**
   * Writes each picture into a file.
   *
   * @param args the directory, made if it is not there
   * @throws IOException if a file cannot be read or written
   */
  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      throw new IllegalArgumentException("arguments (" + List.of(args) + ") must be a directory");
    }
    Path directory = Files.createDirectories(Path.of(args[0]));
    for (Map.Entry<String, Picture> each : all().entrySet()) {
      each.getValue().writeTo(directory.resolve(each.getKey()));
    }
  }

  /** The pictures by the name of the file. */
  static Map<String, Picture> all() throws IOException {
    Map<String, Picture> pictures = new LinkedHashMap<>();
    ofShop(ShopBusiness.ofSampleData(), pictures);
    ofSubscriptions(pictures);
    pictures.put(
        "telco-survival.svg",
        SurvivalPlot.withDefaults()
            .with(titled("How long customers stay, by contract"))
            .draw(TelcoChurnStudy.ofSampleData().curves()));
    return pictures;
  }

  private static void ofShop(ShopBusiness shop, Map<String, Picture> pictures) {
    pictures.put("shop-cohorts.svg", CohortHeatmap.withDefaults().draw(shop.quarterlyCohorts()));
    pictures.put("shop-tracking.svg", TrackingPlot.withDefaults().draw(shop.tracking()));
  }

  private static void ofSubscriptions(Map<String, Picture> pictures) {
    RevenueBridge bridge =
        RevenueBridgeCalculator.withDefaults()
            .calculate(new SubscriptionChapters(SampleSubscriptions.simulate()).months());
    pictures.put("subscription-movements.svg", RevenueBars.withDefaults().draw(bridge));
  }

  private static PictureStyle titled(String title) {
    return PictureStyle.defaults().withTitle(title);
  }
}
