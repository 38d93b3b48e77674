package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * Fits a model to the sample with one group of its rows left out, for each group in turn. Rows are
 * dealt to groups of nearly equal size by chance, from a seed; with as many groups as rows it is
 * the plain jackknife.
 *
 * <p>Defaults: 20 groups, seed 1. Immutable.
 *
 * @see <a href="https://doi.org/10.1093/biomet/43.3-4.353">Quenouille (1956)</a>
 */
public final class Jackknife {

  private static final Jackknife DEFAULTS = new Jackknife(20, 1);

  private final int groups;
  private final long seed;

  private Jackknife(int groups, long seed) {
    this.groups = groups;
    this.seed = seed;
  }

  /**
   * Returns the jackknife with its defaults.
   *
   * @return the jackknife
   */
  public static Jackknife withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this jackknife with another number of groups.
   *
   * @param count at least 2
   * @return the jackknife
   * @throws IllegalArgumentException if under 2
   */
  public Jackknife withGroups(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 2");
    }
    return new Jackknife(count, seed);
  }

  /**
   * Returns this jackknife with another seed.
   *
   * @param other any number; the same gives the same answer
   * @return the jackknife
   */
  public Jackknife withSeed(long other) {
    return new Jackknife(groups, other);
  }

  /**
   * Fits all groups but one, for each one.
   *
   * @param fit of the sample itself
   * @param rows how many rows the sample has, at least as many as groups
   * @param refit fits the rows, numbered from 0, that its argument keeps; must not fail
   * @param <M> the kind of model
   * @return the models
   * @throws IllegalArgumentException if there are fewer rows than groups
   * @throws FitException if a fit fails
   */
  public <M> JackknifeResult<M> run(Fit<M> fit, int rows, Function<IntPredicate, Fit<M>> refit) {
    requireNonNull(fit, "fit");
    requireNonNull(refit, "refit");
    if (rows < groups) {
      throw new IllegalArgumentException(
          "rows (" + rows + ") must be at least as many as groups (" + groups + ")");
    }
    int[] groupOf = dealt(rows);
    List<M> models = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      int left = group;
      models.add(refit.apply(row -> groupOf[row] != left).model());
    }
    return new JackknifeResult<>(fit.model(), models);
  }

  /** Deals the groups in turn, then shuffles them (Fisher and Yates). */
  private int[] dealt(int rows) {
    int[] groupOf = new int[rows];
    SplittableRandom random = new SplittableRandom(seed);
    for (int row = 0; row < rows; row++) {
      int other = random.nextInt(row + 1);
      groupOf[row] = groupOf[other];
      groupOf[other] = row % groups;
    }
    return groupOf;
  }
}
