package io.github.retention4j.purchase;

import io.github.retention4j.internal.numeric.Variates;
import io.github.retention4j.time.TimeScale;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.special.Gamma;

/**
 * Customers who buy at random times, each at a rate of its own that has a gamma distribution, and
 * never leave (Ehrenberg 1959): all answers have closed forms.
 */
record NegativeBinomialModel(double r, double alpha, TimeScale timeScale)
    implements PurchaseModel, PurchaseProcess {

  @Override
  public double logLikelihood(PurchaseHistory history) {
    double shape = r + history.purchases();
    return Gamma.logGamma(shape)
        - Gamma.logGamma(r)
        + r * Math.log(alpha)
        - shape * Math.log(alpha + history.age());
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return 1;
  }

  @Override
  public double probabilityAlive(PurchaseHistory history, double ahead) {
    return 1;
  }

  @Override
  public double expectedPurchases(double duration) {
    return r / alpha * duration;
  }

  @Override
  public double expectedPurchases(PurchaseHistory history, double duration) {
    return given(history).expectedPurchases(duration);
  }

  @Override
  public double probabilityOfPurchases(long purchases, double duration) {
    if (duration == 0) {
      return purchases == 0 ? 1 : 0;
    }
    return Math.exp(
        Gamma.logGamma(r + purchases)
            - Gamma.logGamma(r)
            - Gamma.logGamma(purchases + 1.0)
            + r * Math.log(alpha / (alpha + duration))
            + purchases * Math.log(duration / (alpha + duration)));
  }

  @Override
  public double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration) {
    return given(history).probabilityOfPurchases(purchases, duration);
  }

  @Override
  public double discountedPurchases(double force) {
    return r / alpha / force;
  }

  @Override
  public double discountedPurchases(PurchaseHistory history, double force) {
    return given(history).discountedPurchases(force);
  }

  private NegativeBinomialModel given(PurchaseHistory history) {
    return new NegativeBinomialModel(r + history.purchases(), alpha + history.age(), timeScale);
  }

  @Override
  public SimulatedCustomer simulate(double duration, RandomGenerator random) {
    double rate = Variates.gamma(r, random) / alpha;
    double[] times = new double[8];
    int count = 0;
    double time = random.nextExponential() / rate;
    while (time <= duration) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = time;
      time += random.nextExponential() / rate;
    }
    return SimulatedCustomer.ofLoyal(Arrays.copyOf(times, count));
  }
}
