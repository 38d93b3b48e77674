package io.github.retention4j.attention;

import static java.util.Objects.requireNonNull;

/** What was measured, by name. */
record RfmMeasures(FrequencyMeasure frequency, MonetaryMeasure monetary, AmountMeaning meaning) {

  RfmMeasures {
    requireNonNull(frequency, "frequency");
    requireNonNull(monetary, "monetary");
    requireNonNull(meaning, "meaning");
  }

  @Override
  public String toString() {
    return "frequency by " + frequency + ", money by " + monetary + " " + meaning;
  }
}
