package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.examples.shop.SampleShop;
import io.github.retention4j.examples.shop.SampleShop.Purchase;
import io.github.retention4j.lifecycle.GrowthPeriod;
import io.github.retention4j.purchase.HoldoutReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShopBusinessTest {

  @Test
  void answersEveryQuestion() throws IOException {
    List<Chapter> chapters = ShopBusiness.ofSampleData().chapters();

    assertThat(chapters).hasSize(7);
    assertThat(chapters)
        .extracting(Chapter::toString)
        .noneMatch(chapter -> chapter.contains("NaN"))
        .anyMatch(chapter -> chapter.contains("champions"))
        .anyMatch(chapter -> chapter.contains("Gini index"));
  }

  @Test
  void accountsForGrowthAsCountedByHand() throws IOException {
    List<GrowthPeriod> growth = ShopBusiness.ofSampleData().growth().periods();
    GrowthPeriod last = growth.get(growth.size() - 1);
    Set<String> december = activeIn(YearMonth.of(2024, 12));
    Set<String> january = activeIn(YearMonth.of(2025, 1));
    long kept = january.stream().filter(december::contains).count();

    assertThat(last.label()).isEqualTo("2025-01");
    assertThat(last.active()).isEqualTo(january.size());
    assertThat(last.retained()).isEqualTo(kept);
    assertThat(last.churned()).isEqualTo(december.size() - kept);
  }

  private static Set<String> activeIn(YearMonth month) {
    return SampleShop.purchases().stream()
        .filter(purchase -> YearMonth.from(purchase.date()).equals(month))
        .map(Purchase::customer)
        .collect(Collectors.toSet());
  }

  /** The shop buys and leaves in another way than the model says, but not far from it. */
  @Test
  void forecastsWithinATenth() throws IOException {
    HoldoutReport report = ShopBusiness.ofSampleData().holdout();

    assertThat(report.predicted()).isBetween(0.9 * report.actual(), 1.1 * report.actual());
  }

  @Test
  void readsOwnData(@TempDir Path directory) throws IOException {
    Path csv = directory.resolve("shop.csv");
    SampleShop.writeTo(csv);

    ShopBusiness own = ShopBusiness.of(csv, "EUR");

    // The file does not say that nobody bought on the last day, if so; the sample has such sales.
    assertThat(own.cohorts().cohorts()).isEqualTo(ShopBusiness.ofSampleData().cohorts().cohorts());
    assertThat(Files.exists(csv)).isTrue();
  }

  @Test
  void asksForAFileAndACurrencyOrNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShopBusiness.main(new String[] {"a.csv"}))
        .withMessage("arguments ([a.csv]) must be the path of a CSV file and a currency, or none");
  }
}
