package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.EventRate;
import io.github.retention4j.stats.Proportion;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What customers who left share. Made by {@link ChurnDriversCalculator}.
 *
 * <p>Associations, not causes: an attribute may go with churn because both go with something else.
 *
 * @param churn those who left, of all customers
 * @param rate losses per customer-month; empty without exposure
 * @param attributes ranked by strength, then by p-value, then by name
 * @param leastCustomers values of fewer customers were pooled
 * @param level the confidence level of all intervals
 */
public record ChurnDrivers(
    Proportion churn,
    Optional<EventRate> rate,
    List<AttributeProfile> attributes,
    long leastCustomers,
    double level) {

  static final Comparator<AttributeProfile> BY_STRENGTH =
      Comparator.comparingDouble(AttributeProfile::strength)
          .reversed()
          .thenComparingDouble(profile -> profile.association().log10PValue())
          .thenComparing(AttributeProfile::attribute);

  /**
   * Copies the list.
   *
   * @param churn those who left
   * @param rate losses per customer-month
   * @param attributes ranked
   * @param leastCustomers values of fewer customers were pooled
   * @param level the confidence level of all intervals
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ChurnDrivers {
    requireNonNull(churn, "churn");
    requireNonNull(rate, "rate");
    attributes = List.copyOf(attributes);
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be between 0 and 1");
    }
  }

  /**
   * Returns what was found of an attribute.
   *
   * @param attribute its name
   * @return the profile
   * @throws IllegalArgumentException if there is no such attribute
   */
  public AttributeProfile attribute(String attribute) {
    return attributes.stream()
        .filter(profile -> profile.attribute().equals(attribute))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "attribute ("
                        + attribute
                        + ") must be one of "
                        + attributes.stream().map(AttributeProfile::attribute).toList()));
  }

  /**
   * Returns the audit in lines: the attributes in their order, each with its tests and avoidable
   * losses, and below it a line for each value.
   *
   * @return text that ends with a line feed
   */
  public String toText() {
    return new ChurnDriversText(this).text();
  }

  /**
   * Returns the audit in one line.
   *
   * @return for example {@code 1869/7043 (26.54 %) left; associated: contract 0.410, tenure 0.35}
   */
  @Override
  public String toString() {
    return churn
        + " left; associated: "
        + String.join(
            ", ",
            attributes.stream()
                .map(profile -> profile.attribute() + " " + Texts.number(profile.strength()))
                .toList());
  }
}
