package io.github.retention4j.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.time.PeriodAxis;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CustomerGroupTest {

  private static final CustomerId TWO = CustomerId.of(2L);
  private static final CustomerId FIVE = CustomerId.of(5L);
  private static final CustomerId SEVEN = CustomerId.of(7L);

  /** Of customers 2, 5, 7 and 9 all but the last. */
  private static CustomerGroup group() {
    long[] keys = {9, 5, 2, 7};
    int[] days = new int[4];
    Arrays.fill(days, (int) LocalDate.of(2024, 1, 3).toEpochDay());
    EventLog log = EventLog.ofDays(keys, days, LocalDate.of(2024, 2, 1));
    ActivityGrid grid = ActivityGrid.from(log, PeriodAxis.months(log.observed()));
    int[] rows =
        IntStream.range(0, 4)
            .filter(row -> !grid.customer(row).equals(CustomerId.of(9L)))
            .toArray();
    return new CustomerGroup(grid, rows);
  }

  @Test
  void isASetInTheOrderOfIds() {
    CustomerGroup group = group();
    assertThat(group)
        .hasSize(3)
        .containsExactly(TWO, FIVE, SEVEN)
        .isEqualTo(Set.of(TWO, FIVE, SEVEN));
    assertThat(group.contains(FIVE)).isTrue();
    assertThat(group.contains(CustomerId.of(9L))).isFalse();
    assertThat(group.first()).isEqualTo(TWO);
    assertThat(group.last()).isEqualTo(SEVEN);
    assertThat(group.headSet(FIVE)).containsExactly(TWO);
    assertThat(group.tailSet(FIVE)).containsExactly(FIVE, SEVEN);
    assertThat(group.subSet(TWO, SEVEN)).containsExactly(TWO, FIVE);
    assertThat(group.comparator()).isNull();
  }

  @Test
  void cannotBeChanged() {
    CustomerGroup group = group();
    assertThatThrownBy(() -> group.add(TWO)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> group.remove(TWO)).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(group::clear).isInstanceOf(UnsupportedOperationException.class);
  }
}
