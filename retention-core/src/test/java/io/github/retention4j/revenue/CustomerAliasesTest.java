package io.github.retention4j.revenue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.activity.Rejection;
import io.github.retention4j.customer.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CustomerAliasesTest {

  private static final CustomerId A = CustomerId.of("a");
  private static final CustomerId B = CustomerId.of("b");
  private static final CustomerId C = CustomerId.of("c");

  @Test
  void leadsToTheLastCustomer() {
    CustomerAliases aliases = CustomerAliases.of(Map.of(B, C, A, B));
    assertThat(aliases.resolve(A)).isEqualTo(C);
    assertThat(aliases.resolve(B)).isEqualTo(C);
    assertThat(aliases.resolve(C)).isEqualTo(C);
    assertThat(aliases).hasToString("{a=c, b=c}");
    assertThat(aliases.toMap()).containsExactly(Map.entry(A, C), Map.entry(B, C));
    assertThat(aliases)
        .isEqualTo(CustomerAliases.of(Map.of(A, C, B, C)))
        .hasSameHashCodeAs(CustomerAliases.of(Map.of(A, C, B, C)))
        .isNotEqualTo(CustomerAliases.none());
    assertThat(CustomerAliases.none().resolve(A)).isEqualTo(A);
  }

  @Test
  void namesACircle() {
    assertThatThrownBy(() -> CustomerAliases.of(Map.of(A, B, B, C, C, A)))
        .hasMessage("aliases (a -> b -> c -> a) must not lead round in a circle");
    assertThatThrownBy(() -> CustomerAliases.of(Map.of(A, A)))
        .hasMessage("aliases (a -> a) must not lead round in a circle");
  }

  @Test
  void namesAnUnknownCustomer() {
    CustomerAliases aliases = CustomerAliases.of(Map.of(A, B));
    aliases.requireKnown(Set.of(A, B)::contains);
    assertThatThrownBy(() -> aliases.requireKnown(A::equals))
        .hasMessage("aliases (b) must name known customers; 1 is not");
    assertThatThrownBy(() -> aliases.requireKnown(C::equals))
        .hasMessage("aliases (a) must name known customers; 2 are not");
  }

  @Test
  void leavesOutWhatIsUnknown() {
    CustomerAliases aliases = CustomerAliases.of(Map.of(A, B, C, CustomerId.of("d")));
    assertThat(aliases.unknown(Set.of(A, B, C)::contains)).containsExactly(CustomerId.of("d"));
    assertThat(aliases.filter(Set.of(A, B, C)::contains)).hasToString("{a=b}");
    assertThat(aliases.filter(Set.of(B, C)::contains)).isEqualTo(CustomerAliases.none());
  }

  /** A and b lead round, c leads to d, d is unknown, e leads to a customer that is known. */
  @Test
  void tellsWhatItLeavesOut() {
    CustomerId d = CustomerId.of("d");
    CustomerId e = CustomerId.of("e");
    CustomerId f = CustomerId.of("f");
    List<Rejection> refused = new ArrayList<>();
    CustomerAliases aliases =
        CustomerAliases.of(
            Map.of(A, B, B, A, C, d, e, f), Set.of(A, B, C, e, f)::contains, refused::add);
    assertThat(aliases).isEqualTo(CustomerAliases.of(Map.of(e, f)));
    assertThat(refused)
        .containsExactly(
            new Rejection(1, "aliases (a -> b -> a) must not lead round in a circle"),
            new Rejection(2, "aliases (b -> a -> b) must not lead round in a circle"),
            new Rejection(3, "aliases (d) must name known customers; 1 is not"));
  }
}
