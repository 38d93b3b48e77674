package io.github.retention4j.attention;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The customers of the rows of a result: some rows of a grid, or a list. */
abstract sealed class RowCustomers {

  abstract int size();

  abstract CustomerId id(int row);

  /** Returns the row of a customer, or a negative number. */
  abstract int rowOf(CustomerId customer);

  /** Returns the row of the customer at a row of others, or a negative number. */
  int rowOf(RowCustomers others, int row) {
    return rowOf(others.id(row));
  }

  static RowCustomers of(ActivityGrid grid, int[] ascendingRows) {
    return new OfGrid(grid, ascendingRows);
  }

  static RowCustomers of(List<CustomerId> customers) {
    return new OfList(customers);
  }

  private static final class OfGrid extends RowCustomers {

    private final ActivityGrid grid;
    private final int[] rows;

    OfGrid(ActivityGrid grid, int[] rows) {
      this.grid = grid;
      this.rows = rows;
    }

    @Override
    int size() {
      return rows.length;
    }

    @Override
    CustomerId id(int row) {
      return grid.customer(rows[row]);
    }

    @Override
    int rowOf(CustomerId customer) {
      return at(grid.rowOf(customer));
    }

    @Override
    int rowOf(RowCustomers others, int row) {
      return others instanceof OfGrid that
          ? at(grid.rowOf(that.grid, that.rows[row]))
          : rowOf(others.id(row));
    }

    private int at(OptionalInt gridRow) {
      return gridRow.isEmpty() ? -1 : Arrays.binarySearch(rows, gridRow.getAsInt());
    }
  }

  private static final class OfList extends RowCustomers {

    private final List<CustomerId> customers;
    private volatile @Nullable Map<CustomerId, Integer> rows;

    OfList(List<CustomerId> customers) {
      this.customers = customers;
    }

    @Override
    int size() {
      return customers.size();
    }

    @Override
    CustomerId id(int row) {
      return customers.get(row);
    }

    @Override
    int rowOf(CustomerId customer) {
      Map<CustomerId, Integer> known = rows;
      if (known == null) {
        known = new HashMap<>();
        for (int row = 0; row < customers.size(); row++) {
          known.put(customers.get(row), row);
        }
        rows = known;
      }
      return known.getOrDefault(customer, -1);
    }
  }
}
