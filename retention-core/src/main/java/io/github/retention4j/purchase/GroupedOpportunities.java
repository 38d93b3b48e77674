package io.github.retention4j.purchase;

import java.util.List;

/** Distinct rows (x, t_x, n) with their customers: what a likelihood asks for. */
final class GroupedOpportunities {

  /** x. */
  final int[] purchases;

  /** t_x. */
  final int[] recency;

  /** n. */
  final int[] opportunities;

  /** How many customers have this row. */
  final long[] weight;

  /** For each row of the sample the index of its history here. */
  final int[] groupOf;

  private GroupedOpportunities(
      int[] purchases, int[] recency, int[] opportunities, long[] weight, int[] groupOf) {
    this.purchases = purchases;
    this.recency = recency;
    this.opportunities = opportunities;
    this.weight = weight;
    this.groupOf = groupOf;
  }

  static GroupedOpportunities of(List<OpportunityHistory> histories, int[] customers) {
    int[] purchases = histories.stream().mapToInt(OpportunityHistory::purchases).toArray();
    int[] recency = histories.stream().mapToInt(OpportunityHistory::recency).toArray();
    int[] opportunities = histories.stream().mapToInt(OpportunityHistory::opportunities).toArray();
    RowGroups groups = RowGroups.of(histories.size(), purchases, recency, opportunities);
    long[] weight = new long[groups.size()];
    for (int row = 0; row < customers.length; row++) {
      weight[groups.groupOf[row]] += customers[row];
    }
    return new GroupedOpportunities(
        groups.pick(purchases),
        groups.pick(recency),
        groups.pick(opportunities),
        weight,
        groups.groupOf);
  }

  int size() {
    return weight.length;
  }
}
