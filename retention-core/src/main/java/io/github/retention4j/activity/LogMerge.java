package io.github.retention4j.activity;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.customer.Segmentation;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts several logs together. */
final class LogMerge {

  private LogMerge() {}

  static EventLog of(List<EventLog> parts) {
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts (0) must be at least one");
    }
    LocalDate end = parts.get(0).observationEndExclusive();
    CustomerKeys all = CustomerKeys.union(parts.stream().map(EventLog::keys).toList());
    EventColumns columns = new EventColumns();
    int[] rowOf = new int[parts.stream().mapToInt(EventLog::size).reduce(0, Math::addExact)];
    for (EventLog part : parts) {
      requireEnd(end, part.observationEndExclusive());
      for (int row = 0; row < part.rows(); row++) {
        int before = columns.size();
        Arrays.fill(
            rowOf,
            before + part.eventsStart(row),
            before + part.eventsEnd(row),
            all.rowOf(part.keys(), row));
      }
      columns.append(part.columns());
    }
    return LogLayout.log(all, rowOf, columns, end, attributes(parts));
  }

  private static void requireEnd(LocalDate end, LocalDate other) {
    if (!other.equals(end)) {
      throw new IllegalArgumentException("observationEndExclusive (" + other + ") must be " + end);
    }
  }

  private static SortedMap<String, Segmentation> attributes(List<EventLog> parts) {
    SortedMap<String, Segmentation> all = new TreeMap<>();
    for (EventLog part : parts) {
      part.customerAttributes()
          .forEach((name, segmentation) -> all.merge(name, segmentation, LogMerge::union));
    }
    return all;
  }

  private static Segmentation union(Segmentation one, Segmentation other) {
    Map<CustomerId, String> segments = new HashMap<>(one.segments());
    other
        .segments()
        .forEach(
            (customer, segment) -> {
              String before = segments.putIfAbsent(customer, segment);
              if (before != null && !before.equals(segment)) {
                throw new IllegalArgumentException(
                    one.attribute()
                        + " ("
                        + segment
                        + ") of customer "
                        + customer
                        + " must be that of the parts before ("
                        + before
                        + ")");
              }
            });
    return new Segmentation(one.attribute(), segments);
  }
}
