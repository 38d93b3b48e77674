package io.github.retention4j.activity;

import static java.util.Objects.requireNonNull;

import io.github.retention4j.internal.numeric.Workers;

/**
 * How long work is done: on how many threads, and who is told of its progress. Neither changes a
 * result. Work ends with a {@link java.util.concurrent.CancellationException} soon after the
 * calling thread is interrupted.
 *
 * @param threads how many threads, the calling one among them, from 1 to 1,024
 * @param listener is told how far the work has come
 */
public record Work(int threads, ProgressListener listener) {

  /**
   * Checks the number of threads.
   *
   * @param threads how many threads
   * @param listener is told how far the work has come
   * @throws IllegalArgumentException if there is not one thread, or more than 1,024
   */
  public Work {
    requireNonNull(listener, "listener");
    Workers.checked(threads);
  }

  /**
   * Returns work in the calling thread alone.
   *
   * @return one thread, nobody told
   */
  public static Work inThisThread() {
    return onThreads(1);
  }

  /**
   * Returns work on several threads.
   *
   * @param threads how many, the calling one among them, from 1 to 1,024
   * @return that many threads, nobody told
   * @throws IllegalArgumentException if there is not one thread, or more than 1,024
   */
  public static Work onThreads(int threads) {
    return new Work(threads, (phase, done, total) -> {});
  }

  /**
   * Has somebody told of the progress.
   *
   * @param newListener is told how far the work has come
   * @return the same work with that listener
   */
  public Work with(ProgressListener newListener) {
    return new Work(threads, newListener);
  }
}
