package io.github.retention4j.activity;

/**
 * Is told how far long work has come. Called from the threads that do the work, never by two at
 * once, a few hundred times at most; it should return soon.
 */
@FunctionalInterface
public interface ProgressListener {

  /** What is being done. */
  enum Phase {
    /** Events are read and put beside those of the same customers. */
    PARTITION,
    /** The events of each customer are counted by period. */
    GROUP
  }

  /**
   * Takes note.
   *
   * @param phase what is being done
   * @param done how much of the whole work is done, 0 to total, never less than before
   * @param total the whole work
   */
  void progress(Phase phase, long done, long total);
}
