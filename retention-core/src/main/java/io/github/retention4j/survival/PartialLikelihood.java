package io.github.retention4j.survival;

import io.github.retention4j.customer.CovariateTable;
import io.github.retention4j.estimation.FitException;
import io.github.retention4j.internal.numeric.CompensatedSum;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.IntToDoubleFunction;

/**
 * The partial likelihood of Cox and its derivatives.
 *
 * <p>One walk through the groups, from the last time to the first, sums up who is at risk and gives
 * the hazard h of each group. The rest is sums over rows: with H the sum of h over the groups in
 * which a row was at risk, and r its risk {@code w exp(beta x)},
 *
 * <pre>{@code
 * gradient    = sum over rows of (w left - r H) x
 * information = sum over rows of r H x x'  -  sum over groups of h (mean x) (mean x)'
 * }</pre>
 *
 * <p>so that no matrix is carried along the walk. Work is cut in blocks of groups that hang on the
 * sample alone, and summed in their order: threads do not change the answer.
 */
final class PartialLikelihood {

  private static final int BLOCK_PLACES = 1 << 14;

  private final RiskOrder order;
  private final CoxDesign design;
  private final CoxTies ties;
  private final Workers workers;
  private final int[] blockStart;

  private PartialLikelihood(RiskOrder order, CoxDesign design, CoxTies ties, Workers workers) {
    this.order = order;
    this.design = design;
    this.ties = ties;
    this.workers = workers;
    this.blockStart = blockStart(order);
  }

  /**
   * Prepares a sample.
   *
   * @param reason why the customers left that count, empty for any reason
   * @param offset the column whose coefficient is 1, if any
   * @throws IllegalArgumentException if covariates and sample do not go together or the reason is
   *     unknown
   * @throws FitException if nobody left, or nobody else was at risk when someone did
   */
  static PartialLikelihood of(
      LifetimeSample sample,
      CovariateTable covariates,
      CoxTies ties,
      Optional<String> reason,
      Optional<String> offset,
      Workers workers) {
    if (covariates.rows() != sample.rows()) {
      throw new IllegalArgumentException(
          "covariates (" + covariates.rows() + " rows) must have " + sample.rows() + " rows");
    }
    CoxColumns columns = CoxColumns.of(covariates, offset);
    RiskOrder order = RiskOrder.of(sample, RiskOrder.events(sample, number(sample, reason)));
    if (order.groups() == 0) {
      throw new FitException(
          FitException.Reason.DEGENERATE_SAMPLE,
          "none of " + sample.rows() + " customers left" + reason.map(r -> " by " + r).orElse(""));
    }
    if (!order.comparesAnyone()) {
      throw new FitException(
          FitException.Reason.DEGENERATE_SAMPLE,
          "whenever a customer left, no other was at risk: there is nobody to compare with");
    }
    CoxDesign design = CoxDesign.of(sample, covariates, columns, order, workers);
    return new PartialLikelihood(order, design, ties, workers);
  }

  private static int number(LifetimeSample sample, Optional<String> reason) {
    if (reason.isPresent() && !sample.reasons().contains(reason.get())) {
      throw new IllegalArgumentException(
          "reason (" + reason.get() + ") must be one of " + sample.reasons());
    }
    return reason.map(name -> sample.reasons().indexOf(name) + 1).orElse(0);
  }

  private static int[] blockStart(RiskOrder order) {
    int[] start = new int[order.groups() + 1];
    int blocks = 0;
    int work = BLOCK_PLACES;
    for (int g = 0; g < order.groups(); g++) {
      if (work >= BLOCK_PLACES) {
        start[blocks++] = g;
        work = 0;
      }
      work += order.firstPlace(g + 1) - order.firstPlace(g);
      work += order.firstLeaver(g + 1) - order.firstLeaver(g);
    }
    start[blocks] = order.groups();
    return Arrays.copyOf(start, blocks + 1);
  }

  RiskOrder order() {
    return order;
  }

  CoxDesign design() {
    return design;
  }

  private int blocks() {
    return blockStart.length - 1;
  }

  private void forEachBlock(IntConsumer job) {
    workers.run(
        worker -> {
          for (int block = worker; block < blocks(); block += workers.count()) {
            Workers.checkInterrupted();
            job.accept(block);
          }
        });
  }

  /** The risk of each place at some coefficients, and the sums with which each block begins. */
  static final class Walk {

    private final double[] risk;
    private final RiskSums[] before;
    private final double eventSum;

    private Walk(double[] risk, RiskSums[] before, double eventSum) {
      this.risk = risk;
      this.before = before;
      this.eventSum = eventSum;
    }

    /** The weight of a place times {@code exp(beta x)}. */
    double risk(int place) {
      return risk[place];
    }
  }

  /** Returns the likelihood at standardised coefficients. */
  CoxPoint at(double[] coefficients) {
    return at(walk(coefficients), group -> 1);
  }

  Walk walk(double[] coefficients) {
    double[] risk = new double[order.places()];
    double[] eventSum = new double[blocks()];
    RiskSums[] total = new RiskSums[blocks()];
    forEachBlock(block -> eventSum[block] = fillRisks(block, coefficients, risk));
    forEachBlock(block -> total[block] = total(block, risk));
    RiskSums[] before = new RiskSums[blocks()];
    RiskSums running = new RiskSums(design.columns());
    for (int block = 0; block < blocks(); block++) {
      before[block] = new RiskSums(design.columns());
      before[block].add(running);
      if (startsStratum(block)) {
        running.clear();
      }
      running.add(total[block]);
    }
    return new Walk(risk, before, CompensatedSum.of(eventSum));
  }

  private double fillRisks(int block, double[] coefficients, double[] risk) {
    double[] values = design.values();
    CompensatedSum eventSum = new CompensatedSum();
    int at = order.firstPlace(blockStart[block]) * coefficients.length;
    for (int g = blockStart[block]; g < blockStart[block + 1]; g++) {
      int firstEvent = order.firstEvent(g);
      int endEvent = firstEvent + order.events(g);
      for (int place = order.firstPlace(g); place < order.firstPlace(g + 1); place++) {
        double predictor = design.offset(place);
        for (double coefficient : coefficients) {
          predictor += coefficient * values[at++];
        }
        risk[place] = order.weight(place) * Math.exp(predictor);
        if (place >= firstEvent && place < endEvent) {
          eventSum.add(order.weight(place) * predictor);
        }
      }
    }
    return eventSum.value();
  }

  private RiskSums total(int block, double[] risk) {
    RiskSums sums = new RiskSums(design.columns());
    for (int g = blockStart[block]; g < blockStart[block + 1]; g++) {
      step(g, risk, sums);
    }
    return sums;
  }

  private boolean startsStratum(int block) {
    for (int g = blockStart[block]; g < blockStart[block + 1]; g++) {
      if (order.isFirstOfStratum(g)) {
        return true;
      }
    }
    return false;
  }

  /** Lets rows join and leave the risk set at a group. */
  private void step(int group, double[] risk, RiskSums sums) {
    double[] values = design.values();
    int columns = design.columns();
    if (order.isFirstOfStratum(group)) {
      sums.clear();
    }
    for (int place = order.firstPlace(group); place < order.firstPlace(group + 1); place++) {
      sums.add(risk[place], values, place * columns);
    }
    for (int i = order.firstLeaver(group); i < order.firstLeaver(group + 1); i++) {
      int place = order.leaver(i);
      sums.add(-risk[place], values, place * columns);
    }
  }

  /** Shows all risk sets, in the order of their groups. */
  void visit(Walk walk, Consumer<RiskSet> visitor) {
    for (int block = 0; block < blocks(); block++) {
      visit(block, walk, visitor);
    }
  }

  private void visit(int block, Walk walk, Consumer<RiskSet> visitor) {
    RiskSums sums = new RiskSums(design.columns());
    sums.add(walk.before[block]);
    RiskSet set = new RiskSet(design.columns());
    for (int g = blockStart[block]; g < blockStart[block + 1]; g++) {
      step(g, walk.risk, sums);
      sums.copyTo(set.all);
      set.group = g;
      addEvents(set, walk.risk);
      visitor.accept(set);
    }
  }

  private void addEvents(RiskSet set, double[] risk) {
    int from = order.firstEvent(set.group);
    int events = order.events(set.group);
    boolean shared = ties == CoxTies.EFRON && events > 1;
    set.eventWeight = 0;
    Arrays.fill(set.tied, 0);
    for (int place = from; place < from + events; place++) {
      set.eventWeight += order.weight(place);
      if (shared) {
        set.addTied(risk[place], design.values(), place * design.columns());
      }
    }
    set.settle(shared ? events : 1);
  }

  /**
   * Returns the likelihood with what each group adds to its derivatives times a factor; the
   * logarithm of the likelihood is that without factor.
   */
  CoxPoint at(Walk walk, IntToDoubleFunction factor) {
    int columns = design.columns();
    double[] hazard = new double[order.groups()];
    double[] spared = new double[order.groups()];
    double[] logSum = new double[blocks()];
    double[][] triangle = new double[blocks()][columns * (columns + 1) / 2];
    double[][] gradient = new double[blocks()][columns];
    forEachBlock(
        block -> {
          CompensatedSum logs = new CompensatedSum();
          visit(
              block,
              walk,
              set -> {
                double times = factor.applyAsDouble(set.group);
                hazard[set.group] = times * set.hazard;
                spared[set.group] = times * set.spared;
                logs.add(set.logSum);
                set.addMeans(-times, triangle[block]);
              });
          logSum[block] = logs.value();
        });
    double[] cumulative = cumulative(hazard);
    forEachBlock(
        block ->
            addRows(
                block,
                walk,
                factor,
                cumulative,
                spared,
                new Sums(gradient[block], triangle[block])));
    return new CoxPoint(
        walk,
        walk.eventSum - CompensatedSum.of(logSum),
        sum(gradient, columns),
        square(sum(triangle, columns * (columns + 1) / 2), columns),
        hazard,
        spared);
  }

  /** Where a block sums its rows up. */
  private static final class Sums {

    private final double[] gradient;
    private final double[] triangle;

    Sums(double[] gradient, double[] triangle) {
      this.gradient = gradient;
      this.triangle = triangle;
    }

    void add(double residual, double exposure, double[] values, int from) {
      int at = 0;
      for (int j = 0; j < gradient.length; j++) {
        double value = values[from + j];
        gradient[j] += residual * value;
        double times = exposure * value;
        for (int k = 0; k <= j; k++) {
          triangle[at++] += times * values[from + k];
        }
      }
    }
  }

  private void addRows(
      int block,
      Walk walk,
      IntToDoubleFunction factor,
      double[] cumulative,
      double[] spared,
      Sums sums) {
    for (int g = blockStart[block]; g < blockStart[block + 1]; g++) {
      double times = factor.applyAsDouble(g);
      for (int place = order.firstPlace(g); place < order.firstPlace(g + 1); place++) {
        double exposure = walk.risk[place] * exposure(place, cumulative, spared);
        double events = order.isEvent(place) ? times * order.weight(place) : 0;
        sums.add(events - exposure, exposure, design.values(), place * design.columns());
      }
    }
  }

  /** Returns for each place the sum of coefficients times values, both standardised, and offset. */
  double[] predictors(double[] coefficients) {
    double[] predictors = new double[order.places()];
    double[] values = design.values();
    forEachBlock(
        block -> {
          int from = order.firstPlace(blockStart[block]);
          int at = from * coefficients.length;
          for (int place = from; place < order.firstPlace(blockStart[block + 1]); place++) {
            predictors[place] = design.offset(place);
            for (double coefficient : coefficients) {
              predictors[place] += coefficient * values[at++];
            }
          }
        });
    return predictors;
  }

  /** Returns the hazard that a place was exposed to while it was at risk. */
  double exposure(int place, double[] cumulative, double[] spared) {
    int group = order.groupOf(place);
    int leaves = order.leavesAt(place);
    double from = leaves == RiskOrder.NEVER ? 0 : cumulative[leaves];
    return cumulative[group] - from - (order.isEvent(place) ? spared[group] : 0);
  }

  /** Returns for each group the sum of the hazards of it and of all before it in time. */
  double[] cumulative(double[] hazard) {
    double[] cumulative = new double[hazard.length];
    for (int stratum = 0; stratum < order.strata(); stratum++) {
      CompensatedSum sum = new CompensatedSum();
      for (int g = order.firstGroup(stratum + 1) - 1; g >= order.firstGroup(stratum); g--) {
        cumulative[g] = sum.add(hazard[g]).value();
      }
    }
    return cumulative;
  }

  private static double[] sum(double[][] parts, int length) {
    double[] sum = new double[length];
    for (double[] part : parts) {
      for (int i = 0; i < length; i++) {
        sum[i] += part[i];
      }
    }
    return sum;
  }

  private static double[][] square(double[] triangle, int columns) {
    double[][] square = new double[columns][columns];
    int at = 0;
    for (int j = 0; j < columns; j++) {
      for (int k = 0; k <= j; k++) {
        square[j][k] = triangle[at];
        square[k][j] = triangle[at++];
      }
    }
    return square;
  }
}
