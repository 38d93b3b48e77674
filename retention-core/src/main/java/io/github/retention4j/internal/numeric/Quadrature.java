package io.github.retention4j.internal.numeric;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/**
 * Integrates a positive function given by its logarithm, and returns the logarithm of the integral.
 *
 * <p>The variable is taken on a scale without ends: its logarithm on (0, inf), its log-odds on (0,
 * 1). There a power at an end, x^(e - 1) with e as small as 1e-6, becomes an exponential tail that
 * no double underflows. The peak is found by climbing, and panels that double in width away from it
 * are integrated by the 21-point Gauss-Kronrod rule, cut in half until the 10-point Gauss rule
 * inside agrees. The function on that scale must have one peak, and must be smooth on either side
 * of it; its height and width may be anything.
 *
 * <p>The error of the result is near 1e-14, plus a rounding or two of the largest logarithm that
 * the integrand returns, plus a rounding of the place of the peak over its width: measure from near
 * the peak where that is narrow. Typically 300 to 700 evaluations, nothing allocated but the
 * adapters.
 *
 * @see <a href="https://doi.org/10.1007/978-3-642-61786-7">Piessens et al. (1983), QUADPACK</a>
 */
public final class Quadrature {

  /** Once the integrand has dropped by this factor from its peak, e^-42, the tail is left out. */
  private static final double NEGLIGIBLE = 42;

  /** The peak is known well enough once the bracket around it is this flat. */
  private static final double FLAT = 1;

  private static final double GOLDEN = 0.6180339887498949;
  private static final double FARTHEST = 1e12;

  /** Past this many panels only roundings can be left to disagree, and none is cut any more. */
  private static final int MAX_PANELS = 2_000;

  /** Disagreement of the two rules at which the better one is exact to rounding. */
  private static final double AGREEMENT = 1e-11;

  /** Steps beside the peak, in widths of its bracket, over which a smooth integrand stays level. */
  private static final double LEVEL = 1e-13;

  private static final int LEVEL_STEPS = 8;

  /**
   * Positive nodes of the Gauss-Kronrod rule; every second one, from the first, is a Gauss node.
   */
  private static final double[] NODES = {
    0.14887433898163122,
    0.2943928627014602,
    0.4333953941292472,
    0.5627571346686047,
    0.6794095682990244,
    0.7808177265864169,
    0.8650633666889845,
    0.9301574913557082,
    0.9739065285171717,
    0.9956571630258081
  };

  private static final double CENTRE_WEIGHT = 0.1494455540029169;

  private static final double[] WEIGHTS = {
    0.14773910490133849,
    0.14277593857706009,
    0.13470921731147334,
    0.12349197626206584,
    0.10938715880229764,
    0.0931254545836976,
    0.07503967481091996,
    0.054755896574351995,
    0.032558162307964725,
    0.011694638867371874
  };

  /** Weights of the Gauss nodes. */
  private static final double[] GAUSS_WEIGHTS = {
    0.29552422471475287,
    0.26926671930999635,
    0.21908636251598204,
    0.1494513491505806,
    0.06667134430868814
  };

  private final DoubleUnaryOperator logF;

  private double peak;
  private double bracket;
  private double top;
  private double tolerance;
  private double sum;
  private int panels;

  private Quadrature(DoubleUnaryOperator logF) {
    this.logF = logF;
  }

  /**
   * Integrates over x from 0 to infinity.
   *
   * <p>A power x^(e - 1) with e below 0.01 is better put to {@link #overLine} as e ln x: e - 1
   * alone holds e to 1e-16 only.
   *
   * @param logF maps ln x to the logarithm of the integrand at x; minus infinity where it is 0
   * @return the natural logarithm of the integral
   * @throws IllegalArgumentException if the integrand is not finite at 1, has a pole, or does not
   *     fall towards both ends fast enough for the integral to exist
   */
  public static double overPositive(DoubleUnaryOperator logF) {
    return overLine(t -> logF.applyAsDouble(t) + t, 0);
  }

  /**
   * Integrates over x from 0 to 1.
   *
   * @param logF maps ln x and ln(1 - x) to the logarithm of the integrand at x
   * @return the natural logarithm of the integral
   * @throws IllegalArgumentException if the integrand is not finite at 0.5, has a pole, or the
   *     integral does not exist
   */
  public static double overUnit(DoubleBinaryOperator logF) {
    return overLine(
        t -> {
          double logX = -LogSum.log1pExp(-t);
          double logY = -LogSum.log1pExp(t);
          return logF.applyAsDouble(logX, logY) + logX + logY;
        },
        0);
  }

  /**
   * Integrates over x between two finite ends.
   *
   * <p>For a function that is bounded, or rises towards an end no faster than its distance to the
   * power -1/2. A steeper end needs {@link #overUnit}, which tells the integrand the logarithm of
   * that distance.
   *
   * @param logF maps x to the logarithm of the integrand at x
   * @param from lower end
   * @param to upper end, above {@code from}
   * @return the natural logarithm of the integral
   * @throws IllegalArgumentException if the ends are not finite and in order, or the integrand is
   *     not finite in the middle
   */
  public static double between(DoubleUnaryOperator logF, double from, double to) {
    double width = to - from;
    if (!(width > 0 && width < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("to (" + to + ") must be above from (" + from + ")");
    }
    double logIntegral =
        overUnit(
            (logX, logY) ->
                logF.applyAsDouble(
                    logX < logY ? from + width * Math.exp(logX) : to - width * Math.exp(logY)));
    return logIntegral + Math.log(width);
  }

  /**
   * Integrates over the whole line.
   *
   * @param logF maps t to the logarithm of the integrand at t
   * @param start where to begin the search for the peak
   * @return the natural logarithm of the integral
   * @throws IllegalArgumentException if the integrand is not finite at {@code start}, has a pole,
   *     or does not fall towards both ends
   */
  public static double overLine(DoubleUnaryOperator logF, double start) {
    Quadrature quadrature = new Quadrature(logF);
    quadrature.findPeak(start);
    return quadrature.integrate();
  }

  private double at(double t) {
    double value = logF.applyAsDouble(t);
    if (!(value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "log of the integrand (" + value + ") must be a number below infinity");
    }
    return value;
  }

  private void findPeak(double start) {
    double middle = start;
    top = at(start);
    if (top == Double.NEGATIVE_INFINITY) {
      throw new IllegalArgumentException(
          "log of the integrand (" + top + ") must be finite where the search starts");
    }
    double step = at(start + 1) >= at(start - 1) ? 1 : -1;
    double behind = start - step;
    double ahead = start + step;
    double value = at(ahead);
    while (value > top) {
      behind = middle;
      middle = ahead;
      top = value;
      step = next(step);
      ahead += step;
      value = at(ahead);
    }
    narrow(behind, middle, ahead);
  }

  /** Golden-section search for the peak between two ends, until the bracket is flat. */
  private void narrow(double end, double inside, double otherEnd) {
    double a = end;
    double m = inside;
    double b = otherEnd;
    while (Math.min(at(a), at(b)) < top - FLAT && Math.abs(b - a) > 4 * Math.ulp(m)) {
      double t = Math.abs(b - m) > Math.abs(m - a) ? b + (m - b) * GOLDEN : a + (m - a) * GOLDEN;
      double value = at(t);
      boolean towardsB = (t - m) * (b - m) > 0;
      if (value > top) {
        top = value;
        double old = m;
        m = t;
        a = towardsB ? old : a;
        b = towardsB ? b : old;
      } else {
        a = towardsB ? a : t;
        b = towardsB ? t : b;
      }
    }
    peak = m;
    bracket = Math.max(Math.abs(b - m), Math.abs(m - a));
  }

  private static double next(double step) {
    if (Math.abs(step) > FARTHEST) {
      throw new IllegalArgumentException("the integrand must fall towards both ends");
    }
    return 2 * step;
  }

  private double integrate() {
    tolerance = Math.max(AGREEMENT, 2 * roughness());
    addSide(bracket);
    addSide(-bracket);
    return top + Math.log(sum);
  }

  /** How far roundings move the integrand: no two rules can be asked to agree better. */
  private double roughness() {
    double step = Math.max(LEVEL * bracket, Math.ulp(peak));
    double roughness = Math.ulp(top);
    for (int i = 1; i <= LEVEL_STEPS; i++) {
      roughness = Math.max(roughness, Math.abs(at(peak + i * step) - top));
    }
    return roughness;
  }

  /** Adds what lies on one side of the peak, in panels that double in width. */
  private void addSide(double firstStep) {
    double step = firstStep;
    double from = peak;
    double value;
    do {
      double to = from + step;
      sum += panel(Math.min(from, to), Math.max(from, to));
      value = at(to);
      from = to;
      step = next(step);
    } while (value > top - NEGLIGIBLE);
  }

  private double panel(double from, double to) {
    double half = (to - from) / 2;
    double middle = from + half;
    double kronrod = CENTRE_WEIGHT * density(middle);
    double gauss = 0;
    for (int i = 0; i < NODES.length; i++) {
      double pair = density(middle - half * NODES[i]) + density(middle + half * NODES[i]);
      kronrod += WEIGHTS[i] * pair;
      gauss += (i & 1) == 0 ? GAUSS_WEIGHTS[i / 2] * pair : 0;
    }
    double difference = half * Math.abs(kronrod - gauss);
    panels++;
    if (panels > MAX_PANELS || difference <= tolerance * (sum + half * kronrod)) {
      return half * kronrod;
    }
    return panel(from, middle) + panel(middle, to);
  }

  private double density(double t) {
    return Math.exp(at(t) - top);
  }
}
