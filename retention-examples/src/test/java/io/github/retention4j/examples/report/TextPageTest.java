package io.github.retention4j.examples.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.retention4j.examples.report.TextPage.Fact;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextPageTest {

  @Test
  void alignsTheFirstColumnLeftAndOthersRight() {
    TextTable table =
        TextTable.of("month", "customers").row("2024-01", "7").row("x", "1,234,567,890");

    assertThat(table.lines())
        .containsExactly(
            "month        customers", "2024-01              7", "x        1,234,567,890");
  }

  @Test
  void rejectsARowOfAnotherLength() {
    assertThatThrownBy(() -> TextTable.of("a", "b").row("1"))
        .hasMessage("cells ([1]) must be as many as the heading [a, b]");
  }

  @Test
  void wrapsWordsAtTheWidthAndIndentsWhatFollows() {
    String page =
        new TextPage()
            .title("T")
            .heading("H")
            .paragraph("word ".repeat(25))
            .item("x".repeat(120) + " y")
            .facts(List.of(new Fact("a", "1"), new Fact("long", "word ".repeat(20))))
            .toString();

    assertThat(page)
        .isEqualTo(
            "T\n=\n\n\nH\n-\n\n"
                + "word ".repeat(19)
                + "word\n"
                + "word ".repeat(4)
                + "word\n"
                + "- "
                + "x".repeat(120)
                + "\n  y\n\n"
                + "  a     1\n"
                + "  long  "
                + "word ".repeat(17)
                + "word\n        word word\n");
  }
}
