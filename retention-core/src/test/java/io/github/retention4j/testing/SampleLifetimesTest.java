package io.github.retention4j.testing;

import static io.github.retention4j.testing.RetentionAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.survival.CoxFitter;
import io.github.retention4j.survival.KaplanMeier;
import io.github.retention4j.survival.LifetimeRegressionFamily;
import io.github.retention4j.survival.LifetimeRegressionFitter;
import io.github.retention4j.survival.Weibull;
import io.github.retention4j.time.TimeScale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleLifetimesTest {

  private static final int CUSTOMERS = 4_000;
  private static final SampleLifetimes TELCO = SampleLifetimes.TELCO;

  @Test
  void coxRecoversWhatDrivesChurn() {
    SampleLifetimes.Customers customers = TELCO.simulate(CUSTOMERS, 42);
    assertThat(CoxFitter.withDefaults().fit(customers.sample(), customers.covariates()))
        .recovers(TELCO.coefficients(), 0.95);
  }

  /** A hazard ratio of exp(b) makes Weibull lifetimes exp(-b / shape) times as long. */
  @Test
  void weibullRegressionRecoversLifetimesToo() {
    SampleLifetimes.Customers customers = TELCO.simulate(CUSTOMERS, 42);
    Weibull baseline = TELCO.baseline();
    TreeMap<String, Double> truth = new TreeMap<>(TELCO.coefficients());
    truth.replaceAll((flag, coefficient) -> -coefficient / baseline.shape());
    truth.put("(Intercept)", Math.log(baseline.scale()));
    truth.put("scale", 1 / baseline.shape());
    assertThat(
            LifetimeRegressionFitter.of(LifetimeRegressionFamily.WEIBULL)
                .fit(customers.sample(), customers.covariates())
                .report())
        .recovers(truth, 0.95);
  }

  @Test
  void withoutFlagsLifetimesAreThoseOfTheBaseline() {
    SampleLifetimes plain =
        new SampleLifetimes(new Weibull(1, 10, TimeScale.MEAN_MONTH), new TreeMap<>(), 40);
    SampleLifetimes.Customers customers = plain.simulate(CUSTOMERS, 42);
    assertThat(KaplanMeier.withDefaults().calculate(customers.sample()))
        .survivalAt(10)
        .isConsistentWith(Math.exp(-1));
    assertThat(customers.covariates().names()).isEmpty();
  }

  @Test
  void sameSeedSameCustomers() {
    assertThat(TELCO.simulate(9, 7).sample().duration(8))
        .isEqualTo(TELCO.simulate(9, 7).sample().duration(8))
        .isNotEqualTo(TELCO.simulate(9, 8).sample().duration(8));
  }
}
