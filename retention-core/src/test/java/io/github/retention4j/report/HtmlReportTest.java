package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

class HtmlReportTest {

  private static final ReportSection SECTION =
      ReportSection.of("Who stays", "Seven of ten.")
          .with(LorenzPlot.withDefaults().draw(Shop.concentration()))
          .with(table(3))
          .withDefinition("Retention", "retained / at start");

  private static ResultTable table(int rows) {
    return ResultTable.of(
        "Numbers to " + rows,
        IntStream.rangeClosed(1, rows).boxed().toList(),
        List.of(Column.text("name", i -> "n" + i), Column.count("value", (Integer i) -> i)));
  }

  /** A page is well-formed XML but for its first line, so that a strict parser can judge it. */
  private static SvgPage parse(HtmlReport report) {
    String html = report.toHtml();
    assertThat(html).startsWith("<!DOCTYPE html>\n<html ");
    return SvgPage.parse(html.substring(html.indexOf('\n') + 1));
  }

  private static HtmlReport sections(int count) {
    HtmlReport report = HtmlReport.titled("Report");
    for (int i = 0; i < count; i++) {
      report = report.with(SECTION);
    }
    return report;
  }

  @Test
  void holdsItsPartsInOrder() {
    SvgPage page = parse(sections(1).withSubtitle("Until May"));
    assertThat(page.root().getAttribute("lang")).isEqualTo("en");
    assertThat(texts(page, "h1")).containsExactly("Report");
    assertThat(texts(page, "h2")).containsExactly("Who stays");
    assertThat(texts(page, "p")).containsExactly("Until May", "Seven of ten.");
    assertThat(texts(page, "caption")).containsExactly("Numbers to 3");
    assertThat(texts(page, "dt")).containsExactly("Retention");
    assertThat(texts(page, "dd")).containsExactly("retained / at start");
    assertThat(page.all("svg")).hasSize(1);
  }

  @Test
  void tablesHaveCaptionsAndHeadings() {
    SvgPage page = parse(sections(1));
    assertThat(page.all("th").stream().map(e -> e.getAttribute("scope")))
        .containsExactly("col", "col", "row", "row", "row");
    assertThat(page.all("td")).hasSize(3).allMatch(e -> e.getAttribute("class").equals("number"));
    Element region =
        page.all("div").stream().filter(e -> e.hasAttribute("role")).findFirst().orElseThrow();
    assertThat(region.getAttribute("aria-labelledby"))
        .isEqualTo(page.all("caption").get(0).getAttribute("id"));
  }

  @Test
  void foldsLongTables() {
    SvgPage page = parse(HtmlReport.titled("R").with(SECTION.with(table(12)).with(table(13))));
    assertThat(texts(page, "summary")).containsExactly("Numbers to 13, 13 rows");
  }

  @Test
  void listsItsContentsFromFiveSectionsOn() {
    assertThat(parse(sections(4)).all("nav")).isEmpty();
    SvgPage page = parse(sections(5));
    assertThat(page.all("a")).hasSize(5);
    List<String> ids = page.all("h2").stream().map(e -> e.getAttribute("id")).toList();
    assertThat(page.all("a").stream().map(e -> e.getAttribute("href").substring(1)))
        .isEqualTo(ids.subList(1, ids.size()))
        .doesNotHaveDuplicates();
  }

  @Test
  void givesEachIdOnceAndRefersToThemOnly() {
    SvgPage page = parse(SampleReport.shop());
    List<String> ids =
        page.all("*").stream().map(e -> e.getAttribute("id")).filter(id -> !id.isEmpty()).toList();
    assertThat(ids).doesNotHaveDuplicates();
    Stream<String> labels =
        page.all("*").stream()
            .flatMap(e -> Stream.of(e.getAttribute("aria-labelledby").split(" ")))
            .filter(id -> !id.isEmpty());
    assertThat(ids).containsAll(labels.toList());
    Stream<String> fills =
        page.all("*").stream()
            .map(e -> e.getAttribute("fill"))
            .filter(fill -> fill.startsWith("url(#"))
            .map(fill -> fill.substring(5, fill.length() - 1));
    assertThat(ids).containsAll(fills.toList());
  }

  @Test
  void drawsEachPictureInTheLightAndInTheDark() {
    SvgPage page = parse(sections(1));
    assertThat(page.all("g").stream().map(e -> e.getAttribute("class")).filter(c -> !c.isEmpty()))
        .containsExactly("light", "dark");
    assertThat(page.all("style").get(0).getTextContent())
        .contains("screen and (prefers-color-scheme:dark)");
  }

  @Test
  void fetchesNothingAndRunsNothing() {
    String html = SampleReport.shop().toHtml();
    assertThat(html)
        .contains("default-src 'none'; style-src 'unsafe-inline'; img-src data:")
        .doesNotContain("<script", "<link rel=\"stylesheet\"", "@import", "url(http")
        .doesNotContainPattern("(src|href)=\"(?!#|data:,)");
    assertThat(html.replace("http://www.w3.org/2000/svg", "")).doesNotContain("http:", "https:");
  }

  @Test
  void beginsOnTheSideOfItsLanguage() {
    HtmlReport report = sections(1);
    assertThat(parse(report).root().getAttribute("dir")).isEqualTo("ltr");
    Element arabic = parse(report.with(Locale.forLanguageTag("ar-EG"))).root();
    assertThat(arabic.getAttribute("dir")).isEqualTo("rtl");
    assertThat(arabic.getAttribute("lang")).isEqualTo("ar-EG");
    Element hebrew = parse(report.with(Locale.forLanguageTag("he"))).root();
    assertThat(hebrew.getAttribute("dir")).isEqualTo("rtl");
  }

  @Test
  void isTheSameEachTimeAndAlsoWhenEmpty() {
    assertThat(SampleReport.hostile().toHtml()).isEqualTo(SampleReport.hostile().toHtml());
    SvgPage page =
        parse(HtmlReport.titled("Nothing").with(ReportSection.of("A", "B").with(table(0))));
    assertThat(page.all("td")).isEmpty();
    assertThat(parse(HtmlReport.titled("Nothing")).all("section")).isEmpty();
  }

  @Property(tries = 200)
  void anyTextIsReadBack(@ForAll String text) {
    String safe = Markup.valid(text);
    if (text.isBlank()) {
      return;
    }
    ReportSection section =
        ReportSection.of(text, text)
            .with(ResultTable.of(text, List.of(text), List.of(Column.text("c", (String s) -> s))))
            .withDefinition(text, text);
    SvgPage page = parse(HtmlReport.titled(text).withSubtitle(text).with(section));
    for (String name : List.of("title", "h1", "h2", "p", "caption", "dt", "dd")) {
      assertThat(texts(page, name)).isNotEmpty().allMatch(shown -> same(shown, safe));
    }
    assertThat(texts(page, "bdi")).hasSize(2).anyMatch(shown -> same(shown, safe));
  }

  /** An XML parser reads each line end as a line feed. */
  private static boolean same(String shown, String text) {
    return shown.equals(text.replace("\r\n", "\n").replace('\r', '\n'));
  }

  @Test
  void writesAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("report.html");
    HtmlReport report = sections(1).withSubtitle("上海");
    report.writeTo(file);
    assertThat(Files.readString(file)).isEqualTo(report.toHtml()).contains("上海");
    assertThat(report).hasToString("Report, 1 section(s)");
    assertThat(SECTION).hasToString("Who stays: 1 picture(s), 1 table(s)");
  }

  @Test
  void refusesBlankTexts() {
    assertThatThrownBy(() -> HtmlReport.titled(" ")).hasMessage("title ( ) must not be blank");
    assertThatThrownBy(() -> ReportSection.of("A", ""))
        .hasMessage("statement () must not be blank");
    assertThatThrownBy(() -> SECTION.withDefinition("", "B"))
        .hasMessage("term () must not be blank");
    HtmlReport report = sections(0);
    assertThatThrownBy(() -> report.withSubtitle("")).hasMessage("subtitle () must not be blank");
    assertThatThrownBy(() -> report.with(Locale.ROOT))
        .hasMessage("language (und) must be a language such as en");
  }

  private static List<String> texts(SvgPage page, String name) {
    return page.all(name).stream()
        .filter(
            element -> !element.getParentNode().getNodeName().matches("svg|rect|path|circle|text"))
        .map(Element::getTextContent)
        .toList();
  }
}
