package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;

/** Each customer of a grid starts in its first active period, or in every active one. */
record GridStarts(ActivityGrid grid, boolean every) implements Starts {

  @Override
  public int customers() {
    return grid.rows();
  }

  @Override
  public CustomerId customer(int index) {
    return grid.customer(index);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // a quick way for the usual case, not a comparison
  public int rowIn(ActivityGrid returns, int index) {
    return returns == grid ? index : returns.rowOf(grid, index).orElse(-1);
  }

  @Override
  public int firstStart(int index) {
    return grid.firstCell(index);
  }

  @Override
  public int endStart(int index) {
    return every ? grid.endCell(index) : grid.firstCell(index) + 1;
  }

  @Override
  public int periodAt(int start) {
    return grid.periodAt(start);
  }
}
