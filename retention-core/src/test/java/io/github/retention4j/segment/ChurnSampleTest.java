package io.github.retention4j.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ChurnSampleTest {

  private static final ChurnSample FIVE =
      ChurnSample.of(new boolean[] {true, false, true, false, false});

  @Test
  void keepsMissingValuesAsTheLast() {
    ChurnSample sample = FIVE.withLabels("channel", List.of("web", "", "shop", "web", " "));
    assertThat(sample.churnBy("channel"))
        .containsExactly(
            Map.entry("shop", new Proportion(1, 1)),
            Map.entry("web", new Proportion(1, 2)),
            Map.entry("(missing)", new Proportion(0, 2)));
    assertThat(sample).hasToString("5 customers, 2 left, by channel");
    assertThat(sample.attributes()).containsExactly("channel");
  }

  @Test
  void keepsTheOrderOfOrderedLabels() {
    ChurnSample sample =
        FIVE.withOrdered(
            "size",
            List.of("small", "medium", "large"),
            List.of("large", "small", "", "small", "large"));
    assertThat(sample.churnBy("size").keySet()).containsExactly("small", "large", "(missing)");
  }

  @Test
  void cutsNumbersIntoBands() {
    double[] spend = {5, 10, 20, Double.NaN, 30};
    assertThat(FIVE.withNumbers("spend", spend, NumberBands.at(10, 25)).churnBy("spend"))
        .containsExactly(
            Map.entry("under 10", new Proportion(1, 1)),
            Map.entry("10 to under 25", new Proportion(1, 2)),
            Map.entry("25 or more", new Proportion(0, 1)),
            Map.entry("(missing)", new Proportion(0, 1)));
    assertThat(FIVE.withNumbers("spend", spend, NumberBands.quantiles(2)).churnBy("spend").keySet())
        .containsExactly("under 20", "20 or more", "(missing)");
    assertThat(FIVE.withNumbers("spend", spend).churnBy("spend").keySet())
        .containsExactly("under 10", "10 to under 20", "20 to under 30", "30 or more", "(missing)");
    assertThat(FIVE.withNumbers("same", new double[] {1, 1, 1, 1, 1}).churnBy("same").keySet())
        .containsExactly("all");
    assertThat(NumberBands.at(10, 25)).hasToString("at [10.0, 25.0]");
    assertThat(NumberBands.quantiles(4)).hasToString("4 quantiles");
  }

  @Test
  void knowsChurnPerMonth() {
    ChurnSample sample = FIVE.withExposure(new double[] {2, 0, 3, 10, 5});
    assertThat(sample.churnRate()).contains(EventRate.of(2, 20));
    assertThat(FIVE.churnRate()).isEmpty();
    assertThat(FIVE.churn()).isEqualTo(new Proportion(2, 5));
  }

  @Test
  void becomesColumnsOfNumbers() {
    CovariateTable table =
        FIVE.withLabels("channel", List.of("web", "", "shop", "web", "fax"))
            .withOrdered(
                "size", List.of("small", "large"), List.of("large", "small", "small", "", ""))
            .withNumbers("spend", new double[] {5, 10, 20, Double.NaN, 30})
            .withFlags("paperless", new boolean[] {true, false, false, false, true})
            .covariates(List.of("spend", "channel", "size", "paperless"));
    assertThat(table.names())
        .containsExactly(
            "spend",
            "spend (missing)",
            "channel=(missing)",
            "channel=fax",
            "channel=shop",
            "size=(missing)",
            "size=large",
            "paperless=yes");
    assertThat(table.terms().get(2).reference()).isEqualTo(Optional.of("web"));
    assertThat(table.terms().get(3).reference()).isEqualTo(Optional.of("small"));
    assertThat(table.column(0)).containsExactly(5, 10, 20, 0, 30);
    assertThat(table.column(1)).containsExactly(0, 0, 0, 1, 0);
    assertThat(table.column(7)).containsExactly(1, 0, 0, 0, 1);
  }

  @Test
  void namesTheRowThatIsWrong() {
    refuses(() -> ChurnSample.of(new boolean[0]), "left (0) must be at least one customer");
    refuses(
        () -> FIVE.withLabels("plan", List.of("a")),
        "plan (1 values) must be one for each of the 5 rows");
    refuses(
        () -> FIVE.withLabels("plan", List.of("a", "b", "(other)", "b", "a")),
        "plan ((other)) of row 3 must not be a reserved name");
    refuses(
        () -> FIVE.withOrdered("plan", List.of("a", "b"), List.of("a", "b", "a", "c", "a")),
        "plan (c) of row 4 must be one of its order");
    refuses(
        () -> FIVE.withOrdered("plan", List.of("a", "a"), List.of("a", "a", "a", "a", "a")),
        "order ([a, a]) of plan must not name a label twice");
    refuses(
        () -> FIVE.withNumbers("x", new double[] {1, 2, 3, 4, Double.POSITIVE_INFINITY}),
        "x (Infinity) of row 5 must not be infinite");
    refuses(
        () -> FIVE.withExposure(new double[] {1, 2, 0, 4, 5}),
        "exposure (0.0) of row 3 must be finite, and over 0 as it left");
    refuses(
        () -> FIVE.withExposure(new double[] {1, -2, 1, 4, 5}),
        "exposure (-2.0) of row 2 must be finite, and 0 or more");
  }

  @Test
  void namesTheAttributeThatIsWrong() {
    boolean[] flags = new boolean[5];
    refuses(() -> FIVE.withFlags(" ", flags), "attribute ( ) must not be blank");
    refuses(
        () -> FIVE.withFlags("plan", flags).withFlags("plan", flags),
        "attribute (plan) must be new to the sample");
    refuses(() -> FIVE.churnBy("plan"), "attribute (plan) must be one of []");
    refuses(() -> NumberBands.quantiles(1), "count (1) must be at least 2");
    refuses(() -> NumberBands.at(2, 1), "cuts ([2.0, 1.0]) must be finite and rise");
    refuses(() -> NumberBands.at(), "cuts ([]) must be finite and rise");
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
