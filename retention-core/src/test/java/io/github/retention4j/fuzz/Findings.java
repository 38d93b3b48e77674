package io.github.retention4j.fuzz;

import java.lang.reflect.Executable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** What the calls came to: the faults, each with the first seed that shows it. */
final class Findings {

  private final Map<String, String> faults = new TreeMap<>();
  private final Set<Executable> completed = ConcurrentHashMap.newKeySet();

  /** Notes a fault, unless the same entry has shown it in the same place. */
  synchronized void add(long seed, Call call, String fault) {
    String kind = fault.replaceFirst("(?s): .*", "");
    faults.computeIfAbsent(
        Entries.nameOf(call.entry()) + " " + kind, k -> "seed " + seed + ": " + call + " " + fault);
  }

  void completed(Call call) {
    completed.add(call.entry());
  }

  /** How many entries have given a result at least once. */
  int completedEntries() {
    return completed.size();
  }

  Set<Executable> completedSet() {
    return completed;
  }

  synchronized boolean areEmpty() {
    return faults.isEmpty();
  }

  @Override
  public synchronized String toString() {
    return faults.values().stream().collect(Collectors.joining("\n\n"));
  }
}
