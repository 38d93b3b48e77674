package io.github.retention4j.purchase;

import io.github.retention4j.time.TimeScale;
import java.util.random.RandomGenerator;

/** A way in which customers buy and leave, of which customers can be drawn. */
public interface PurchaseProcess {

  /**
   * Returns the unit of time.
   *
   * @return the unit of the times that are drawn
   */
  TimeScale timeScale();

  /**
   * Draws a customer and what it does after its first purchase.
   *
   * @param duration how long to watch, from the first purchase on, 0 or more
   * @param random where chance comes from
   * @return the customer; its purchases come after 0 and up to {@code duration}
   */
  SimulatedCustomer simulate(double duration, RandomGenerator random);
}
