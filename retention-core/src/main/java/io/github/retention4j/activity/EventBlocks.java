package io.github.retention4j.activity;

import java.util.Arrays;

/**
 * The events that one worker puts by partition, each as one 64-bit value: the rest of the key above
 * and the period below. So their number in each partition need not be known beforehand.
 *
 * <p>A partition is a chain of blocks, each filled before the next is taken. Blocks are short, so
 * that those being filled stay in the cache, and are cut from slabs of a quarter MiB, which the
 * worker that fills them has just cleared: larger ones would have left its cache by then. The index
 * of a value runs through all slabs.
 */
final class EventBlocks {

  private static final int SLAB_BITS = 15;
  private static final int SLAB = 1 << SLAB_BITS;
  private static final int LEAST_BLOCK_BITS = 3;
  private static final int MOST_BLOCK_BITS = 7;
  private static final int BLOCKS_PER_PARTITION = 16;
  private static final int NONE = -1;

  private final int partitionBits;
  private final int blockBits;
  private final int inBlock;
  private final int slabLength;
  private final int[] end;
  private long[][] slabs = new long[4][];
  private int[] blockBefore = new int[1 << 8];
  private int nextBlock;

  /**
   * Creates empty chains.
   *
   * @param partitionBits how many high bits of a key tell the partition
   * @param events how many events are to come
   */
  EventBlocks(int partitionBits, int events) {
    int partitions = 1 << partitionBits;
    int block = events / (BLOCKS_PER_PARTITION * partitions) + 1;
    int bits = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(block);
    this.partitionBits = partitionBits;
    this.blockBits = Math.max(LEAST_BLOCK_BITS, Math.min(MOST_BLOCK_BITS, bits));
    this.inBlock = (1 << blockBits) - 1;
    long mostBlocks = partitions + (long) (events >>> blockBits);
    this.slabLength = (int) Math.min(SLAB, mostBlocks << blockBits);
    this.end = new int[partitions];
  }

  /** Adds an event, given by mixed key and period. */
  void add(long key, int period) {
    int partition = (int) (key >>> (Long.SIZE - partitionBits));
    int at = end[partition];
    if ((at & inBlock) == 0) {
      at = newBlock(at);
    }
    slabs[at >>> SLAB_BITS][at & (SLAB - 1)] = (key << partitionBits) | period;
    end[partition] = at + 1;
  }

  /** Returns where a block starts, chained to the one that a partition has just filled. */
  private int newBlock(int endBefore) {
    int start = Math.multiplyExact(nextBlock, 1 << blockBits);
    int slab = start >>> SLAB_BITS;
    if (slab == slabs.length) {
      slabs = Arrays.copyOf(slabs, 2 * slab);
    }
    if (slabs[slab] == null) {
      slabs[slab] = new long[slabLength];
    }
    if (nextBlock >= blockBefore.length) {
      blockBefore = Arrays.copyOf(blockBefore, 2 * nextBlock);
    }
    blockBefore[nextBlock++] = endBefore == 0 ? NONE : (endBefore - 1) >>> blockBits;
    return start;
  }

  /**
   * Hands the events of a partition over, in no order, and returns how many there are. They pass
   * through a run, for the copies of many short blocks are fetched at once.
   */
  int moveTo(int partition, long[] run, PartitionGrouping target) {
    int events = 0;
    int filled = 0;
    int blockEnd = end[partition];
    int block = blockEnd == 0 ? NONE : (blockEnd - 1) >>> blockBits;
    while (block != NONE) {
      int start = block << blockBits;
      int length = blockEnd - start;
      if (filled + length > run.length) {
        target.add(run, filled);
        events += filled;
        filled = 0;
      }
      System.arraycopy(slabs[start >>> SLAB_BITS], start & (SLAB - 1), run, filled, length);
      filled += length;
      block = blockBefore[block];
      blockEnd = (block + 1) << blockBits;
    }
    target.add(run, filled);
    return events + filled;
  }
}
