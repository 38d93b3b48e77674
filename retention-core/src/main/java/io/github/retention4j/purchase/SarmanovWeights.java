package io.github.retention4j.purchase;

/**
 * How much customers count beside those of independent rates, by what they do within the mixing
 * time. With u the chance not to buy and v that not to leave, a customer counts
 *
 * <pre>{@code
 * 1 + omega (u - E(u)) (v - E(v)),
 * }</pre>
 *
 * <p>which is linear in u and in v, and so the mean of its values at the four corners of their
 * range. It is computed so, as a sum of positive terms. The mean over all customers is 1.
 *
 * @param quietStays the value at u = 1, v = 1
 * @param quietLeaves at u = 1, v = 0
 * @param busyStays at u = 0, v = 1
 * @param busyLeaves at u = 0, v = 0
 */
record SarmanovWeights(double quietStays, double quietLeaves, double busyStays, double busyLeaves) {

  /** Takes what rounding leaves below 0 for 0. */
  SarmanovWeights {
    quietStays = Math.max(0, quietStays);
    quietLeaves = Math.max(0, quietLeaves);
    busyStays = Math.max(0, busyStays);
    busyLeaves = Math.max(0, busyLeaves);
  }

  /** The weights for the means of u and v over all customers. */
  static SarmanovWeights of(double omega, SarmanovChance quiet, SarmanovChance stays) {
    return new SarmanovWeights(
        1 + omega * quiet.rest() * stays.rest(),
        1 - omega * quiet.rest() * stays.value(),
        1 - omega * quiet.value() * stays.rest(),
        1 + omega * quiet.value() * stays.value());
  }

  /** The least omega for which no customer counts less than nothing. */
  static double leastOmega(SarmanovChance quiet, SarmanovChance stays) {
    return -1 / Math.max(quiet.value() * stays.value(), quiet.rest() * stays.rest());
  }

  /** The largest omega for which no customer counts less than nothing. */
  static double largestOmega(SarmanovChance quiet, SarmanovChance stays) {
    return 1 / Math.max(quiet.value() * stays.rest(), quiet.rest() * stays.value());
  }

  /** The mean weight of customers for whom u and v are independent and have these means. */
  double mean(SarmanovChance quiet, SarmanovChance stays) {
    return quiet.value() * (stays.value() * quietStays + stays.rest() * quietLeaves)
        + quiet.rest() * (stays.value() * busyStays + stays.rest() * busyLeaves);
  }

  /** The same with the roles of buying and leaving exchanged. */
  SarmanovWeights exchanged() {
    return new SarmanovWeights(
        quietStays, /* quietLeaves= */ busyStays, /* busyStays= */ quietLeaves, busyLeaves);
  }

  /** The weights among customers whose mean weight this is. */
  SarmanovWeights over(double mean) {
    return new SarmanovWeights(
        quietStays / mean, quietLeaves / mean, busyStays / mean, busyLeaves / mean);
  }
}
