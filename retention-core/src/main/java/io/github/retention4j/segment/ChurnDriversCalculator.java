package io.github.retention4j.segment;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.stats.ContinuityCorrection;
import io.github.retention4j.stats.EmptyCells;
import io.github.retention4j.stats.IntervalMethod;
import io.github.retention4j.stats.MultipleTesting;
import io.github.retention4j.stats.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Audits customers who left for what they share: for each attribute how churn goes with its values,
 * and which attribute it goes with most. Immutable.
 *
 * <p>It finds associations, not causes, one attribute at a time; attributes that go together share
 * theirs. {@link LogisticFitter} holds the others equal.
 *
 * <p>Defaults: values are compared with the rest; intervals at 0.95, of shares by Wilson; counts of
 * 0 corrected in ratios ({@link EmptyCells#HALDANE_ANSCOMBE}); no continuity correction; Fisher's
 * exact test for small tables ({@link SmallTables#FISHER_EXACT}); values of fewer than 20 customers
 * pooled.
 */
public final class ChurnDriversCalculator {

  private static final ChurnDriversCalculator DEFAULTS =
      new ChurnDriversCalculator(
          0.95,
          IntervalMethod.WILSON,
          EmptyCells.HALDANE_ANSCOMBE,
          ContinuityCorrection.NONE,
          SmallTables.FISHER_EXACT,
          20,
          Map.of());

  private final double level;
  private final IntervalMethod intervalMethod;
  private final EmptyCells emptyCells;
  private final ContinuityCorrection correction;
  private final SmallTables smallTables;
  private final long leastCustomers;
  private final Map<String, String> references;

  private ChurnDriversCalculator(
      double level,
      IntervalMethod intervalMethod,
      EmptyCells emptyCells,
      ContinuityCorrection correction,
      SmallTables smallTables,
      long leastCustomers,
      Map<String, String> references) {
    this.level = level;
    this.intervalMethod = requireNonNull(intervalMethod, "intervalMethod");
    this.emptyCells = requireNonNull(emptyCells, "emptyCells");
    this.correction = requireNonNull(correction, "correction");
    this.smallTables = requireNonNull(smallTables, "smallTables");
    this.leastCustomers = leastCustomers;
    this.references = references;
  }

  /**
   * Returns the calculator with the defaults.
   *
   * @return the calculator
   */
  public static ChurnDriversCalculator withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this calculator with another confidence level.
   *
   * @param level of all intervals, over 0 and under 1
   * @return the calculator
   * @throws IllegalArgumentException if the level is not between 0 and 1
   */
  public ChurnDriversCalculator withLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("level (" + level + ") must be over 0 and under 1");
    }
    return new ChurnDriversCalculator(
        level, intervalMethod, emptyCells, correction, smallTables, leastCustomers, references);
  }

  /**
   * Returns this calculator with other intervals of shares.
   *
   * @param method how they are made
   * @return the calculator
   */
  public ChurnDriversCalculator with(IntervalMethod method) {
    return new ChurnDriversCalculator(
        level, method, emptyCells, correction, smallTables, leastCustomers, references);
  }

  /**
   * Returns this calculator with another rule for ratios with a count of 0.
   *
   * @param rule what becomes of them
   * @return the calculator
   */
  public ChurnDriversCalculator with(EmptyCells rule) {
    return new ChurnDriversCalculator(
        level, intervalMethod, rule, correction, smallTables, leastCustomers, references);
  }

  /**
   * Returns this calculator with another correction of chi-square.
   *
   * @param made for attributes of two values
   * @return the calculator
   */
  public ChurnDriversCalculator with(ContinuityCorrection made) {
    return new ChurnDriversCalculator(
        level, intervalMethod, emptyCells, made, smallTables, leastCustomers, references);
  }

  /**
   * Returns this calculator with another rule for small tables.
   *
   * @param rule how they are tested
   * @return the calculator
   */
  public ChurnDriversCalculator with(SmallTables rule) {
    return new ChurnDriversCalculator(
        level, intervalMethod, emptyCells, correction, rule, leastCustomers, references);
  }

  /**
   * Returns this calculator with another bound under which values are pooled.
   *
   * @param customers values of an attribute with fewer are pooled as {@code (other)}; at least 1,
   *     which pools none
   * @return the calculator
   * @throws IllegalArgumentException if under 1
   */
  public ChurnDriversCalculator withLeastCustomers(long customers) {
    if (customers < 1) {
      throw new IllegalArgumentException("customers (" + customers + ") must be at least 1");
    }
    return new ChurnDriversCalculator(
        level, intervalMethod, emptyCells, correction, smallTables, customers, references);
  }

  /**
   * Returns this calculator with a reference value: the others of its attribute are compared with
   * it, not with the rest. It is never pooled.
   *
   * @param attribute the name of the attribute
   * @param value a label or a band of it
   * @return the calculator
   */
  public ChurnDriversCalculator withReference(String attribute, String value) {
    Map<String, String> more = new HashMap<>(references);
    more.put(requireNonNull(attribute, "attribute"), requireNonNull(value, "value"));
    return new ChurnDriversCalculator(
        level,
        intervalMethod,
        emptyCells,
        correction,
        smallTables,
        leastCustomers,
        Collections.unmodifiableMap(more));
  }

  double level() {
    return level;
  }

  IntervalMethod intervalMethod() {
    return intervalMethod;
  }

  EmptyCells emptyCells() {
    return emptyCells;
  }

  ContinuityCorrection correction() {
    return correction;
  }

  SmallTables smallTables() {
    return smallTables;
  }

  long leastCustomers() {
    return leastCustomers;
  }

  Optional<String> reference(AttributeColumn column) {
    Optional<String> reference = Optional.ofNullable(references.get(column.name()));
    reference.ifPresent(
        value -> {
          if (!column.labels().contains(value)) {
            throw new IllegalArgumentException(
                "reference ("
                    + value
                    + ") of "
                    + column.name()
                    + " must be one of "
                    + column.labels());
          }
        });
    return reference;
  }

  /**
   * Audits a sample.
   *
   * @param sample customers with at least one attribute
   * @return the attributes, that of the strongest association first
   * @throws IllegalArgumentException if the sample has no attribute, or a reference names an
   *     attribute or a value that it has not
   */
  public ChurnDrivers audit(ChurnSample sample) {
    if (sample.attributes().isEmpty()) {
      throw new IllegalArgumentException("sample (" + sample + ") must have an attribute");
    }
    references.keySet().stream().sorted().forEach(sample::column);
    List<AttributeAudit> audits = new ArrayList<>();
    for (AttributeColumn column : sample.columns()) {
      audits.add(new AttributeAudit(this, sample, column));
    }
    List<TestResult> tests = audits.stream().map(AttributeAudit::association).toList();
    List<TestResult> holm = adjusted(tests, MultipleTesting.HOLM, "Holm");
    List<TestResult> benjaminiHochberg =
        adjusted(tests, MultipleTesting.BENJAMINI_HOCHBERG, "Benjamini-Hochberg");
    List<AttributeProfile> profiles = new ArrayList<>();
    for (int i = 0; i < audits.size(); i++) {
      profiles.add(audits.get(i).profile(tests.get(i), holm.get(i), benjaminiHochberg.get(i)));
    }
    profiles.sort(ChurnDrivers.BY_STRENGTH);
    return new ChurnDrivers(sample.churn(), sample.churnRate(), profiles, leastCustomers, level);
  }

  private static List<TestResult> adjusted(
      List<TestResult> tests, MultipleTesting method, String name) {
    List<Double> pValues = method.adjust(tests.stream().map(TestResult::pValue).toList());
    List<Double> logs = method.adjustLog10(tests.stream().map(TestResult::log10PValue).toList());
    List<TestResult> adjusted = new ArrayList<>();
    for (int i = 0; i < tests.size(); i++) {
      TestResult test = tests.get(i);
      adjusted.add(
          new TestResult(
              test.test() + ", " + name + " adjusted",
              test.statistic(),
              pValues.get(i),
              logs.get(i)));
    }
    return adjusted;
  }
}
