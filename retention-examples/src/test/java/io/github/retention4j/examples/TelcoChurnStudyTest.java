package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.retention4j.segment.AttributeProfile;
import io.github.retention4j.segment.ChurnDrivers;
import io.github.retention4j.segment.LogisticFit;
import io.github.retention4j.segment.MixShift;
import io.github.retention4j.stats.Proportion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TelcoChurnStudyTest {

  @Test
  void findsInTheSampleWhatWasPutThere() throws IOException {
    TelcoChurnStudy study = TelcoChurnStudy.ofSampleData();
    ChurnDrivers drivers = study.audit();
    assertThat(drivers.attributes().get(0).attribute()).isEqualTo("contract");
    AttributeProfile payment = drivers.attribute("payment_method");
    assertThat(payment.holm().isSignificantAt(0.001)).isTrue();
    // How it pays changes nothing once the contract is known.
    LogisticFit fit = study.allElseEqual();
    assertThat(fit.term("payment_method").test().orElseThrow().isSignificantAt(0.01)).isFalse();
    assertThat(fit.term("contract").test().orElseThrow().log10PValue()).isLessThan(-20);
    assertThat(fit.leftOut()).containsExactly("tech_support=No internet service");
    MixShift shift = study.byPayment();
    assertThat(shift.mix()).isGreaterThan(0.7 * shift.change());
    assertThat(study.chapters())
        .hasSize(3)
        .noneMatch(chapter -> chapter.contains("NaN"))
        .anyMatch(chapter -> chapter.contains("association, not cause"));
  }

  @Test
  void agreesWithThePublicData() throws IOException {
    Path csv = Path.of("..", "..", "shared", "data", "wa_churn.csv");
    assumeTrue(Files.isRegularFile(csv), () -> csv + " is not on this machine");
    TelcoChurnStudy study = TelcoChurnStudy.of(csv);
    ChurnDrivers drivers = study.audit();
    assertThat(drivers.churn()).isEqualTo(new Proportion(1869, 7043));
    AttributeProfile contract = drivers.attributes().get(0);
    assertThat(contract.attribute()).isEqualTo("contract");
    // R: chisq.test(table(contract, churn)) gives X-squared = 1184.6, df = 2.
    assertThat(contract.association().statistic()).isCloseTo(1184.5966, within(1e-4));
    assertThat(contract.value("Month-to-month").contrast().orElseThrow().against())
        .isEqualTo("Two year");
    assertThat(study.chapters()).noneMatch(chapter -> chapter.contains("NaN"));
  }

  @Test
  void asksForAFileOrNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TelcoChurnStudy.main(new String[] {"a.csv", "b.csv"}))
        .withMessage("arguments ([a.csv, b.csv]) must be the path of a CSV file, or none");
  }
}
