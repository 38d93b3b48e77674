package io.github.retention4j.activity;

import io.github.retention4j.internal.numeric.Workers;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Builds {@link CellRows} from events in three passes, on as many threads as asked for.
 *
 * <p>One: count the events of each partition, by the highest bits of the mixed key. Two: write each
 * event to its partition as one 64-bit value, the rest of the key above and the period below.
 * Three: group each partition, which fits the cache, into rows, and join the rows of all.
 *
 * <p>The rest of the key and the period share 64 bits, so there are at least as many partitions as
 * periods. Which thread did what leaves no trace: partitions follow in order, and so do the rows of
 * one. Gathering a line of values for each partition before writing it was tried and was slower.
 */
final class CellBuilder {

  private static final int RUN = 4096;
  private static final int EVENTS_PER_PARTITION = 1 << 14;
  private static final int MOST_BITS_BY_SIZE = 12;

  private final CellSource source;
  private final Workers workers;
  private final ProgressMeter progress;
  private final int bits;
  private final int partitions;
  private final int[] partitionStart;
  private final long[] packed;
  private final int periods;
  private final CellRows[] parts;

  private CellBuilder(CellSource source, int periods, Workers workers, ProgressListener listener) {
    this.source = source;
    this.workers = workers;
    this.bits = partitionBits(source.size(), periods);
    this.partitions = 1 << bits;
    this.partitionStart = new int[partitions + 1];
    this.packed = new long[source.size()];
    this.periods = periods;
    this.parts = new CellRows[partitions];
    this.progress = new ProgressMeter(listener, 2L * source.size());
  }

  /** Builds the rows of all events of a source, whose periods lie below a number. */
  static CellRows build(
      CellSource source, int periods, Workers workers, ProgressListener listener) {
    CellBuilder builder = new CellBuilder(source, periods, workers, listener);
    builder.partition();
    builder.group();
    return builder.joined();
  }

  private static int partitionBits(int events, int periods) {
    int bySize = Integer.SIZE - Integer.numberOfLeadingZeros(events / EVENTS_PER_PARTITION);
    int byPeriods = Integer.SIZE - Integer.numberOfLeadingZeros(periods - 1);
    return Math.max(1, Math.max(byPeriods, Math.min(MOST_BITS_BY_SIZE, bySize)));
  }

  private void partition() {
    int[][] next = new int[workers.count()][partitions];
    workers.run(worker -> count(worker, next[worker]));
    int start = 0;
    for (int p = 0; p < partitions; p++) {
      partitionStart[p] = start;
      for (int[] ofWorker : next) {
        int count = ofWorker[p];
        ofWorker[p] = start;
        start += count;
      }
    }
    partitionStart[partitions] = start;
    workers.run(worker -> scatter(worker, next[worker]));
  }

  private int firstEvent(int worker) {
    return (int) ((long) source.size() * worker / workers.count());
  }

  private void count(int worker, int[] counts) {
    long[] keys = new long[RUN];
    int shift = Long.SIZE - bits;
    int end = firstEvent(worker + 1);
    for (int from = firstEvent(worker); from < end; from += RUN) {
      Workers.checkInterrupted();
      int to = Math.min(end, from + RUN);
      source.readKeys(from, to, keys);
      for (int i = 0; i < to - from; i++) {
        counts[(int) (keys[i] >>> shift)]++;
      }
    }
  }

  private void scatter(int worker, int[] next) {
    long[] keys = new long[RUN];
    int[] periods = new int[RUN];
    int end = firstEvent(worker + 1);
    for (int from = firstEvent(worker); from < end; from += RUN) {
      Workers.checkInterrupted();
      int to = Math.min(end, from + RUN);
      source.readKeys(from, to, keys);
      source.readPeriods(from, to, periods);
      scatterRun(keys, periods, to - from, next);
      progress.add(ProgressListener.Phase.PARTITION, to - from);
    }
  }

  private void scatterRun(long[] keys, int[] periods, int size, int[] next) {
    int shift = Long.SIZE - bits;
    for (int i = 0; i < size; i++) {
      int p = (int) (keys[i] >>> shift);
      packed[next[p]++] = (keys[i] << bits) | periods[i];
    }
  }

  private void group() {
    AtomicInteger nextPartition = new AtomicInteger();
    workers.run(
        worker -> {
          PartitionGrouping grouping = PartitionGrouping.of(bits, periods);
          int p;
          while ((p = nextPartition.getAndIncrement()) < partitions) {
            Workers.checkInterrupted();
            int start = partitionStart[p];
            int end = partitionStart[p + 1];
            parts[p] = grouping.rows(packed, start, end, (long) p << (Long.SIZE - bits));
            progress.add(ProgressListener.Phase.GROUP, end - start);
          }
        });
  }

  private CellRows joined() {
    int[] firstRow = new int[partitions + 1];
    int[] firstCell = new int[partitions + 1];
    for (int p = 0; p < partitions; p++) {
      firstRow[p + 1] = firstRow[p] + parts[p].rows();
      firstCell[p + 1] = firstCell[p] + parts[p].cells();
    }
    int rows = firstRow[partitions];
    int cells = firstCell[partitions];
    CellRows all = new CellRows(new long[rows], new int[rows + 1], new int[cells], new int[cells]);
    AtomicInteger nextPartition = new AtomicInteger();
    workers.run(
        worker -> {
          int p;
          while ((p = nextPartition.getAndIncrement()) < partitions) {
            Workers.checkInterrupted();
            parts[p].copyTo(all, firstRow[p], firstCell[p]);
          }
        });
    return all;
  }
}
