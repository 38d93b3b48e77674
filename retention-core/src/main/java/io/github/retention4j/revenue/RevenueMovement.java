package io.github.retention4j.revenue;

/** Why recurring revenue at the close of a period differs from that at its opening. */
public enum RevenueMovement {
  /** From nothing, by a customer who never had revenue, or had it too long ago. */
  NEW("new", 1),
  /** From nothing, by a customer who had revenue before: see {@link ReactivationWindow}. */
  REACTIVATION("reactivation", 1),
  /** More from a customer who goes on. */
  EXPANSION("expansion", 1),
  /** Less from a customer who goes on. */
  CONTRACTION("contraction", -1),
  /** To nothing. */
  CHURN("churn", -1),
  /** The same price worth more or less in the book currency; never expansion nor contraction. */
  FOREIGN_EXCHANGE("foreign exchange", 1);

  private final String words;
  private final int sign;

  RevenueMovement(String words, int sign) {
    this.words = words;
    this.sign = sign;
  }

  /**
   * Returns the movement in words.
   *
   * @return for example {@code foreign exchange}
   */
  public String words() {
    return words;
  }

  /**
   * Returns how an amount of it enters the closing.
   *
   * @return -1 for what is taken off, contraction and churn, otherwise 1
   */
  public int sign() {
    return sign;
  }
}
