package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.github.retention4j.ReferenceTable;
import org.junit.jupiter.api.Test;

class ExponentialIntegralTest {

  /** What the Javadoc promises, relative to the value. */
  private static final double PROMISED = 1e-13;

  @Test
  void agreesWithTheReference() {
    for (NamedCsvRecord row :
        ReferenceTable.rows(ExponentialIntegral.class, "exponential-integral.csv")) {
      double expected = ReferenceTable.number(row, "scaled");
      assertThat(
              ExponentialIntegral.scaled(
                  ReferenceTable.number(row, "s"), ReferenceTable.number(row, "z")))
          .as("%s", row)
          .isCloseTo(expected, within(PROMISED * expected));
    }
  }

  @Test
  void refusesOrdersAndPlacesThatAreNotPositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> ExponentialIntegral.scaled(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> ExponentialIntegral.scaled(1, 0));
  }
}
