package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Draws customers of a process. Each has chance of its own, so that a longer watch or another
 * number of customers leaves the first ones the customers they were.
 *
 * <p>Defaults: seed 42; no spend.
 */
public final class PurchaseSimulator {

  /** A process of spend with the currency of its amounts. */
  private record Spend(SpendProcess process, Currency currency) {}

  private final long seed;
  private final Optional<Spend> spend;

  private PurchaseSimulator(long seed, Optional<Spend> spend) {
    this.seed = seed;
    this.spend = spend;
  }

  /**
   * Returns the simulator with the defaults listed above.
   *
   * @return the simulator
   */
  public static PurchaseSimulator withDefaults() {
    return new PurchaseSimulator(42, Optional.empty());
  }

  /**
   * Chooses the seed.
   *
   * @param newSeed the same seed gives the same customers
   * @return a simulator with that seed
   */
  public PurchaseSimulator withSeed(long newSeed) {
    return new PurchaseSimulator(newSeed, spend);
  }

  /**
   * Has amounts drawn as well.
   *
   * @param process how customers spend
   * @param currency the currency of the amounts
   * @return a simulator that draws them
   */
  public PurchaseSimulator withSpend(SpendProcess process, Currency currency) {
    Spend newSpend =
        new Spend(requireNonNull(process, "process"), requireNonNull(currency, "currency"));
    return new PurchaseSimulator(seed, Optional.of(newSpend));
  }

  /**
   * Draws customers who are all watched for one time.
   *
   * @param process how customers buy and leave
   * @param customers how many, at least 1
   * @param age how long each is watched to the end of calibration, from its first purchase on, in
   *     the unit of the process, 0 or more
   * @return the customers
   * @throws IllegalArgumentException if there is no customer, or the age is negative, infinite or
   *     NaN
   */
  public SimulatedPurchases simulate(PurchaseProcess process, int customers, double age) {
    if (customers < 1) {
      throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
    }
    double[] ages = new double[customers];
    Arrays.fill(ages, age);
    return simulate(process, ages, 0);
  }

  /**
   * Draws customers of different ages, and what they do in a holdout.
   *
   * @param process how customers buy and leave
   * @param ages for each customer how long it is watched to the end of calibration, from its first
   *     purchase on, in the unit of the process, 0 or more; at least one
   * @param holdout how long all are watched after the end of calibration; 0 for no holdout
   * @return the customers
   * @throws IllegalArgumentException if there is no customer, or a time is negative, infinite or
   *     NaN
   */
  public SimulatedPurchases simulate(PurchaseProcess process, double[] ages, double holdout) {
    requireTime("holdout", holdout);
    if (ages.length == 0) {
      throw new IllegalArgumentException("ages (0) must be at least one");
    }
    SplittableRandom root = new SplittableRandom(seed);
    List<SimulatedCustomer> customers = new ArrayList<>(ages.length);
    for (double age : ages) {
      requireTime("age", age);
      customers.add(draw(process, age + holdout, root.split(), root.split()));
    }
    return new SimulatedPurchases(
        customers, process.timeScale(), ages.clone(), holdout, spend.map(Spend::currency));
  }

  private SimulatedCustomer draw(
      PurchaseProcess process,
      double duration,
      SplittableRandom purchaseChance,
      SplittableRandom spendChance) {
    SimulatedCustomer customer = process.simulate(duration, purchaseChance);
    return spend
        .map(
            chosen ->
                customer.withAmounts(
                    chosen.process().simulate(customer.purchases() + 1, spendChance)))
        .orElse(customer);
  }

  private static void requireTime(String name, double time) {
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw new IllegalArgumentException(name + " (" + time + ") must be finite and 0 or more");
    }
  }
}
