package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.Work;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import io.github.retention4j.internal.numeric.Workers;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What a cohort table is counted from: who starts when, who returns when, and what counts. */
record CohortSource(Starts starts, Returns returns, Tally tally, Work work) {

  private static final int CUSTOMERS_AT_ONCE = 1 << 12;

  ActivityGrid grid() {
    return returns.grid();
  }

  CohortSource with(Tally newTally) {
    return new CohortSource(starts, returns, newTally, work);
  }

  /** Counts all members; partial tables add up, so that the number of threads does not matter. */
  CountTable count() {
    CountTable[] parts = new CountTable[work.threads()];
    AtomicInteger next = new AtomicInteger();
    try (Workers workers = new Workers(work.threads())) {
      workers.run(worker -> parts[worker] = countPart(next));
    }
    for (int part = 1; part < parts.length; part++) {
      parts[0].add(parts[part]);
    }
    parts[0].finish();
    return parts[0];
  }

  private CountTable countPart(AtomicInteger next) {
    Chunks chunks = part -> forEachChunk(next, part);
    if (ClassicCount.suits(this)) {
      return ClassicCount.count(this, chunks);
    }
    CountTable table = new CountTable(tally, grid().axis().size());
    chunks.forEach(startsAreFirstReturns() ? firstReturns(table) : anyStarts(table));
    return table;
  }

  private void forEachChunk(AtomicInteger next, Part part) {
    int chunks = (starts.customers() - 1) / CUSTOMERS_AT_ONCE + 1;
    for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
      Workers.checkInterrupted();
      int from = chunk * CUSTOMERS_AT_ONCE;
      part.count(from, Math.min(starts.customers() - from, CUSTOMERS_AT_ONCE) + from);
    }
  }

  @SuppressWarnings("ReferenceEquality") // a quick way for the usual case, not a comparison
  boolean startsAreFirstReturns() {
    return starts instanceof GridStarts events && !events.every() && events.grid() == grid();
  }

  private Part anyStarts(CountTable table) {
    return (from, to) -> {
      for (int customer = from; customer < to; customer++) {
        add(customer, table::enter);
      }
    };
  }

  /** Does the same without asking who starts when, which takes as long as the counting. */
  private Part firstReturns(CountTable table) {
    ActivityGrid grid = grid();
    return (from, to) -> {
      for (int row = from; row < to; row++) {
        int cell = grid.firstCell(row);
        int start = grid.periodAt(cell);
        tally.add(returns, cell, grid.endCell(row), start, table.enter(start));
      }
    };
  }

  /** Counts the customers from one number to another. */
  interface Part {
    void count(int from, int to);
  }

  /** Hands out customers, a few thousand at once, until there are no more. */
  interface Chunks {
    void forEach(Part part);
  }

  private void add(int customer, IntFunction<int[]> countsOfCohort) {
    int row = starts.rowIn(grid(), customer);
    int cell = row < 0 ? 0 : grid().firstCell(row);
    int end = row < 0 ? 0 : grid().endCell(row);
    for (int start = starts.firstStart(customer); start < starts.endStart(customer); start++) {
      int period = starts.periodAt(start);
      while (cell < end && grid().periodAt(cell) < period) {
        cell++;
      }
      tally.add(returns, cell, end, period, countsOfCohort.apply(period));
    }
  }

  /** Returns the customers that start in certain periods. */
  SortedSet<CustomerId> members(IntPredicate cohorts) {
    return membersWhere(customer -> startsIn(customer, cohorts));
  }

  /** Returns the customers that start in certain periods and are counted in a column. */
  SortedSet<CustomerId> members(IntPredicate cohorts, int column) {
    return membersWhere(
        customer -> startsIn(customer, cohorts) && isCounted(customer, cohorts, column));
  }

  private SortedSet<CustomerId> membersWhere(IntPredicate condition) {
    SortedSet<CustomerId> members = new TreeSet<>();
    IntStream.range(0, starts.customers())
        .filter(condition)
        .forEach(customer -> members.add(starts.customer(customer)));
    return Collections.unmodifiableSortedSet(members);
  }

  private boolean startsIn(int customer, IntPredicate cohorts) {
    return IntStream.range(starts.firstStart(customer), starts.endStart(customer))
        .anyMatch(start -> cohorts.test(starts.periodAt(start)));
  }

  private boolean isCounted(int customer, IntPredicate cohorts, int column) {
    List<int[]> counts = new ArrayList<>();
    add(
        customer,
        period -> {
          int[] own = new int[tally.columns(grid().axis().size() - period)];
          if (cohorts.test(period)) {
            counts.add(own);
          }
          return own;
        });
    counts.forEach(tally::finish);
    return counts.stream().anyMatch(own -> column < own.length && own[column] > 0);
  }

  /** Returns for each row which columns its members are counted in, and how many in the same. */
  List<List<MemberPath>> paths(int rows, IntUnaryOperator rowOfPeriod) {
    List<Map<BitSet, Integer>> paths = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      paths.add(new LinkedHashMap<>());
    }
    for (int customer = 0; customer < starts.customers(); customer++) {
      int row = rowOfPeriod.applyAsInt(starts.periodAt(starts.firstStart(customer)));
      if (row >= 0) {
        paths.get(row).merge(countedColumns(customer), 1, Integer::sum);
      }
    }
    return paths.stream().map(CohortSource::toPaths).toList();
  }

  private BitSet countedColumns(int customer) {
    List<int[]> counts = new ArrayList<>(1);
    add(
        customer,
        period -> {
          counts.add(new int[tally.columns(grid().axis().size() - period)]);
          return counts.get(0);
        });
    int[] own = counts.get(0);
    tally.finish(own);
    BitSet columns = new BitSet();
    IntStream.range(0, own.length).filter(column -> own[column] > 0).forEach(columns::set);
    return columns;
  }

  private static List<MemberPath> toPaths(Map<BitSet, Integer> paths) {
    return paths.entrySet().stream()
        .map(path -> new MemberPath(path.getKey().stream().boxed().toList(), path.getValue()))
        .toList();
  }

  /** Returns the same for the customers of each group, groups in order. */
  Map<String, CohortSource> split(Segmentation segmentation) {
    Map<String, IntStream.Builder> groups = new TreeMap<>();
    for (int customer = 0; customer < starts.customers(); customer++) {
      groups
          .computeIfAbsent(
              segmentation.segmentOf(starts.customer(customer)), name -> IntStream.builder())
          .add(customer);
    }
    Map<String, CohortSource> parts = new TreeMap<>();
    groups.forEach(
        (name, members) ->
            parts.put(
                name,
                new CohortSource(
                    new SelectedStarts(starts, members.build().toArray()), returns, tally, work)));
    return parts;
  }
}
