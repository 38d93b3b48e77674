package io.github.retention4j.subscription;

/** Which discounts make recurring revenue less. */
public enum DiscountTreatment {
  /** None: the list price counts. Recurly offers it. */
  IGNORED,
  /** Those without an end, since the others are over soon. Stripe does so. */
  PERMANENT_ONLY,
  /** All, while they last. ProfitWell does so. */
  ALL
}
