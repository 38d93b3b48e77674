package io.github.retention4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTableTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "上海, 4",
    "ｱｲ, 2",
    "Ａ, 2",
    "한국, 4",
    "กรุงเทพ, 6", // two vowels and marks stand over or under the consonant before
    "القاهرة, 7",
    "é, 1",
    "e\u0301, 1",
    "😀, 2",
    "𠀀, 2"
  })
  void countsTheColumnsOfATerminal(String text, int columns) {
    assertThat(TextWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void alignsByWhatIsSeen() {
    String text =
        new TextTable()
            .line("city", Stream.of("customers", "share"))
            .line("上海", Stream.of("12", "5 %"))
            .line("Bern", Stream.of("1,234", "95 %"))
            .toString();
    assertThat(text)
        .isEqualTo(
            """
            city  customers  share
            上海         12    5 %
            Bern      1,234   95 %
            """);
  }

  @Test
  void takesLinesOfDifferentLength() {
    String text =
        new TextTable().line("a", Stream.of("b", "c")).line("long", Stream.of()).toString();
    assertThat(text).isEqualTo("a     b  c\nlong\n");
    assertThat(new TextTable().toString()).isEmpty();
  }
}
