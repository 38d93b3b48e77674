package io.github.retention4j.cohort;

import io.github.retention4j.activity.ActivityGrid;
import io.github.retention4j.customer.CustomerId;
import java.time.LocalDate;
import java.util.Map;

/** Each customer starts once, on a day known from elsewhere. */
final class DateStarts implements Starts {

  private final CustomerId[] customers;
  private final int[] periods;

  private DateStarts(CustomerId[] customers, int[] periods) {
    this.customers = customers;
    this.periods = periods;
  }

  static DateStarts of(Map<CustomerId, LocalDate> dates, ActivityGrid frame) {
    return new DateStarts(
        dates.keySet().toArray(CustomerId[]::new),
        dates.entrySet().stream()
            .mapToInt(entry -> period(entry.getKey(), entry.getValue(), frame))
            .toArray());
  }

  private static int period(CustomerId customer, LocalDate date, ActivityGrid frame) {
    String start = "start (" + date + ") of customer " + customer;
    if (!date.isBefore(frame.observationEndExclusive())) {
      throw new IllegalArgumentException(
          start
              + " must be before the end of observation ("
              + frame.observationEndExclusive()
              + ")");
    }
    if (!frame.axis().covers(date)) {
      throw new IllegalArgumentException(start + " must lie on the axis " + frame.axis().range());
    }
    return frame.axis().periodOf(date);
  }

  @Override
  public int customers() {
    return customers.length;
  }

  @Override
  public CustomerId customer(int index) {
    return customers[index];
  }

  @Override
  public int firstStart(int index) {
    return index;
  }

  @Override
  public int endStart(int index) {
    return index + 1;
  }

  @Override
  public int periodAt(int start) {
    return periods[start];
  }
}
