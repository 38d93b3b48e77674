package io.github.retention4j.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.AmountGrid;
import io.github.retention4j.money.Money;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sums of another tool, in the frame of {@link CohortCasesTest}. */
class AmountCasesTest {

  static Stream<JsonNode> cases() {
    return CohortCasesTest.leftTo(AmountCasesTest.class);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void agrees(JsonNode test) {
    CohortAmountTable table = table(test);
    int first = CohortCasesTest.firstPeriod(test);
    JsonNode expected = test.get("expected");
    JsonNode rows = expected.path("values");
    for (int row = 0; row < rows.size(); row++) {
      for (int age = 0; age < rows.get(row).size(); age++) {
        check(table, first + row, age, rows.get(row).get(age).asLong());
      }
    }
    expected
        .path("value_cells")
        .forEach(
            it -> check(table, first + it.get(0).asInt(), it.get(1).asInt(), it.get(2).asLong()));
    assertThat(rows.size() + expected.path("value_cells").size()).isPositive();
  }

  private static CohortAmountTable table(JsonNode test) {
    JsonNode settings = test.get("settings");
    return CohortAmountCalculator.withDefaults()
        .with(CohortCasesTest.rule(test))
        .calculate(
            ActivityGrid.from(
                CohortCasesTest.log(test, settings.get("start"), true), CohortCasesTest.axis(test)),
            AmountGrid.from(
                CohortCasesTest.log(test, settings.get("return"), true),
                CohortCasesTest.axis(test)));
  }

  private static void check(CohortAmountTable table, int period, int age, long expected) {
    int row = table.cohorts().stream().map(Cohort::period).toList().indexOf(period);
    Money actual = Money.of("USD", 0);
    if (row >= 0 && age < table.ages(row)) {
      CohortAmountCell cell = table.cell(row, age);
      actual =
          cell instanceof CohortAmountCell.NotYetObserved open
              ? open.sumSoFar()
              : cell.amount().orElseThrow().sum();
    }
    assertThat(actual).as("period " + period + ", age " + age).isEqualTo(Money.of("USD", expected));
  }
}
