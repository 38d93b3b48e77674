package io.github.retention4j.estimation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class FitOptionsTest {

  private final FitOptions defaults = FitOptions.defaults();

  @Test
  void eachChoiceLeavesTheOthers() {
    Penalty ridge = new RidgePenalty(2);
    FitOptions options =
        defaults
            .withMaxEvaluations(1)
            .withThreads(2)
            .with(ridge)
            .withExtraStarts(List.of(List.of(1.0, 2.0)));
    assertThat(options).isEqualTo(new FitOptions(1, 2, ridge, List.of(List.of(1.0, 2.0))));
    assertThat(defaults).isEqualTo(FitOptions.defaults()).isNotEqualTo(options);
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withMaxEvaluations(0))
        .withMessage("maxEvaluations (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withThreads(0))
        .withMessage("threads (0) must be at least 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> defaults.withExtraStarts(List.of(List.of(1.0, Double.NaN))))
        .withMessage("extraStarts ([1.0, NaN]) must be finite");
  }
}
