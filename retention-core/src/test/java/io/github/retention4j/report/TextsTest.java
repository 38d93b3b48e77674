package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void chineseIsAnEmWideAndMarksTakeNoRoom() {
    assertThat(Texts.width("\u7559\u5B58", 10)).isEqualTo(20);
    assertThat(Texts.width("e\u0301", 10)).isEqualTo(Texts.width("e", 10));
    assertThat(Texts.width("\u0E01\u0E49", 10)).isEqualTo(6.2);
  }

  @Test
  void shortensBetweenWholeCharacters() {
    String flag = "\uD83C\uDDF9\uD83C\uDDED";
    assertThat(Texts.shorten(flag + flag + flag, 10, 500)).isEqualTo(flag + flag + flag);
    assertThat(Texts.shorten(flag + flag + flag, 10, 50)).isEqualTo(flag + flag + "\u2026");
    assertThat(Texts.shorten("e\u0301e\u0301e\u0301e\u0301", 10, 20))
        .isEqualTo("e\u0301e\u0301\u2026");
    assertThat(Texts.shorten("abc", 10, 0)).isEqualTo("\u2026");
  }

  @Property
  void whatIsShortenedFits(
      @ForAll @StringLength(max = 60) String text,
      @ForAll @IntRange(min = 10, max = 300) int room) {
    String label = Texts.label(text);
    assertThat(Texts.width(Texts.shorten(label, 10, room), 10)).isLessThanOrEqualTo(room);
  }

  @Test
  void breaksLinesAtWords() {
    assertThat(Texts.wrap("one two three", 10, 50, 3)).containsExactly("one two", "three");
    assertThat(Texts.wrap("one two three", 10, 50, 1)).containsExactly("one two\u2026");
    assertThat(Texts.wrap("\u7559\u5B58\u7387", 10, 20, 3))
        .containsExactly("\u7559\u5B58", "\u7387");
    assertThat(Texts.wrap("Unbreakable", 10, 40, 3)).containsExactly("Unbre\u2026");
  }

  @Property
  void linesFitAndNothingIsLostWhereThereIsRoom(@ForAll @StringLength(max = 60) String text) {
    String label = Texts.label(text);
    assertThat(String.join("", Texts.wrap(label, 10, 1e6, 2))).isEqualTo(label.strip());
    assertThat(Texts.wrap(label, 10, 80, 3))
        .hasSizeLessThanOrEqualTo(3)
        .allSatisfy(line -> assertThat(Texts.width(line, 10)).isLessThanOrEqualTo(80));
  }
}
