package io.github.retention4j.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.money.Money;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TextTableTest {

  @Test
  void alignsColumns() {
    TextTable table =
        new TextTable().line("name", Stream.of("n", "share")).line("a", Stream.of("10", "5 %"));
    assertThat(table)
        .hasToString(
            """
            name   n  share
            a     10    5 %
            """);
    assertThat(TextTable.flushRight().line("name", Stream.of("n")).line("a", Stream.of("10")))
        .hasToString(
            """
            name   n
               a  10
            """);
  }

  @Test
  void writesAmountsAndShares() {
    Money yen = Money.of("JPY", "1234.5");
    assertThat(TextTable.plain(Money.of("EUR", "12.345"))).isEqualTo("12.34");
    assertThat(TextTable.plain(yen)).isEqualTo("1234");
    assertThat(TextTable.amount(yen)).isEqualTo("JPY 1234");
    assertThat(TextTable.percent(0.81449)).isEqualTo("81.45 %");
  }

  @Test
  void keepsANameInOneRow() {
    assertThat(CellText.escaped("plain name")).isEqualTo("plain name");
    assertThat(CellText.escaped("a\nb\tc\rd\u0000e\u2028f"))
        .isEqualTo("a\\nb\\tc\\rd\\u0000e\\u2028f");
    assertThat(CellText.escaped("abc\u202Efed")).isEqualTo("abc\\u202Efed");
    assertThat(CellText.escaped("lone \uD800")).isEqualTo("lone \\uD800");
    assertThat(new TextTable().line("a\nb", Stream.of("1")).line("abcd", Stream.of("2")))
        .hasToString(
            """
            a\\nb  1
            abcd  2
            """);
  }

  /** Two columns for each wide character, none for combining marks. */
  @Test
  void knowsHowWideCharactersAre() {
    assertThat(CellText.width("abc")).isEqualTo(3);
    assertThat(CellText.width("東京")).isEqualTo(4);
    assertThat(CellText.width("한국")).isEqualTo(4);
    assertThat(CellText.width("Ａ")).isEqualTo(2);
    assertThat(CellText.width("e\u0301")).isEqualTo(1);
    assertThat(CellText.width("é")).isEqualTo(1);
    assertThat(CellText.width("\u200B")).isZero();
    assertThat(CellText.width("\uD83D\uDE00")).isEqualTo(2);
    assertThat(CellText.width("\uD842\uDFB7")).isEqualTo(2);
    assertThat(new TextTable().line("東京", Stream.of("1")).line("e\u0301cole", Stream.of("2")))
        .hasToString("東京   1\ne\u0301cole  2\n");
  }

  @Property
  void hasALineForEachRowWhateverIsInIt(@ForAll @Size(min = 1, max = 5) List<String> names) {
    TextTable table = new TextTable();
    names.forEach(name -> table.line(name, Stream.of("1")));
    String[] lines = table.toString().split("\n", -1);
    assertThat(lines).hasSize(names.size() + 1);
    for (int i = 0; i < names.size(); i++) {
      assertThat(CellText.width(lines[i])).isEqualTo(CellText.width(lines[0]));
      assertThat(lines[i]).startsWith(CellText.escaped(names.get(i)));
    }
  }

  @Test
  void takesLinesOfDifferentLength() {
    assertThat(new TextTable().line("a", Stream.of("b", "c")).line("long", Stream.of()))
        .hasToString("a     b  c\nlong\n");
    assertThat(new TextTable()).hasToString("");
  }
}
