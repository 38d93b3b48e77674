package io.github.retention4j.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A value as it is compared: one of the attribute, or those pooled. */
record ValueGroup(String label, ValueTally tally) {

  boolean mayBeBest() {
    return !label.equals(AttributeColumn.OTHER) && !label.equals(AttributeColumn.MISSING);
  }

  /** The values of an attribute as compared, and those that were pooled for it. */
  record Pooling(List<ValueGroup> groups, List<PooledValue> pooled) {

    /** The reference and the missing value are never pooled. */
    static Pooling of(
        AttributeColumn column,
        List<ValueTally> tally,
        long leastCustomers,
        Optional<String> reference) {
      List<ValueGroup> groups = new ArrayList<>();
      List<PooledValue> pooled = new ArrayList<>();
      ValueTally other = new ValueTally(0, 0, 0);
      for (int value = 0; value < tally.size(); value++) {
        ValueGroup group = new ValueGroup(column.labels().get(value), tally.get(value));
        boolean stays = column.isMissing(value) || reference.equals(Optional.of(group.label()));
        if (stays || group.tally().customers() >= leastCustomers) {
          groups.add(group);
        } else {
          other = other.plus(group.tally());
          pooled.add(new PooledValue(group.label(), group.tally().churn()));
        }
      }
      if (!pooled.isEmpty()) {
        int missing = column.hasMissing() ? 1 : 0;
        groups.add(groups.size() - missing, new ValueGroup(AttributeColumn.OTHER, other));
      }
      return new Pooling(List.copyOf(groups), List.copyOf(pooled));
    }
  }
}
