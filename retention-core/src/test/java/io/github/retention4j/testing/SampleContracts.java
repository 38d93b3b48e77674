package io.github.retention4j.testing;

import io.github.retention4j.renewal.GeometricLifetime;
import io.github.retention4j.renewal.RenewalCohort;
import io.github.retention4j.renewal.RenewalModel;
import io.github.retention4j.renewal.RenewalSample;
import io.github.retention4j.renewal.ShiftedBetaGeometric;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * A business with contracts whose truth is known: how many customers renew is drawn from a model.
 *
 * @param <M> the kind of model of renewals
 * @param name its name
 * @param model how customers renew
 */
public record SampleContracts<M extends RenewalModel>(String name, M model) {

  /** Customers differ much, so that many leave early and few late: 37 % at the first renewal. */
  public static final SampleContracts<ShiftedBetaGeometric> REGULAR =
      new SampleContracts<>("regular", new ShiftedBetaGeometric(0.704, 1.182));

  /** Customers differ less: 15 % leave at the first renewal. */
  public static final SampleContracts<ShiftedBetaGeometric> HIGH_END =
      new SampleContracts<>("high end", new ShiftedBetaGeometric(0.668, 3.806));

  /** Customers are all alike: 10 % leave at each renewal. */
  public static final SampleContracts<GeometricLifetime> CLUB =
      new SampleContracts<>("club", new GeometricLifetime(0.1));

  /** All of them. */
  public static List<SampleContracts<?>> all() {
    return List.of(REGULAR, HIGH_END, CLUB);
  }

  /**
   * Cohorts of as many customers each, the oldest of which had so many renewals, and each younger
   * one a renewal less, down to one.
   */
  public RenewalSample simulate(long customers, int renewals, long seed) {
    List<RenewalCohort> cohorts =
        IntStream.rangeClosed(1, renewals)
            .mapToObj(age -> new RenewalCohort(Collections.nCopies(age + 1, customers)))
            .toList();
    return new RenewalSample(cohorts).drawnFrom(model, new SplittableRandom(seed));
  }

  /** The name of the business. */
  @Override
  public String toString() {
    return name;
  }
}
