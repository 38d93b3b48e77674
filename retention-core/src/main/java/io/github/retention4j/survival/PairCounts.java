package io.github.retention4j.survival;

import io.github.retention4j.internal.numeric.RadixOrder;
import io.github.retention4j.internal.numeric.Workers;
import java.util.Arrays;

/**
 * Pairs of which one is known to have left before the other, by whether its score was higher. Two
 * walks through time with a tree of weights by score: from the end, where each that leaves meets
 * those still at risk, and from the start, where each at risk meets those that left before. The
 * first counts; both together tell by how much each row moves the counts.
 */
final class PairCounts {

  private final RiskOrder order;
  private final int[] rank;
  private final int[] ranks;
  private final double[] metAfter;
  private final double[] metBefore;
  private final double[] wonAfter;
  private final double[] wonBefore;
  private double concordant;
  private double discordant;
  private double tiedScore;
  private double tiedTime;
  private double tiedBoth;

  private PairCounts(RiskOrder order, double[] score) {
    this.order = order;
    this.ranks = new int[order.strata()];
    this.rank = ranks(score);
    this.metAfter = new double[rank.length];
    this.metBefore = new double[rank.length];
    this.wonAfter = new double[rank.length];
    this.wonBefore = new double[rank.length];
  }

  /**
   * Counts pairs.
   *
   * @param score for each place, finite; higher for those expected to leave sooner
   */
  static PairCounts of(RiskOrder order, double[] score, Workers workers) {
    PairCounts counts = new PairCounts(order, score);
    workers.run(
        worker -> {
          for (int walk = worker; walk < 2; walk += workers.count()) {
            counts.walk(walk == 0);
          }
        });
    return counts;
  }

  /** The place of each score among the different scores of its stratum. */
  private int[] ranks(double[] score) {
    int[] stratum = new int[score.length];
    int[] high = new int[score.length];
    int[] low = new int[score.length];
    for (int s = 0; s < order.strata(); s++) {
      Arrays.fill(stratum, firstPlace(s), firstPlace(s + 1), s);
    }
    for (int place = 0; place < score.length; place++) {
      long bits = Double.doubleToRawLongBits(score[place] + 0.0);
      long sortable = bits ^ ((bits >> (Long.SIZE - 1)) | Long.MIN_VALUE);
      high[place] = (int) (sortable >>> Integer.SIZE);
      low[place] = (int) sortable;
    }
    int[] found = new int[score.length];
    int before = -1;
    for (int place : RadixOrder.of(score.length, stratum, high, low)) {
      boolean isNew =
          before < 0 || stratum[before] != stratum[place] || score[before] != score[place];
      ranks[stratum[place]] += isNew ? 1 : 0;
      found[place] = ranks[stratum[place]] - 1;
      before = place;
    }
    return found;
  }

  private int firstPlace(int stratum) {
    return order.firstPlace(order.firstGroup(stratum));
  }

  private void walk(boolean fromEnd) {
    Tree tree = new Tree(Arrays.stream(ranks).max().orElse(0));
    for (int s = 0; s < order.strata(); s++) {
      Workers.checkInterrupted();
      tree.clear(ranks[s]);
      if (fromEnd) {
        for (int g = order.firstGroup(s); g < order.firstGroup(s + 1); g++) {
          meetLater(g, tree);
        }
      } else {
        for (int g = order.firstGroup(s + 1) - 1; g >= order.firstGroup(s); g--) {
          meetEarlier(g, tree);
        }
      }
    }
  }

  /** Those that leave at a group meet those at risk that did not leave then. */
  private void meetLater(int group, Tree atRisk) {
    int firstEvent = order.firstEvent(group);
    int endEvent = firstEvent + order.events(group);
    for (int place = order.firstPlace(group); place < order.firstPlace(group + 1); place++) {
      if (place < firstEvent || place >= endEvent) {
        atRisk.add(rank[place], order.weight(place));
      }
    }
    for (int i = order.firstLeaver(group); i < order.firstLeaver(group + 1); i++) {
      int place = order.leaver(i);
      atRisk.add(rank[place], -order.weight(place));
    }
    double[] equal = new double[endEvent - firstEvent];
    for (int place = firstEvent; place < endEvent; place++) {
      equal[place - firstEvent] = atRisk.at(rank[place]);
      count(place, atRisk.below(rank[place]), equal[place - firstEvent], atRisk.total);
    }
    double earlier = 0;
    for (int place = firstEvent; place < endEvent; place++) {
      double weight = order.weight(place);
      double both = weight * Math.max(0, atRisk.at(rank[place]) - equal[place - firstEvent]);
      tiedBoth += both;
      tiedTime += Math.max(0, weight * earlier - both);
      earlier += weight;
      atRisk.add(rank[place], weight);
    }
  }

  private void count(int place, double below, double equal, double total) {
    double weight = order.weight(place);
    concordant += weight * below;
    tiedScore += weight * equal;
    discordant += weight * Math.max(0, total - below - equal);
    metAfter[place] = total;
    wonAfter[place] = below + equal / 2;
  }

  /** Those at risk up to a group, or that leave then, meet those that left before. */
  private void meetEarlier(int group, Tree left) {
    int firstEvent = order.firstEvent(group);
    int endEvent = firstEvent + order.events(group);
    for (int place = firstEvent; place < endEvent; place++) {
      meet(place, 1, left);
    }
    for (int place = firstEvent; place < endEvent; place++) {
      left.add(rank[place], order.weight(place));
    }
    for (int place = order.firstPlace(group); place < order.firstPlace(group + 1); place++) {
      if (place < firstEvent || place >= endEvent) {
        meet(place, 1, left);
      }
    }
    for (int i = order.firstLeaver(group); i < order.firstLeaver(group + 1); i++) {
      meet(order.leaver(i), -1, left);
    }
  }

  private void meet(int place, double sign, Tree left) {
    double below = left.below(rank[place]);
    double equal = left.at(rank[place]);
    metBefore[place] += sign * left.total;
    wonBefore[place] += sign * (left.total - below - equal / 2);
  }

  /** Weights by rank, with sums over all lower ranks in logarithmic time (a Fenwick tree). */
  private static final class Tree {

    private final double[] sum;
    private final double[] weight;
    private int size;
    private double total;

    Tree(int capacity) {
      this.sum = new double[capacity + 1];
      this.weight = new double[capacity];
    }

    void clear(int newSize) {
      Arrays.fill(sum, 0, newSize + 1, 0);
      Arrays.fill(weight, 0, newSize, 0);
      size = newSize;
      total = 0;
    }

    void add(int rank, double added) {
      weight[rank] += added;
      total += added;
      for (int i = rank + 1; i <= size; i += i & -i) {
        sum[i] += added;
      }
    }

    double at(int rank) {
      return weight[rank];
    }

    double below(int rank) {
      double below = 0;
      for (int i = rank; i > 0; i &= i - 1) {
        below += sum[i];
      }
      return below;
    }
  }

  double concordant() {
    return concordant;
  }

  double discordant() {
    return discordant;
  }

  double tiedScore() {
    return tiedScore;
  }

  double tiedTime() {
    return tiedTime;
  }

  double tiedBoth() {
    return tiedBoth;
  }

  /** By how much the weight of a place, times this, moves the share of pairs won. */
  double influence(int place) {
    double pairs = concordant + discordant + tiedScore;
    double share = (concordant + tiedScore / 2) / pairs;
    double won = wonAfter[place] + wonBefore[place];
    double met = metAfter[place] + metBefore[place];
    return order.weight(place) * (won - share * met) / pairs;
  }
}
