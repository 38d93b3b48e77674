package io.github.retention4j.purchase;

/**
 * The log-likelihood of one history where rates hang together, and its derivatives: that of
 * independent rates, and the logarithm of the mean weight of the customers of that history. Not
 * thread-safe: holds the last result.
 */
final class ParetoNbdCorrelationLikelihood {

  static final int R = 0;
  static final int ALPHA = 1;
  static final int S = 2;
  static final int BETA = 3;
  static final int ASSOCIATION = 4;

  private final double[] parameters;
  private final SarmanovSide purchase;
  private final SarmanovSide attrition;
  private final SarmanovAssociation association;
  private final double[] omegaSlopes;
  private final ParetoNbdDropout dropout = new ParetoNbdDropout(this::addLeaving);
  private final ParetoNbdLikelihood independent = new ParetoNbdLikelihood(dropout);

  /** r + x. */
  private double power;

  private double sum;
  private double sumWeight;
  private double sumByOmega;
  private final double[] sumSlopes = new double[4];
  private final double[] sumWeightSlopes = new double[4];

  double value;
  final double[] slopes = new double[5];

  /**
   * Prepares for some parameters.
   *
   * @param parameters r, alpha, s, beta and the association
   */
  ParetoNbdCorrelationLikelihood(double[] parameters, double time) {
    this.parameters = parameters;
    purchase = new SarmanovSide(parameters[R], parameters[ALPHA], time);
    attrition = new SarmanovSide(parameters[S], parameters[BETA], time);
    association = new SarmanovAssociation(parameters[ASSOCIATION], purchase.mean, attrition.mean);
    omegaSlopes =
        new double[] {
          association.omegaByQuiet * purchase.meanByShape,
          association.omegaByQuiet * purchase.meanByRate,
          association.omegaByStays * attrition.meanByShape,
          association.omegaByStays * attrition.meanByRate,
          association.omegaByAssociation
        };
  }

  double omega() {
    return association.omega;
  }

  /** The derivatives of omega by all parameters. */
  double[] omegaSlopes() {
    return omegaSlopes.clone();
  }

  /** Computes value and slopes. */
  void at(Rising rising, double recency, double age) {
    clear();
    power = rising.r() + rising.x();
    independent.at(rising, parameters[ALPHA], parameters[S], parameters[BETA], recency, age);
    purchase.at(power, parameters[ALPHA] + age);
    attrition.at(parameters[S], parameters[BETA] + age);
    double ifStays = weight();
    double perSum = sum > 0 ? 1 / sum : 0;
    double ifLeft = sumWeight * perSum;
    double mean = independent.stays * ifStays + independent.left * ifLeft;
    value = independent.value + Math.log(mean);
    setSlopesOfIndependent();
    for (int i = 0; i < sumSlopes.length; i++) {
      double ofLeft = (sumWeightSlopes[i] - ifLeft * sumSlopes[i]) * perSum;
      double byChance = independent.stays * independent.left * oddsSlope(i);
      slopes[i] +=
          (independent.stays * weightSlope(i)
                  + independent.left * ofLeft
                  + byChance * (ifLeft - ifStays))
              / mean;
    }
    double byOmega =
        independent.stays * purchase.deviation * attrition.deviation
            + independent.left * sumByOmega * perSum;
    for (int i = 0; i < slopes.length; i++) {
      slopes[i] += byOmega / mean * omegaSlopes[i];
    }
  }

  private void setSlopesOfIndependent() {
    slopes[R] = independent.byR;
    slopes[ALPHA] = independent.byAlpha;
    slopes[S] = independent.byS;
    slopes[BETA] = independent.byBeta;
    slopes[ASSOCIATION] = 0;
  }

  /** The derivative of the log odds to have left where rates are independent. */
  private double oddsSlope(int parameter) {
    return switch (parameter) {
      case R -> dropout.byR;
      case ALPHA -> dropout.byAlpha;
      case S -> dropout.byS;
      default -> dropout.byBeta;
    };
  }

  private void clear() {
    sum = 0;
    sumWeight = 0;
    sumByOmega = 0;
    for (int i = 0; i < sumSlopes.length; i++) {
      sumSlopes[i] = 0;
      sumWeightSlopes[i] = 0;
    }
  }

  private double weight() {
    return association.weights.mean(purchase.chance, attrition.chance);
  }

  /** The derivative of the weight, omega held, by one of r, alpha, s and beta. */
  private double weightSlope(int parameter) {
    return association.omega
        * switch (parameter) {
          case R -> purchase.byShape * attrition.deviation;
          case ALPHA -> purchase.byRate * attrition.deviation;
          case S -> attrition.byShape * purchase.deviation;
          default -> attrition.byRate * purchase.deviation;
        };
  }

  private void addLeaving(
      double share, double alphaReach, double betaReach, double logAlpha, double logBeta) {
    double betaPower = parameters[S] + 1;
    purchase.at(power, alphaReach);
    attrition.at(betaPower, betaReach);
    double weight = weight();
    sum += share;
    sumWeight += share * weight;
    sumByOmega += share * purchase.deviation * attrition.deviation;
    addSlope(R, -logAlpha, share, weight);
    addSlope(ALPHA, -power / alphaReach, share, weight);
    addSlope(S, -logBeta, share, weight);
    addSlope(BETA, -betaPower / betaReach, share, weight);
  }

  /** Adds the derivatives of a share, and of the share times its weight. */
  private void addSlope(int parameter, double logSlope, double share, double weight) {
    sumSlopes[parameter] += share * logSlope;
    sumWeightSlopes[parameter] += share * (weight * logSlope + weightSlope(parameter));
  }
}
