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
import io.github.retention4j.survival.CoxReport;
import io.github.retention4j.survival.LifetimeLimit;
import io.github.retention4j.survival.SurvivalCurve;
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
    assertThat(fit.term("payment_method").result().isSignificantAt(0.01)).isFalse();
    assertThat(fit.term("contract").result().log10PValue()).isLessThan(-20);
    assertThat(fit.leftOut()).containsExactly("tech_support=No internet service");
    MixShift shift = study.byPayment();
    assertThat(shift.mix()).isGreaterThan(0.7 * shift.change());
    assertThat(study.chapters())
        .hasSize(6)
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

  /**
   * R 4.2.2, survival 3.5-3: survfit, survdiff and coxph (eps 1e-13) of Surv(tenure, churn) by
   * contract, and by contract, internet_service and monthly_charges.
   */
  @Test
  void agreesWithSurvivalInR() throws IOException {
    Path csv = Path.of("..", "..", "shared", "data", "wa_churn.csv");
    assumeTrue(Files.isRegularFile(csv), () -> csv + " is not on this machine");
    TelcoChurnStudy study = TelcoChurnStudy.of(csv);
    SurvivalCurve monthToMonth = study.curves().of("Month-to-month");
    assertThat(monthToMonth.median().estimate()).isEqualTo(new LifetimeLimit.Reached(35));
    assertThat(study.curves().of("Two year").median().estimate())
        .isInstanceOf(LifetimeLimit.NotReached.class);
    assertThat(study.contractsDiffer().test().statistic())
        .isCloseTo(2352.87253825934, within(1e-8));
    CoxReport report = study.drivers().report();
    assertThat(report.logLikelihood()).isCloseTo(-14200.7165069148, within(1e-8));
    assertThat(report.coefficient("contract=One year").value())
        .isCloseTo(-1.88829874506138, within(1e-10));
    assertThat(report.coefficient("monthly_charges").value())
        .isCloseTo(-0.0314232462509828, within(1e-12));
  }

  @Test
  void asksForAFileOrNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TelcoChurnStudy.main(new String[] {"a.csv", "b.csv"}))
        .withMessage("arguments ([a.csv, b.csv]) must be the path of a CSV file, or none");
  }
}
