package io.github.retention4j.internal.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class WorkersTest {

  @Test
  void eachWorkerDoesItsPartOnce() {
    AtomicIntegerArray calls = new AtomicIntegerArray(3);
    try (Workers workers = new Workers(3)) {
      assertThat(workers.count()).isEqualTo(3);
      workers.run(calls::incrementAndGet);
      workers.run(calls::incrementAndGet);
    }
    assertThat(calls).hasToString("[2, 2, 2]");
  }

  @Test
  void aFaultOfAnyWorkerReachesTheCaller() {
    try (Workers workers = new Workers(2)) {
      for (int faulty = 0; faulty < 2; faulty++) {
        int number = faulty;
        assertThatThrownBy(
                () ->
                    workers.run(
                        worker -> {
                          if (worker == number) {
                            throw new IllegalArgumentException("worker " + worker);
                          }
                        }))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("worker " + faulty);
      }
      assertThatThrownBy(
              () ->
                  workers.run(
                      worker -> {
                        if (worker == 1) {
                          throw new StackOverflowError("deep");
                        }
                      }))
          .isInstanceOf(StackOverflowError.class);
    }
  }

  @Test
  void interruptionCancels() {
    try (Workers workers = new Workers(2)) {
      CountDownLatch never = new CountDownLatch(1);
      Thread.currentThread().interrupt();
      assertThatThrownBy(
              () ->
                  workers.run(
                      worker -> {
                        if (worker == 1) {
                          awaitOrStop(never);
                        }
                      }))
          .isInstanceOf(CancellationException.class)
          .hasMessage("the work was cancelled by interruption of its thread");
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void aLoopThatAsksIsCancelled() {
    Workers.checkInterrupted();
    Thread.currentThread().interrupt();
    assertThatThrownBy(Workers::checkInterrupted).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void needsAtLeastOne() {
    assertThatThrownBy(() -> new Workers(0)).hasMessage("threads (0) must be at least 1");
  }

  private static void awaitOrStop(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
