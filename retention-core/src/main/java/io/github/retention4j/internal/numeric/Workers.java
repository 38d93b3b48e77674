package io.github.retention4j.internal.numeric;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * A few threads that do one job together and are gone after it. What each does is fixed by its
 * number, or harmless in any order, so that results do not hang on their count.
 *
 * <p>If the calling thread is interrupted, all stop at their next step and the call ends with a
 * {@link CancellationException}, the interrupt flag set again.
 */
public final class Workers implements AutoCloseable {

  private static final int MOST = 1024;

  private final int count;
  private final ExecutorService pool;

  /**
   * Creates workers; one alone runs in the calling thread.
   *
   * @param count how many, at least 1
   * @throws IllegalArgumentException if there is not one, or more than 1,024
   */
  public Workers(int count) {
    this.count = checked(count);
    this.pool =
        Executors.newFixedThreadPool(
            Math.max(1, count - 1),
            job -> {
              Thread thread = new Thread(job, "retention4j-worker");
              thread.setDaemon(true);
              return thread;
            });
  }

  /**
   * Checks a number of threads before there are workers.
   *
   * @param threads how many, from 1 to 1,024
   * @return the number
   * @throws IllegalArgumentException if there is not one, or more than 1,024
   */
  public static int checked(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at least 1");
    }
    if (threads > MOST) {
      throw new IllegalArgumentException("threads (" + threads + ") must be at most " + MOST);
    }
    return threads;
  }

  /**
   * Returns the number of workers.
   *
   * @return at least 1
   */
  public int count() {
    return count;
  }

  /**
   * Runs a job once for each worker, numbered from 0, and waits for all.
   *
   * @param job takes the number of the worker; the first fault of any is thrown again
   * @throws CancellationException if the calling thread is interrupted
   */
  public void run(IntConsumer job) {
    List<Future<?>> others = new ArrayList<>();
    for (int worker = 1; worker < count; worker++) {
      int number = worker;
      others.add(pool.submit(() -> job.accept(number)));
    }
    try {
      job.accept(0);
      for (Future<?> other : others) {
        other.get();
      }
    } catch (InterruptedException e) {
      throw cancelled();
    } catch (ExecutionException e) {
      throw unwrapped(e);
    } finally {
      others.forEach(other -> other.cancel(true));
    }
  }

  /**
   * Ends the call if its thread was interrupted; long loops ask once in a while.
   *
   * @throws CancellationException if the calling thread is interrupted
   */
  public static void checkInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw cancelled();
    }
  }

  private static CancellationException cancelled() {
    Thread.currentThread().interrupt();
    return new CancellationException("the work was cancelled by interruption of its thread");
  }

  private static RuntimeException unwrapped(ExecutionException e) {
    if (e.getCause() instanceof RuntimeException fault) {
      return fault;
    }
    if (e.getCause() instanceof Error error) {
      throw error;
    }
    return new IllegalStateException(e.getCause());
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
