package io.github.retention4j.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Executable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;

/** Calls every entry once, in an order and with arguments that the seed alone decides. */
final class Round implements Runnable {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int MOST_KEPT_OF_A_LIST = 3;

  private final long seed;
  private final Entries entries;
  private final Findings findings;
  private final Judge judge = new Judge();
  private final Values values;
  private final Large large = new Large();
  private volatile Optional<Call> running = Optional.empty();
  private volatile boolean stopped;

  Round(long seed, Entries entries, Findings findings) {
    this.seed = seed;
    this.entries = entries;
    this.findings = findings;
    this.values = new Values(new SplittableRandom(seed), entries, this::call);
  }

  @Override
  public void run() {
    List<Executable> order = new ArrayList<>(entries.all());
    Collections.shuffle(order, new Random(seed));
    for (Executable entry : order) {
      if (stopped) {
        return;
      }
      call(entry);
    }
  }

  /** Ends the round after the call that is running. */
  void stop() {
    stopped = true;
  }

  /** The call that is running, unless arguments are being made. */
  Optional<Call> running() {
    return running;
  }

  private Optional<Object> call(Executable entry) {
    try {
      List<Object> arguments = Arrays.asList(values.arguments(entry));
      Object receiver =
          Entries.needsReceiver(entry) ? values.make(entry.getDeclaringClass()) : null;
      boolean much = large.isIn(arguments) || large.isIn(receiver);
      return call(
          new Call(
              entry,
              receiver,
              arguments,
              much,
              System.nanoTime(),
              THREADS.getCurrentThreadCpuTime()));
    } catch (Values.NoValueException e) {
      return Optional.empty();
    }
  }

  @SuppressWarnings("CatchingUnchecked") // whatever is thrown is judged
  private Optional<Object> call(Call call) {
    Thread.interrupted(); // by a call that was broken off
    running = Optional.of(call);
    try {
      Object result = call.run();
      if (!stopped) {
        findings.completed(call);
        if (call.asksForMuch()) {
          large.add(call.receiver());
        }
        keep(result, call.asksForMuch());
      }
      if (!call.givesNothing()) {
        judge.fault(result).ifPresent(fault -> report(call, fault));
      }
      return Optional.ofNullable(result).map(Round::unwrapped);
    } catch (Throwable thrown) {
      judge.fault(call, thrown).ifPresent(fault -> report(call, fault));
      return Optional.empty();
    } finally {
      running = Optional.empty();
    }
  }

  private void report(Call call, String fault) {
    if (!stopped) {
      findings.add(seed, call, fault);
    }
  }

  private void keep(Object result, boolean ofMuch) {
    if (result instanceof Optional<?> box) {
      box.ifPresent(value -> keep(value, ofMuch));
    } else if (result instanceof Map<?, ?> map) {
      keep(map.values(), ofMuch);
    } else if (result instanceof Collection<?> items) {
      items.stream().limit(MOST_KEPT_OF_A_LIST).forEach(item -> keep(item, ofMuch));
    } else if (result != null) {
      values.keep(result);
      if (ofMuch) {
        large.add(result);
      }
    }
  }

  private static Object unwrapped(Object result) {
    if (result instanceof Optional<?> box && box.isPresent()) {
      return box.get();
    }
    return result instanceof List<?> items && !items.isEmpty() ? items.get(0) : result;
  }
}
