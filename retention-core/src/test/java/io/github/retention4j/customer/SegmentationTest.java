package io.github.retention4j.customer;

import static io.github.retention4j.customer.Segmentation.UNASSIGNED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SegmentationTest {

  private static final CustomerId ANN = CustomerId.of("ann");
  private static final CustomerId BOB = CustomerId.of("bob");
  private static final CustomerId CID = CustomerId.of("cid");

  private static final Segmentation PLANS =
      new Segmentation("plan", Map.of(ANN, "pro", BOB, "basic"));

  @Test
  void knowsTheGroupOfEachCustomer() {
    assertThat(PLANS.segmentOf(ANN)).isEqualTo("pro");
    assertThat(PLANS.segmentOf(BOB)).isEqualTo("basic");
    assertThat(PLANS.segmentOf(CID)).isEqualTo("(unassigned)");
  }

  @Test
  void splitsInOrderAndLeavesNobodyOut() {
    Map<String, ?> parts = PLANS.split(List.of(CID, BOB, ANN, CustomerId.of("abe"), BOB));
    assertThat(parts.keySet()).containsExactly("(unassigned)", "basic", "pro");
    assertThat(PLANS.split(List.of(CID, CustomerId.of("abe"))).get(UNASSIGNED))
        .containsExactly(CustomerId.of("abe"), CID);
    assertThat(PLANS.split(List.of(BOB, BOB)).get("basic")).containsExactly(BOB);
  }

  @Test
  void splitsOnlyThoseItIsAskedAbout() {
    assertThat(PLANS.split(List.of())).isEmpty();
    assertThat(PLANS.split(List.of(ANN))).containsOnlyKeys("pro");
  }

  @Test
  void givesPartsThatCannotBeChanged() {
    var parts = PLANS.split(List.of(ANN));
    assertThatThrownBy(() -> parts.remove("pro")).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> parts.values().forEach(part -> part.add(BOB)))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void takesACopy() {
    Map<CustomerId, String> mutable = new HashMap<>(Map.of(ANN, "pro"));
    Segmentation plans = new Segmentation("plan", mutable);
    mutable.put(ANN, "basic");
    mutable.put(BOB, "basic");
    assertThat(plans.segments()).isEqualTo(Map.of(ANN, "pro"));
    assertThatThrownBy(() -> plans.segments().put(BOB, "basic"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void keepsCustomersInOrderWhateverTheOrderGiven() {
    Map<CustomerId, String> backwards = new TreeMap<>((a, b) -> b.compareTo(a));
    IntStream.range(10, 60).forEach(i -> backwards.put(CustomerId.of(i), "g" + i % 3));
    Segmentation groups = new Segmentation("group", backwards);
    assertThat(List.copyOf(groups.segments().keySet())).isSorted().hasSize(50);
    Segmentation again = new Segmentation("group", new HashMap<>(backwards));
    assertThat(again).isEqualTo(groups).hasSameHashCodeAs(groups).hasToString(groups.toString());
    assertThat(PLANS)
        .hasToString("Segmentation[attribute=plan, segments={ann=pro, bob=basic}]")
        .isNotEqualTo(new Segmentation("tariff", PLANS.segments()))
        .isNotEqualTo(new Segmentation("plan", Map.of()));
  }

  @Test
  void mayAssignNobodyByName() {
    Segmentation plans = new Segmentation("plan", Map.of(ANN, UNASSIGNED, BOB, "basic"));
    assertThat(plans.split(List.of(ANN, BOB, CID)).get(UNASSIGNED)).containsExactly(ANN, CID);
  }

  @Test
  void rejectsBlankNames() {
    assertThatThrownBy(() -> new Segmentation(" ", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("attribute ( ) must not be blank");
    assertThatThrownBy(() -> new Segmentation("plan", Map.of(ANN, "pro", CID, "", BOB, " ")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("segment ( ) of customer bob must not be blank");
  }

  @Test
  @SuppressWarnings("NullAway")
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> new Segmentation(null, Map.of())).hasMessage("attribute");
    assertThatThrownBy(() -> new Segmentation("plan", null)).hasMessage("segments");
    Map<CustomerId, String> withHole = new HashMap<>();
    withHole.put(ANN, "pro");
    withHole.put(BOB, null);
    assertThatThrownBy(() -> new Segmentation("plan", withHole))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("segment of customer bob");
    Map<CustomerId, String> withoutCustomer = new HashMap<>();
    withoutCustomer.put(null, "pro");
    assertThatThrownBy(() -> new Segmentation("plan", withoutCustomer)).hasMessage("customer");
    assertThatThrownBy(() -> PLANS.segmentOf(null)).hasMessage("customer");
    assertThatThrownBy(() -> PLANS.split(null)).hasMessage("customers");
  }
}
