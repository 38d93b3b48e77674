package io.github.retention4j.clv;

import io.github.retention4j.purchase.PurchaseHistory;
import io.github.retention4j.purchase.PurchaseModel;
import io.github.retention4j.time.TimeScale;

/** Customers who all buy at one rate per day and leave at another, and are all still there. */
record SteadyBuyers(double buysPerDay, double leavesPerDay, TimeScale timeScale)
    implements PurchaseModel {

  private double buys() {
    return buysPerDay * timeScale.days();
  }

  private double leaves() {
    return leavesPerDay * timeScale.days();
  }

  @Override
  public double logLikelihood(PurchaseHistory history) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double probabilityAlive(PurchaseHistory history) {
    return 1;
  }

  @Override
  public double probabilityAlive(PurchaseHistory history, double ahead) {
    return Math.exp(-leaves() * ahead);
  }

  @Override
  public double expectedPurchases(double duration) {
    return -Math.expm1(-leaves() * duration) * buys() / leaves();
  }

  @Override
  public double expectedPurchases(PurchaseHistory history, double duration) {
    return expectedPurchases(duration);
  }

  @Override
  public double probabilityOfPurchases(long purchases, double duration) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double probabilityOfPurchases(PurchaseHistory history, long purchases, double duration) {
    throw new UnsupportedOperationException();
  }

  @Override
  public double discountedPurchases(double force) {
    return buys() / (leaves() + force);
  }

  @Override
  public double discountedPurchases(PurchaseHistory history, double force) {
    return discountedPurchases(force);
  }
}
