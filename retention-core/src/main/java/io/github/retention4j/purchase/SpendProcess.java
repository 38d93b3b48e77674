package io.github.retention4j.purchase;

import java.util.random.RandomGenerator;

/** A way in which customers spend, of which customers can be drawn. */
@FunctionalInterface
public interface SpendProcess {

  /**
   * Draws what a customer pays at each of its purchases.
   *
   * @param purchases how many, the first one among them, at least 1
   * @param random where chance comes from
   * @return so many amounts, each 0 or more, in the order of the purchases
   */
  double[] simulate(int purchases, RandomGenerator random);
}
