package io.github.retention4j.revenue;

/**
 * How many customers had revenue at the opening of a period, and how many of them moved. The
 * closing follows: {@code opening + new + reactivated - churned = closing}; expansion, contraction
 * and foreign exchange move revenue, not heads.
 *
 * @param opening customers with revenue at the opening
 * @param newCustomers new customers
 * @param reactivated customers who came back
 * @param expanded customers who went on with more
 * @param contracted customers who went on with less
 * @param churned customers who were lost
 * @param exchanged customers whose revenue foreign exchange moved
 */
public record CustomerHeads(
    long opening,
    long newCustomers,
    long reactivated,
    long expanded,
    long contracted,
    long churned,
    long exchanged) {

  /**
   * Checks the counts.
   *
   * @param opening customers with revenue at the opening
   * @param newCustomers new customers
   * @param reactivated customers who came back
   * @param expanded customers who went on with more
   * @param contracted customers who went on with less
   * @param churned customers who were lost
   * @param exchanged customers whose revenue foreign exchange moved
   * @throws IllegalArgumentException if a count, or the closing, is negative
   */
  public CustomerHeads {
    requireCount("opening", opening);
    requireCount("newCustomers", newCustomers);
    requireCount("reactivated", reactivated);
    requireCount("expanded", expanded);
    requireCount("contracted", contracted);
    requireCount("churned", churned);
    requireCount("exchanged", exchanged);
    requireCount(
        "closing, which follows from the others,", opening + newCustomers + reactivated - churned);
  }

  private static void requireCount(String name, long count) {
    if (count < 0) {
      throw new IllegalArgumentException(name + " (" + count + ") must be 0 or more");
    }
  }

  /**
   * Returns the counts where only those who came and went are known.
   *
   * @param opening customers with revenue at the opening
   * @param newCustomers new customers
   * @param reactivated customers who came back
   * @param churned customers who were lost
   * @return the counts, nobody expanded, contracted or exchanged
   * @throws IllegalArgumentException if a count, or the closing, is negative
   */
  public static CustomerHeads of(long opening, long newCustomers, long reactivated, long churned) {
    return new CustomerHeads(opening, newCustomers, reactivated, 0, 0, churned, 0);
  }

  /**
   * Returns the count of a movement.
   *
   * @param movement which
   * @return 0 or more
   */
  public long count(RevenueMovement movement) {
    return switch (movement) {
      case NEW -> newCustomers;
      case REACTIVATION -> reactivated;
      case EXPANSION -> expanded;
      case CONTRACTION -> contracted;
      case CHURN -> churned;
      case FOREIGN_EXCHANGE -> exchanged;
    };
  }

  /**
   * Returns the customers with revenue at the close.
   *
   * @return opening + new + reactivated - churned, 0 or more
   */
  public long closing() {
    return opening + newCustomers + reactivated - churned;
  }

  /**
   * Adds the counts of the period that follows.
   *
   * @param next the counts that begin where these end
   * @return the counts of both periods; a customer who moved in both counts twice
   * @throws IllegalArgumentException if the next does not open with this closing
   */
  public CustomerHeads then(CustomerHeads next) {
    if (next.opening != closing()) {
      throw new IllegalArgumentException(
          "opening (" + next.opening + ") of the next must be the closing (" + closing() + ")");
    }
    return new CustomerHeads(
        opening,
        newCustomers + next.newCustomers,
        reactivated + next.reactivated,
        expanded + next.expanded,
        contracted + next.contracted,
        churned + next.churned,
        exchanged + next.exchanged);
  }

  /**
   * Returns who came and went.
   *
   * @return for example {@code 3 customers + 1 new + 0 reactivated - 1 churned = 3}
   */
  @Override
  public String toString() {
    return opening
        + (opening == 1 ? " customer + " : " customers + ")
        + newCustomers
        + " new + "
        + reactivated
        + " reactivated - "
        + churned
        + " churned = "
        + closing();
  }
}
