package io.github.retention4j.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SegmentationProperties {

  @Property
  void aSplitIsAPartition(
      @ForAll("segmentations") Segmentation segmentation,
      @ForAll List<@From("customers") CustomerId> customers) {
    SortedMap<String, SortedSet<CustomerId>> parts = segmentation.split(customers);
    List<CustomerId> members = parts.values().stream().flatMap(Collection::stream).toList();
    assertThat(members)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(new HashSet<>(customers));
    assertThat(List.copyOf(parts.keySet())).isSorted();
    parts.forEach(
        (name, part) -> {
          assertThat(List.copyOf(part)).isNotEmpty().isSorted();
          assertThat(part).allMatch(customer -> segmentation.segmentOf(customer).equals(name));
        });
  }

  @Property
  void theOrderOfTheCustomersDoesNotMatter(
      @ForAll("segmentations") Segmentation segmentation,
      @ForAll List<@From("customers") CustomerId> customers) {
    List<CustomerId> twice =
        Stream.concat(customers.stream(), customers.stream()).sorted().toList();
    List<CustomerId> reversed = new ArrayList<>(twice);
    Collections.reverse(reversed);
    assertThat(segmentation.split(twice))
        .isEqualTo(segmentation.split(customers))
        .isEqualTo(segmentation.split(reversed));
  }

  @Provide
  Arbitrary<Segmentation> segmentations() {
    Arbitrary<Map<CustomerId, String>> segments =
        Arbitraries.maps(customers(), Arbitraries.of("basic", "pro", "(unassigned)", "İ"));
    return segments.map(map -> new Segmentation("plan", map));
  }

  @Provide
  Arbitrary<CustomerId> customers() {
    return Arbitraries.integers().between(0, 50).map(CustomerId::of);
  }
}
