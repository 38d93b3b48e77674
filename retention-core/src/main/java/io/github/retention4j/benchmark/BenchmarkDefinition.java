package io.github.retention4j.benchmark;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * How a metric was worked out: a code by which definitions are compared, and words for people. The
 * code names the base and the rule, not the direction, so it is the same for a rate and its
 * complement.
 *
 * @param code a short key; two definitions are the same if their codes are. Kept in lower case with
 *     hyphens, {@code OF_CUSTOMERS_AT_START} becoming {@code of-customers-at-start}
 * @param text the definition in words, not blank
 */
public record BenchmarkDefinition(String code, String text) {

  /**
   * Of the customers present when the period starts, those still there at its end (or not). Who
   * came within the period counts in neither. (end - acquired) / start.
   */
  public static final BenchmarkDefinition OF_CUSTOMERS_AT_START =
      new BenchmarkDefinition(
          "of-customers-at-start",
          "customers of the period's start who are still there at its end (or not), over all"
              + " customers at the start");

  /**
   * Everyone who left within the period over those active when it starts. Unlike {@link
   * #OF_CUSTOMERS_AT_START} it counts who came and left within the period as lost.
   */
  public static final BenchmarkDefinition CHURNED_OF_ACTIVE_AT_START =
      new BenchmarkDefinition(
          "churned-of-active-at-start",
          "subscribers who ended their last subscription in the period, over subscribers active at"
              + " its start");

  /** Recurring revenue at the end of those who were customers at the start, over theirs then. */
  public static final BenchmarkDefinition OF_STARTING_REVENUE =
      new BenchmarkDefinition(
          "of-starting-revenue",
          "recurring revenue at the end from the customers of the start (or lost from them), over"
              + " recurring revenue at the start");

  /** The share of answers 9 and 10 less the share of answers 0 to 6 to one question. */
  public static final BenchmarkDefinition RECOMMENDATION_0_TO_10 =
      new BenchmarkDefinition(
          "recommendation-0-to-10",
          "share of answers 9 and 10 less share of answers 0 to 6 to the question of recommending");

  /** The American Customer Satisfaction Index: three questions weighted to 0 to 100. */
  public static final BenchmarkDefinition ACSI_INDEX =
      new BenchmarkDefinition(
          "acsi-index", "American Customer Satisfaction Index, 0 to 100, from three questions");

  private static final String UNSTATED = "unstated";

  /**
   * Checks that both are there.
   *
   * @param code a short key
   * @param text the definition in words
   * @throws IllegalArgumentException if the text is blank or the code is anything but letters,
   *     digits, hyphens and underscores
   */
  public BenchmarkDefinition {
    requireNonNull(code, "definition code");
    Texts.requireText(text, "definition");
    if (!code.matches("[A-Za-z0-9]+([-_][A-Za-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "definition code (" + code + ") must be letters and digits joined by hyphens");
    }
    code = code.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns a definition whose base or rule the source leaves open.
   *
   * @param text what is known and what is missing, in words
   * @return a definition that is the same as no other, not even as itself
   * @throws IllegalArgumentException if the text is blank
   */
  public static BenchmarkDefinition unstated(String text) {
    return new BenchmarkDefinition(UNSTATED, text);
  }

  /**
   * Tells whether the source says how the metric was worked out.
   *
   * @return false if the code is {@code unstated}
   */
  public boolean isStated() {
    return !code.equals(UNSTATED);
  }

  /**
   * Tells whether two definitions are known to be one.
   *
   * @param other another definition
   * @return true if both are stated and their codes are equal
   */
  public boolean isSameAs(BenchmarkDefinition other) {
    return isStated() && code.equals(other.code);
  }

  /**
   * Returns code and words.
   *
   * @return for example {@code acsi-index: American Customer Satisfaction Index ...}
   */
  @Override
  public String toString() {
    return code + ": " + text;
  }
}
