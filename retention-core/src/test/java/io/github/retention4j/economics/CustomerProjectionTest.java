package io.github.retention4j.economics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class CustomerProjectionTest {

  @Test
  void aBaseAtItsFixedPointDoesNotMove() {
    CustomerProjection projection = new CustomerProjection(100, 0.9, 10, 12);
    assertThat(projection.end()).isCloseTo(100, within(1e-12));
    assertThat(projection.steadyState().getAsDouble()).isCloseTo(100, within(1e-12));
  }

  @Test
  void roundsOnlyWhenPrinting() {
    CustomerProjection projection = new CustomerProjection(400, 0.95, 0, 11);
    assertThat(projection.end()).isCloseTo(400 * Math.pow(0.95, 11), within(1e-12));
    assertThat(projection.toText())
        .startsWith("Period       Customers\n0                  400\n1                  380\n")
        .endsWith("11                 228\ntends to             0\n");
  }

  @Property
  void theClosedFormIsTheRecursion(
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 1e6) double start,
      @ForAll @Scale(4) @DoubleRange(min = 0, max = 1) double retention,
      @ForAll @Scale(1) @DoubleRange(min = 0, max = 1e4) double newPerPeriod,
      @ForAll @IntRange(min = 1, max = 300) int periods) {
    CustomerProjection projection = new CustomerProjection(start, retention, newPerPeriod, periods);
    List<Double> path = projection.path();
    double customers = start;
    double byStart = 0;
    for (int t = 0; t < periods; t++) {
      assertThat(path.get(t)).isCloseTo(customers, within(1e-9 * (1 + customers)));
      byStart += customers;
      customers = customers * retention + newPerPeriod;
    }
    assertThat(projection.end()).isCloseTo(customers, within(1e-9 * (1 + customers)));
    assertThat(projection.customerPeriodsByStart())
        .isCloseTo(byStart, within(1e-9 * (1 + byStart)));
    double byEnd = byStart - start + customers;
    assertThat(projection.customerPeriodsByEnd())
        .isCloseTo(byEnd, within(1e-9 * (1 + byStart + customers)));
  }

  @Property
  void moreRetentionIsMoreCustomers(
      @ForAll @Scale(2) @DoubleRange(min = 0, max = 0.99) double retention,
      @ForAll @IntRange(min = 1, max = 60) int periods) {
    assertThat(new CustomerProjection(500, retention + 0.01, 20, periods).end())
        .isGreaterThan(new CustomerProjection(500, retention, 20, periods).end());
  }

  @Test
  void whereNobodyLeavesThereIsNoSteadyState() {
    CustomerProjection projection = new CustomerProjection(10, 1, 3, 4);
    assertThat(projection.path()).containsExactly(10.0, 13.0, 16.0, 19.0, 22.0);
    assertThat(projection.steadyState()).isEmpty();
    assertThat(new CustomerProjection(10, 0, 3, 2).path()).containsExactly(10.0, 3.0, 3.0);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(-1, 0.5, 0, 1))
        .withMessage("start (-1.0) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1, 1.5, 0, 1))
        .withMessage("retention (1.5) must be from 0 to 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1, 0.5, Double.NaN, 1))
        .withMessage("newPerPeriod (NaN) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1, 0.5, 0, 0))
        .withMessage("periods (0) must be from 1 to 100000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1, 0.5, 0, 3).at(4))
        .withMessage("period (4) must be from 0 to periods (3)");
  }

  @Test
  void refusesMorePeopleThanCanBeCounted() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1e300, 1, 0, 2))
        .withMessage("start (1.0E300) must be from 0 to 1000000000000000");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CustomerProjection(1, 1, Double.NaN, 2))
        .withMessage("newPerPeriod (NaN) must be from 0 to 1000000000000000");
  }
}
