package io.github.retention4j.internal.numeric;

/** Expressions of products that lose nothing where their terms nearly cancel. */
public final class Products {

  private Products() {}

  /**
   * Returns {@code a * b - c * d} with a small relative error even where the products nearly agree.
   *
   * <p>The rounding error of one product is recovered by a fused multiply-add and put back.
   *
   * @param a first factor of the first product
   * @param b second factor of the first product
   * @param c first factor of the second product
   * @param d second factor of the second product
   * @return a b - c d, within two units in the last place
   * @see <a href="https://doi.org/10.1090/S0025-5718-2013-02679-8">Jeannerod, Louvet and Muller
   *     (2013)</a>
   */
  public static double difference(double a, double b, double c, double d) {
    double second = c * d;
    double roundingOfSecond = Math.fma(-c, d, second);
    return Math.fma(a, b, -second) + roundingOfSecond;
  }
}
