package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;

/**
 * Fits a model again and again to samples drawn anew, to see how far estimates scatter. Drawn from
 * the fitted model it is the parametric bootstrap; drawn from the sample itself, with replacement,
 * the plain one.
 *
 * <p>Defaults: 1000 replicates, seed 1, one thread. Each replicate has a random source of its own,
 * split off the seed in order, so that the number of threads does not change the answer. Immutable.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
 */
public final class Bootstrap {

  private static final Bootstrap DEFAULTS = new Bootstrap(1000, 1, 1);

  private final int replicates;
  private final long seed;
  private final int threads;

  private Bootstrap(int replicates, long seed, int threads) {
    this.replicates = replicates;
    this.seed = seed;
    this.threads = threads;
  }

  /**
   * Returns the bootstrap with its defaults.
   *
   * @return the bootstrap
   */
  public static Bootstrap withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns this bootstrap with another number of replicates.
   *
   * @param count at least 2; 1000 or more for intervals
   * @return the bootstrap
   * @throws IllegalArgumentException if under 2
   */
  public Bootstrap withReplicates(int count) {
    if (count < 2) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 2");
    }
    return new Bootstrap(count, seed, threads);
  }

  /**
   * Returns this bootstrap with another seed.
   *
   * @param other any number; the same gives the same answer
   * @return the bootstrap
   */
  public Bootstrap withSeed(long other) {
    return new Bootstrap(replicates, other, threads);
  }

  /**
   * Returns this bootstrap on several threads, each fitting replicates of its own.
   *
   * @param count at least 1; does not change the answer
   * @return the bootstrap
   * @throws IllegalArgumentException if under 1
   */
  public Bootstrap withThreads(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count (" + count + ") must be at least 1");
    }
    return new Bootstrap(replicates, seed, count);
  }

  /**
   * Draws and fits the replicates.
   *
   * @param fit of the sample itself
   * @param refit draws a sample with the source of chance given to it and fits it; called from
   *     several threads at once if so asked. A {@link FitException} drops the replicate and is
   *     counted
   * @param <M> the kind of model
   * @return the models of all replicates
   * @throws IllegalStateException if fewer than two replicates could be fitted
   */
  public <M> BootstrapResult<M> run(Fit<M> fit, Function<RandomGenerator, Fit<M>> refit) {
    requireNonNull(fit, "fit");
    requireNonNull(refit, "refit");
    List<Optional<M>> models = replicates(source -> fitted(refit, source));
    List<M> found = models.stream().flatMap(Optional::stream).toList();
    if (found.size() < 2) {
      throw new IllegalStateException(
          "replicates fitted (" + found.size() + ") must be at least two of " + replicates);
    }
    return new BootstrapResult<>(fit.model(), found, replicates - found.size());
  }

  /**
   * Draws the replicates of an estimate that needs no search, such as a curve that is counted.
   *
   * @param estimate of the sample itself
   * @param redraw draws a sample with the source of chance given to it and estimates anew; called
   *     from several threads at once if so asked
   * @param <M> the kind of estimate
   * @return the estimates of all replicates
   */
  public <M> BootstrapResult<M> resample(M estimate, Function<RandomGenerator, M> redraw) {
    requireNonNull(redraw, "redraw");
    return new BootstrapResult<>(estimate, replicates(redraw), 0);
  }

  private <R> List<R> replicates(Function<RandomGenerator, R> draw) {
    SplittableRandom random = new SplittableRandom(seed);
    SplittableRandom[] sources = new SplittableRandom[replicates];
    Arrays.setAll(sources, i -> random.split());
    List<Optional<R>> drawn = new ArrayList<>(Collections.nCopies(replicates, Optional.empty()));
    try (Workers workers = new Workers(threads)) {
      workers.run(
          worker -> {
            for (int i = worker; i < replicates; i += threads) {
              Workers.checkInterrupted();
              drawn.set(i, Optional.of(draw.apply(sources[i])));
            }
          });
    }
    return drawn.stream().flatMap(Optional::stream).toList();
  }

  private static <M> Optional<M> fitted(
      Function<RandomGenerator, Fit<M>> refit, RandomGenerator source) {
    try {
      return Optional.of(refit.apply(source).model());
    } catch (FitException e) {
      return Optional.empty();
    }
  }
}
