package io.github.retention4j.purchase;

/**
 * Omega by a number that is free of its bounds, which move with the other parameters: the
 * association
 *
 * <pre>{@code
 * y = (w11 w00 - w10 w01) / (w11 w00 + w10 w01)
 * }</pre>
 *
 * <p>of the four weights, Yule's coefficient of a table of two by two. It is -1 and 1 at the bounds
 * of omega and 0 at 0, and smooth in all parameters, which a share of the bound is not.
 */
final class SarmanovAssociation {

  final SarmanovWeights weights;
  final double omega;
  final double omegaByAssociation;

  /** By the mean chances not to buy, and not to leave. */
  final double omegaByQuiet;

  final double omegaByStays;

  SarmanovAssociation(double association, SarmanovChance quiet, SarmanovChance stays) {
    omega = omega(association, quiet, stays);
    weights = SarmanovWeights.of(omega, quiet, stays);
    double both = weights.quietStays();
    double leaves = weights.quietLeaves();
    double buys = weights.busyStays();
    double none = weights.busyLeaves();
    double logOddsRatioByOmega =
        quiet.rest() * stays.rest() / both
            + quiet.rest() * stays.value() / leaves
            + quiet.value() * stays.rest() / buys
            + quiet.value() * stays.value() / none;
    omegaByAssociation = 2 / ((1 - association) * (1 + association)) / logOddsRatioByOmega;
    double square = omega * omega / logOddsRatioByOmega;
    omegaByQuiet =
        square * (squared(stays.value()) / (none * leaves) - squared(stays.rest()) / (both * buys));
    omegaByStays =
        square * (squared(quiet.value()) / (none * buys) - squared(quiet.rest()) / (both * leaves));
  }

  /** The root of the quadratic equation between -1 and 1 over a weight, of positive terms. */
  private static double omega(double y, SarmanovChance quiet, SarmanovChance stays) {
    double a = quiet.value() * stays.value();
    double b = quiet.rest() * stays.rest();
    double c = quiet.rest() * stays.value();
    double d = quiet.value() * stays.rest();
    double linear = (a + b) * (1 - y) + (c + d) * (1 + y);
    double alike = Math.sqrt(a) + Math.sqrt(b);
    double unlike = Math.sqrt(c) + Math.sqrt(d);
    double alikeGap = Math.sqrt(a) - Math.sqrt(b);
    double unlikeGap = Math.sqrt(c) - Math.sqrt(d);
    double low = squared(alike) * (1 - y) + squared(unlikeGap) * (1 + y);
    double high = squared(alikeGap) * (1 - y) + squared(unlike) * (1 + y);
    return 4 * y / (linear + Math.sqrt(low * high));
  }

  private static double squared(double value) {
    return value * value;
  }
}
