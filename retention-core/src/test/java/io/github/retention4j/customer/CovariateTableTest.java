package io.github.retention4j.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CovariateTableTest {

  private final CovariateTable table =
      CovariateTable.ofRows(3)
          .withNumbers("fee", new double[] {10, 20, 30})
          .withFactor("contract", List.of("month", "two years", "one year"), "month")
          .withFlags("partner", new boolean[] {true, false, true});

  @Test
  void holdsNumbersFactorsAndFlagsInColumns() {
    assertThat(table.rows()).isEqualTo(3);
    assertThat(table.names())
        .containsExactly("fee", "contract=one year", "contract=two years", "partner");
    assertThat(table.row(1))
        .isEqualTo(
            Map.of(
                "fee", 20.0, "contract=one year", 0.0, "contract=two years", 1.0, "partner", 0.0));
    assertThat(table.column(1)).containsExactly(0, 0, 1);
    assertThat(table.value(0, 3)).isEqualTo(1);
    assertThat(table.terms())
        .containsExactly(
            new CovariateTable.Term("fee", 0, 1, Optional.empty()),
            new CovariateTable.Term("contract", 1, 2, Optional.of("month")),
            new CovariateTable.Term("partner", 3, 1, Optional.empty()));
    assertThat(table)
        .hasToString("3 rows, covariates fee, contract=one year, contract=two years, partner");
  }

  @Test
  void leavesATermOut() {
    CovariateTable rest = table.without("contract");
    assertThat(rest.names()).containsExactly("fee", "partner");
    assertThat(rest.terms().get(1))
        .isEqualTo(new CovariateTable.Term("partner", 1, 1, Optional.empty()));
    assertThat(rest.column(1)).containsExactly(1, 0, 1);
    refused("name (age) must be one of [fee, contract, partner]", () -> table.without("age"));
  }

  @Test
  void refusesWhatDoesNotFit() {
    refused("rows (0) must be at least 1", () -> CovariateTable.ofRows(0));
    refused(
        "fee (NaN) of row 2 must be finite",
        () -> CovariateTable.ofRows(2).withNumbers("fee", new double[] {1, Double.NaN}));
    refused(
        "values of fee (1) must be as many as rows (2)",
        () -> CovariateTable.ofRows(2).withNumbers("fee", new double[1]));
    refused("name (fee) must be new to the table", () -> table.withNumbers("fee", new double[3]));
    refused("name ( ) must not be blank", () -> table.withNumbers(" ", new double[3]));
    refused(
        "reference (day) of plan must be the level of some row",
        () -> table.withFactor("plan", List.of("a", "b", "a"), "day"));
    refused(
        "levels of plan (only a) must be at least two",
        () -> table.withFactor("plan", List.of("a", "a", "a"), "a"));
  }

  private static void refused(String message, Runnable action) {
    assertThatThrownBy(action::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }
}
