package io.github.retention4j.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CustomerIdTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 42, -42, 1_000_000, Long.MAX_VALUE, Long.MIN_VALUE})
  void isTheSameByTextAndByNumber(long number) {
    CustomerId byText = CustomerId.of(Long.toString(number));
    assertThat(CustomerId.of(number))
        .isEqualTo(byText)
        .hasSameHashCodeAs(byText)
        .isEqualByComparingTo(byText)
        .hasToString(Long.toString(number));
  }

  @Test
  void isComparedToTheLetter() {
    CustomerId id = CustomerId.of("i");
    assertThat(id)
        .isEqualTo(new CustomerId("i"))
        .isNotEqualTo(CustomerId.of("I"))
        .isNotEqualTo(CustomerId.of("ı"))
        .isNotEqualTo(CustomerId.of(" i"))
        .isNotEqualTo(CustomerId.of("i "));
    assertThat(CustomerId.of("042")).isNotEqualTo(CustomerId.of(42));
    assertThat(CustomerId.of(" i ").value()).isEqualTo(" i ");
  }

  /**
   * By code unit: an emoji, whose first unit is D83D, comes before the private use area at E000.
   */
  @Test
  void isOrderedByCodeUnit() {
    assertThat(
            Stream.of("9", "10", "\uE000", "ä", "a", "Z", "\uD83D\uDE00", "-1", "1", "aa")
                .map(CustomerId::of)
                .sorted())
        .extracting(CustomerId::value)
        .containsExactly("-1", "1", "10", "9", "Z", "a", "aa", "ä", "\uD83D\uDE00", "\uE000");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\n", "\u2003"})
  void rejectsABlankKey(String blank) {
    assertThatThrownBy(() -> CustomerId.of(blank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("customer (" + blank + ") must not be blank");
  }

  @Test
  @SuppressWarnings("NullAway")
  void rejectsNoKey() {
    assertThatThrownBy(() -> CustomerId.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("customer");
  }

  @Test
  void knowsTheNumberThatItIs() {
    assertThat(CustomerId.of("-42").number()).hasValue(-42);
    assertThat(CustomerId.of(Long.MAX_VALUE).number()).hasValue(Long.MAX_VALUE);
    assertThat(CustomerId.of("007").number()).isEmpty();
    assertThat(CustomerId.of("+7").number()).isEmpty();
    assertThat(CustomerId.of("acme").number()).isEmpty();
    assertThat(CustomerId.of("9223372036854775808").number()).isEmpty();
  }
}
