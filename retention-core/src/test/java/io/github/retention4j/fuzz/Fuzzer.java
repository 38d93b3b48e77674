package io.github.retention4j.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/** Runs rounds of calls one after another, and watches that no call takes too long. */
final class Fuzzer {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** How long a call may work before it counts as one that hangs: a busy machine is no fault. */
  private static final Duration LONGEST_WORK = Duration.ofSeconds(10);

  /** How long a call may take, if it waits for something. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(120);

  private static final int MOST_RUNAWAYS = 3;
  private static final long WATCH_MILLIS = 20;
  private static final int STACK_LINES = 12;
  private static final long LAST_WORDS_MILLIS = 1_000;

  private final Entries entries = Entries.ofTheLibrary();
  private final Findings findings = new Findings();
  private int runaways;

  /** Runs rounds with the seed, the seed + 1 and so on, so many or until the time is over. */
  Findings run(long seed, int rounds, Duration time) throws InterruptedException {
    long start = System.nanoTime();
    int round = 0;
    while (round < rounds
        && System.nanoTime() - start < time.toNanos()
        && runaways < MOST_RUNAWAYS) {
      run(seed + round, start + time.toNanos());
      round++;
    }
    return findings;
  }

  int entries() {
    return entries.all().size();
  }

  private void run(long seed, long end) throws InterruptedException {
    Round round = new Round(seed, entries, findings);
    Thread thread = new Thread(round, "fuzz " + seed);
    AtomicReference<Throwable> broken = new AtomicReference<>();
    thread.setUncaughtExceptionHandler((t, thrown) -> broken.set(thrown));
    thread.setDaemon(true);
    thread.start();
    while (thread.isAlive()) {
      thread.join(WATCH_MILLIS);
      if (System.nanoTime() > end) {
        round.stop();
      }
      Optional<Call> late = round.running().filter(call -> isLate(call, thread));
      if (late.isPresent()) {
        if (!late.get().asksForMuch()) {
          findings.add(seed, late.get(), "hangs: " + stack(thread));
        }
        round.stop();
        end(thread);
        return;
      }
    }
    if (broken.get() != null) {
      throw new IllegalStateException("round " + seed + " broke off", broken.get());
    }
  }

  @SuppressWarnings({"removal", "deprecation"}) // later Javas cannot, and leave it running
  private void end(Thread thread) throws InterruptedException {
    thread.interrupt();
    try {
      thread.stop();
    } catch (UnsupportedOperationException e) {
      thread.setPriority(Thread.MIN_PRIORITY);
    }
    thread.join(LAST_WORDS_MILLIS);
    if (thread.isAlive()) {
      runaways++;
    }
  }

  private static boolean isLate(Call call, Thread thread) {
    long worked = THREADS.getThreadCpuTime(thread.getId()) - call.startCpuNanos();
    return worked > LONGEST_WORK.toNanos()
        || System.nanoTime() - call.startNanos() > LONGEST_WAIT.toNanos();
  }

  private static String stack(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(STACK_LINES)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining());
  }
}
