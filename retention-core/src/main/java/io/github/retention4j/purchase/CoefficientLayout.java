package io.github.retention4j.purchase;

import io.github.retention4j.estimation.FitOptions;
import io.github.retention4j.estimation.NoPenalty;
import io.github.retention4j.estimation.NormalPriors;
import io.github.retention4j.estimation.NormalPriors.NormalPrior;
import io.github.retention4j.internal.mle.Parameter;
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
  private final String leaving;
  private final String staying;
  private final List<String> coefficients;

  /** The layout in which each covariate has one coefficient for leaving. */
  CoefficientLayout(
      List<Parameter> base, List<String> purchase, List<String> attrition, List<String> equal) {
    this(base, purchase, attrition, equal, "attrition", "attrition");
  }

  /**
   * The layout in which covariates act on leaving by two parameters.
   *
   * @param leaving what the report calls coefficients on the first of them
   * @param staying the same on the second; if equal, they are the same coefficients
   */
  CoefficientLayout(
      List<Parameter> base,
      List<String> purchase,
      List<String> attrition,
      List<String> equal,
      String leaving,
      String staying) {
    this.base = base;
    this.purchase = distinct(purchase);
    this.attrition = distinct(attrition);
    this.equal = distinct(equal);
    this.leaving = leaving;
    this.staying = staying;
    requireActing();
    coefficients =
        Stream.concat(
                purchase.stream().map(name -> name("purchase", name)),
                Stream.of(leaving, staying)
                    .flatMap(part -> attrition.stream().map(name -> name(part, name))))
            .distinct()
            .toList();
  }

  private void requireActing() {
    for (String name : equal) {
      if (!purchase.contains(name) || !attrition.contains(name)) {
        throw new IllegalArgumentException(
            "covariate (" + name + ") with equal coefficients must act on both processes");
      }
    }
    if (!equal.isEmpty() && !leaving.equals(staying)) {
      throw new IllegalArgumentException(
          "covariate ("
              + equal.get(0)
              + ") with equal coefficients must not have two for leaving, of "
              + leaving
              + " and of "
              + staying);
    }
    if (purchase.isEmpty() && attrition.isEmpty()) {
      throw new IllegalArgumentException("covariates (0) must be at least one");
    }
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

  private String name(String part, String name) {
    return (equal.contains(name) ? "both" : part) + "." + name;
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
    return place("purchase", name);
  }

  int attritionPlace(String name) {
    return place(leaving, name);
  }

  /** That of the second parameter; of the only one where there is no other. */
  int stayingPlace(String name) {
    return place(staying, name);
  }

  private int place(String part, String name) {
    return base.size() + coefficients.indexOf(name(part, name));
  }

  CovariateEffects purchaseEffects(double[] parameters) {
    return effects(purchase, this::purchasePlace, parameters);
  }

  CovariateEffects attritionEffects(double[] parameters) {
    return effects(attrition, this::attritionPlace, parameters);
  }

  CovariateEffects stayingEffects(double[] parameters) {
    return effects(attrition, this::stayingPlace, parameters);
  }

  private static CovariateEffects effects(
      List<String> names, ToIntFunction<String> place, double[] parameters) {
    Map<String, Double> effects = new LinkedHashMap<>();
    names.forEach(name -> effects.put(name, parameters[place.applyAsInt(name)]));
    return new CovariateEffects(effects);
  }
}
