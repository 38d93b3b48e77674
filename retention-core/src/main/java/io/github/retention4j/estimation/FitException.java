package io.github.retention4j.estimation;

import static java.util.Objects.requireNonNull;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A fit that found no usable model: why, and how far it came. */
public final class FitException extends RuntimeException {

  /** Why there is no model. */
  public enum Reason {
    /** The sample cannot tell the parameters, whatever they are: for example nobody was lost. */
    DEGENERATE_SAMPLE,
    /** The likelihood has no maximum: it still rises where a parameter is practically endless. */
    NO_MAXIMUM,
    /** The likelihood has no single maximum: some parameters change nothing. */
    NOT_IDENTIFIED,
    /** The evaluations allowed were not enough. */
    EVALUATIONS_SPENT,
    /** The search ended at a point that is no maximum, by its gradient or its curvature. */
    NOT_CONVERGED
  }

  @Serial private static final long serialVersionUID = 1L;

  /** Why there is no model. */
  private final Reason reason;

  /** The highest point found; not kept where the exception is serialised. */
  private final transient @Nullable FitReport report;

  /**
   * Says that a sample cannot be fitted at all.
   *
   * @param reason why there is no model
   * @param message the same in words, with what was seen
   */
  public FitException(Reason reason, String message) {
    super(message);
    this.reason = requireNonNull(reason, "reason");
    this.report = null;
  }

  /**
   * Says that a search for the maximum failed.
   *
   * @param reason why there is no model
   * @param message the same in words, with what was seen
   * @param report the highest point found, without standard errors
   */
  public FitException(Reason reason, String message, FitReport report) {
    super(message);
    this.reason = requireNonNull(reason, "reason");
    this.report = requireNonNull(report, "report");
  }

  /**
   * Returns why there is no model.
   *
   * @return the reason
   */
  public Reason reason() {
    return reason;
  }

  /**
   * Returns the report of the highest point found.
   *
   * @return empty where the sample was refused before any search, and after serialisation
   */
  public Optional<FitReport> report() {
    return Optional.ofNullable(report);
  }
}
