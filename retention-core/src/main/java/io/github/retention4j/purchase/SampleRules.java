package io.github.retention4j.purchase;

import static java.util.Objects.requireNonNull;

/** The choices that say how purchases become histories. */
record SampleRules(
    SameDayPurchases sameDay, AgeConvention age, SpendScope spend, ZeroSpend zeroSpend) {

  SampleRules {
    requireNonNull(sameDay, "sameDay");
    requireNonNull(age, "age");
    requireNonNull(spend, "spend");
    requireNonNull(zeroSpend, "zeroSpend");
  }
}
