package io.github.retention4j.revenue;

/**
 * What counts where a period of the bridge is longer than those of the grid. Where they are the
 * same, both say the same.
 */
public enum MovementCounting {
  /**
   * The net change of each customer from the close of one period to the close of the next. Up by 30
   * and down by 10 is an expansion of 20; a customer who came and went is not seen.
   */
  NET_OF_PERIOD("net of the period"),
  /**
   * Every movement that the grid has. Up by 30 and down by 10 is an expansion of 30 and a
   * contraction of 10; a customer who came and went is new and is lost. A customer counts once for
   * each movement.
   */
  EVERY_MOVEMENT("every movement");

  private final String words;

  MovementCounting(String words) {
    this.words = words;
  }

  /**
   * Returns the choice in words.
   *
   * @return for example {@code net of the period}
   */
  public String words() {
    return words;
  }
}
