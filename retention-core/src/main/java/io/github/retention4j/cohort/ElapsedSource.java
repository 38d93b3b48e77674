package io.github.retention4j.cohort;

import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.Work;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.internal.numeric.Workers;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What an elapsed table is counted from.
 *
 * @param definition what counts
 * @param starts the start events
 * @param customers the rows of the log of starts that make a start
 * @param returns the return events
 * @param rows the cohorts
 * @param clock counts ages
 * @param tally counts members in columns
 * @param work on how many threads
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ElapsedSource(
    ElapsedDefinition definition,
    EventLog starts,
    int[] customers,
    EventLog returns,
    StartRows rows,
    WindowClock clock,
    Tally tally,
    Work work) {

  private static final int CUSTOMERS_AT_ONCE = 1 << 12;

  /** Counts all members; partial tables add up, so that the number of threads does not matter. */
  ElapsedCounts[] count() {
    ElapsedCounts[][] parts = new ElapsedCounts[work.threads()][];
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = new Workers(work.threads())) {
      workers.run(worker -> parts[worker] = countPart(next));
    }
    for (int part = 1; part < parts.length; part++) {
      for (int row = 0; row < rows.size(); row++) {
        parts[0][row].add(parts[part][row]);
      }
    }
    for (ElapsedCounts row : parts[0]) {
      row.finish();
    }
    return parts[0];
  }

  private ElapsedCounts[] countPart(AtomicInteger next) {
    ElapsedCounts[] counts =
        Stream.generate(ElapsedCounts::new).limit(rows.size()).toArray(ElapsedCounts[]::new);
    MemberWalk walk = new MemberWalk(this);
    MemberWalk.Member member =
        (row, counted, columns, over) -> counts[row].take(counted, columns, over);
    int chunks = (customers.length - 1) / CUSTOMERS_AT_ONCE + 1;
    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
      Workers.checkInterrupted();
      int from = chunk * CUSTOMERS_AT_ONCE;
      int to = from + Math.min(customers.length - from, CUSTOMERS_AT_ONCE);
      for (int i = from; i < to; i++) {
        walk.forEachStart(customers[i], member);
      }
    }
    return counts;
  }

  @SuppressWarnings("ReferenceEquality") // a quick way for the usual case, not a comparison
  int returnRow(int customer) {
    return returns == starts ? customer : returns.rowOf(starts.customer(customer)).orElse(-1);
  }

  int rowOf(int customer, int start) {
    int row = rows.rowOf(starts.epochDayAt(start), starts.epochSecondAt(start));
    if (row < 0) {
      throw new IllegalArgumentException(
          "start ("
              + Instant.ofEpochSecond(starts.epochSecondAt(start))
              + ") of customer "
              + starts.customer(customer)
              + " must lie in the rows ("
              + rows.inWords()
              + ")");
    }
    return row;
  }

  /** Tells whether a member, of the cohort of a row, is one of those that are asked for. */
  interface Condition {
    boolean holds(int row, int[] counted, int columns, int columnsOver);
  }

  SortedSet<CustomerId> members(Condition condition) {
    SortedSet<CustomerId> members = new TreeSet<>();
    MemberWalk walk = new MemberWalk(this);
    for (int customer : customers) {
      walk.forEachStart(
          customer,
          (row, counted, columns, over) -> {
            if (condition.holds(row, counted, columns, over)) {
              members.add(starts.customer(customer));
            }
          });
    }
    return Collections.unmodifiableSortedSet(members);
  }

  /** Returns the same for the customers of each group, groups in order. */
  Map<String, ElapsedSource> split(Segmentation segmentation) {
    Map<String, IntStream.Builder> groups = new TreeMap<>();
    for (int customer : customers) {
      groups
          .computeIfAbsent(
              segmentation.segmentOf(starts.customer(customer)), name -> IntStream.builder())
          .add(customer);
    }
    Map<String, ElapsedSource> parts = new TreeMap<>();
    groups.forEach((name, members) -> parts.put(name, of(members.build().toArray())));
    return parts;
  }

  private ElapsedSource of(int[] someCustomers) {
    return new ElapsedSource(definition, starts, someCustomers, returns, rows, clock, tally, work);
  }
}
