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

  /** How long a call may work that asked for much: then it is broken off. */
  private static final Duration LONGEST_MUCH = Duration.ofSeconds(1);

  /** How long a call may take, if it waits for something. */
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

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
        note(seed, late.get(), thread);
        breakOff(round, thread);
        if (round.running().map(Call::startNanos).equals(late.map(Call::startNanos))) {
          round.stop();
          runaways++;
          return;
        }
      }
    }
    if (broken.get() != null && !(broken.get() instanceof ThreadDeath)) {
      throw new IllegalStateException("round " + seed + " broke off", broken.get());
    }
  }

  private void note(long seed, Call late, Thread thread) {
    if (!late.asksForMuch()) {
      findings.add(seed, late, "hangs: " + stack(thread));
    }
  }

  /** Ends the call that is running, or the round where this Java cannot end a call. */
  @SuppressWarnings({"deprecation", "removal"})
  private static void breakOff(Round round, Thread thread) throws InterruptedException {
    try {
      thread.stop();
    } catch (UnsupportedOperationException e) {
      round.stop();
      thread.interrupt();
    }
    thread.join(LAST_WORDS_MILLIS);
  }

  private static boolean isLate(Call call, Thread thread) {
    long worked = THREADS.getThreadCpuTime(thread.getId()) - call.startCpuNanos();
    Duration longest = call.asksForMuch() ? LONGEST_MUCH : LONGEST_WORK;
    return worked > longest.toNanos()
        || System.nanoTime() - call.startNanos() > LONGEST_WAIT.toNanos();
  }

  private static String stack(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .limit(STACK_LINES)
        .map(frame -> "\n    at " + frame)
        .collect(Collectors.joining());
  }
}
