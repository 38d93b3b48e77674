package io.github.retention4j.activity;

import io.github.retention4j.internal.numeric.Workers;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds {@link CellRows} from events in three passes, on as many threads as asked for.
 *
 * <p>One: put each event to those of its partition, which the highest bits of the mixed key tell,
 * as one 64-bit value, the rest of the key above and the period below. Two: group each partition,
 * which fits the cache, into rows. Three: join the rows of all.
 *
 * <p>The rest of the key and the period share 64 bits, so there are at least as many partitions as
 * periods. Which thread did what leaves no trace: partitions follow in order, and so do the rows of
 * one. Counting the events of each partition first, to write them to one array, was slower: it
 * reads all keys twice, and one thread clears an array as large as all events.
 */
final class CellBuilder {

  private static final int RUN = 4096;
  private static final int EVENTS_PER_PARTITION = 1 << 16;
  private static final int MOST_BITS_BY_SIZE = 12;

  private final CellSource source;
  private final Workers workers;
  private final ProgressMeter progress;
  private final PartitionGrouping.Kind kind;
  private final int periods;
  private final int bits;
  private final int partitions;

  private CellBuilder(
      CellSource source,
      int periods,
      PartitionGrouping.Kind kind,
      Workers workers,
      ProgressListener listener) {
    this.source = source;
    this.workers = workers;
    this.kind = kind;
    this.periods = periods;
    this.bits = partitionBits(source.size(), periods);
    this.partitions = 1 << bits;
    this.progress = new ProgressMeter(listener, 2L * source.size());
  }

  /** Builds the rows of all events of a source, at least one, whose periods lie below a number. */
  static CellRows build(
      CellSource source,
      int periods,
      PartitionGrouping.Kind kind,
      Workers workers,
      ProgressListener listener) {
    CellBuilder builder = new CellBuilder(source, periods, kind, workers, listener);
    return builder.joined(builder.grouped(builder.partitioned()));
  }

  private static int partitionBits(int events, int periods) {
    int bySize = Integer.SIZE - Integer.numberOfLeadingZeros(events / EVENTS_PER_PARTITION);
    int byPeriods = Integer.SIZE - Integer.numberOfLeadingZeros(periods - 1);
    return Math.max(1, Math.max(byPeriods, Math.min(MOST_BITS_BY_SIZE, bySize)));
  }

  private EventBlocks[] partitioned() {
    EventBlocks[] blocks = new EventBlocks[workers.count()];
    workers.run(worker -> blocks[worker] = partitioned(firstEvent(worker), firstEvent(worker + 1)));
    return blocks;
  }

  private int firstEvent(int worker) {
    return (int) ((long) source.size() * worker / workers.count());
  }

  private EventBlocks partitioned(int start, int end) {
    EventBlocks blocks = new EventBlocks(bits, end - start);
    for (int from = start; from < end; from += RUN) {
      Workers.checkInterrupted();
      int to = Math.min(end, from + RUN);
      source.addTo(from, to, blocks);
      progress.add(ProgressListener.Phase.PARTITION, to - from);
    }
    return blocks;
  }

  private RowPart[] grouped(EventBlocks[] blocks) {
    RowPart[] parts = new RowPart[partitions];
    AtomicInteger next = new AtomicInteger();
    workers.run(worker -> group(blocks, next, parts));
    return parts;
  }

  private void group(EventBlocks[] blocks, AtomicInteger next, RowPart[] parts) {
    PartitionGrouping grouping = kind.grouping(bits, periods);
    long[] run = new long[RUN];
    for (int p = next.getAndIncrement(); p < partitions; p = next.getAndIncrement()) {
      Workers.checkInterrupted();
      int size = 0;
      for (EventBlocks ofWorker : blocks) {
        size += ofWorker.moveTo(p, run, grouping);
      }
      parts[p] = grouping.rows((long) p << (Long.SIZE - bits));
      progress.add(ProgressListener.Phase.GROUP, size);
    }
  }

  private CellRows joined(RowPart[] parts) {
    int[] firstRow = new int[partitions + 1];
    int[] firstCell = new int[partitions + 1];
    for (int p = 0; p < partitions; p++) {
      firstRow[p + 1] = firstRow[p] + parts[p].rows();
      firstCell[p + 1] = firstCell[p] + parts[p].cells();
    }
    CellRows all =
        CellRows.ofSize(firstRow[partitions], firstCell[partitions], kind.detail(), workers);
    AtomicInteger next = new AtomicInteger();
    workers.run(
        worker -> {
          for (int p = next.getAndIncrement(); p < partitions; p = next.getAndIncrement()) {
            Workers.checkInterrupted();
            parts[p].copyTo(all, firstRow[p], firstCell[p]);
          }
        });
    return all;
  }
}
