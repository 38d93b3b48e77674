package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;

/** Some of the customers of others. */
final class SelectedStarts implements Starts {

  private final Starts all;
  private final int[] selected;

  SelectedStarts(Starts all, int[] selected) {
    this.all = all;
    this.selected = selected;
  }

  @Override
  public int customers() {
    return selected.length;
  }

  @Override
  public CustomerId customer(int index) {
    return all.customer(selected[index]);
  }

  @Override
  public int rowIn(ActivityGrid returns, int index) {
    return all.rowIn(returns, selected[index]);
  }

  @Override
  public int firstStart(int index) {
    return all.firstStart(selected[index]);
  }

  @Override
  public int endStart(int index) {
    return all.endStart(selected[index]);
  }

  @Override
  public int periodAt(int start) {
    return all.periodAt(start);
  }
}
