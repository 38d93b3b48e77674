package io.github.retention4j.purchase;

import io.github.retention4j.internal.mle.RowLikelihood;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The likelihood of a sample under the {@link BgBb} model, with gradient. Customers with equal x
 * and n are one row here: a single walk from n down passes by all their t_x.
 */
final class BgBbRows implements RowLikelihood {

  private final GroupedOpportunities histories;
  private final List<int[]> rows = new ArrayList<>();

  BgBbRows(GroupedOpportunities histories) {
    this.histories = histories;
    Comparator<Integer> order =
        Comparator.<Integer>comparingInt(group -> histories.purchases[group])
            .thenComparingInt(group -> histories.opportunities[group])
            .thenComparingInt(group -> -histories.recency[group]);
    int[] sorted = new int[histories.size()];
    int count = 0;
    for (int group : IntStream.range(0, histories.size()).boxed().sorted(order).toList()) {
      if (count > 0 && !together(sorted[0], group)) {
        rows.add(Arrays.copyOf(sorted, count));
        count = 0;
      }
      sorted[count++] = group;
    }
    rows.add(Arrays.copyOf(sorted, count));
  }

  private boolean together(int one, int other) {
    return histories.purchases[one] == histories.purchases[other]
        && histories.opportunities[one] == histories.opportunities[other];
  }

  @Override
  public int rows() {
    return rows.size();
  }

  @Override
  public RowSum at(double[] parameters) {
    BgBb model = new BgBb(parameters[0], parameters[1], parameters[2], parameters[3]);
    return (from, toExclusive, sums) -> {
      for (int[] row : rows.subList(from, toExclusive)) {
        add(model, row, sums);
      }
    };
  }

  /** Adds customers of equal x and n, the latest t_x first. */
  private void add(BgBb model, int[] row, double[] sums) {
    BgBbWalk walk =
        new BgBbWalk(model, histories.purchases[row[0]], histories.opportunities[row[0]]);
    double logAlive = walk.logAlive();
    double[] slopesAlive = walk.slopesAlive();
    for (int group : row) {
      walk.walkTo(histories.recency[group]);
      walk.addTo(sums, (double) histories.weight[group], logAlive, slopesAlive);
    }
  }
}
