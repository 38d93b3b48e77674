package io.github.retention4j.purchase;

import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.NormalPriors.NormalPrior;
import io.github.retention4j.internal.mle.Parameter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the coefficients of two processes stand among the parameters of a model with covariates:
 * after those of the model without.
 */
final class CoefficientLayout {

  private final List<Parameter> base;
  private final List<String> purchase;
  private final List<String> attrition;
  private final List<String> equal;
  private final List<String> coefficients = new ArrayList<>();

  CoefficientLayout(
      List<Parameter> base, List<String> purchase, List<String> attrition, List<String> equal) {
    this.base = base;
    this.purchase = distinct(purchase);
    this.attrition = distinct(attrition);
    this.equal = distinct(equal);
    for (String name : equal) {
      if (!purchase.contains(name) || !attrition.contains(name)) {
        throw new IllegalArgumentException(
            "covariate (" + name + ") with equal coefficients must act on both processes");
      }
    }
    if (purchase.isEmpty() && attrition.isEmpty()) {
      throw new IllegalArgumentException("covariates (0) must be at least one");
    }
    purchase.stream().map(this::purchaseName).forEach(coefficients::add);
    attrition.stream()
        .filter(name -> !equal.contains(name))
        .map(this::attritionName)
        .forEach(coefficients::add);
  }

  private static List<String> distinct(List<String> names) {
    HashSet<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name)) {
        throw new IllegalArgumentException("covariate (" + name + ") must come once only");
      }
    }
    return names;
  }

  private String purchaseName(String name) {
    return (equal.contains(name) ? "both." : "purchase.") + name;
  }

  private String attritionName(String name) {
    return (equal.contains(name) ? "both." : "attrition.") + name;
  }

  List<String> purchase() {
    return purchase;
  }

  List<String> attrition() {
    return attrition;
  }

  /** The names of the coefficients in the report. */
  List<String> coefficients() {
    return coefficients;
  }

  List<Parameter> parameters() {
    return Stream.concat(base.stream(), coefficients.stream().map(Parameter::real)).toList();
  }

  /** Draws the coefficients, and these alone, towards 0 where a ridge is given. */
  FitOptions ridged(FitOptions options, OptionalDouble ridge) {
    if (ridge.isEmpty()) {
      return options;
    }
    if (!(options.penalty() instanceof NoPenalty)) {
      throw new IllegalArgumentException(
          "penalty (" + options.penalty() + ") must be none beside a ridge");
    }
    NormalPrior prior = new NormalPrior(0, 1 / Math.sqrt(ridge.getAsDouble()));
    Map<String, NormalPrior> priors =
        coefficients.stream().collect(Collectors.toMap(name -> name, name -> prior));
    return options.with(new NormalPriors(priors));
  }

  int purchasePlace(String name) {
    return base.size() + coefficients.indexOf(purchaseName(name));
  }

  int attritionPlace(String name) {
    return base.size() + coefficients.indexOf(attritionName(name));
  }

  CovariateEffects purchaseEffects(double[] parameters) {
    return effects(purchase, this::purchasePlace, parameters);
  }

  CovariateEffects attritionEffects(double[] parameters) {
    return effects(attrition, this::attritionPlace, parameters);
  }

  private static CovariateEffects effects(
      List<String> names, ToIntFunction<String> place, double[] parameters) {
    Map<String, Double> effects = new LinkedHashMap<>();
    names.forEach(name -> effects.put(name, parameters[place.applyAsInt(name)]));
    return new CovariateEffects(effects);
  }
}
