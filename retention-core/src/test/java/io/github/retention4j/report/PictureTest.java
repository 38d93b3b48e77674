package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class PictureTest {

  private static Picture titled(String title) {
    PictureStyle style = PictureStyle.defaults().withTitle(title).withSubtitle(title);
    Drawing drawing = new Drawing(style, "own", "own");
    drawing.defineHatch();
    drawing.label(10, 90, title, 100, drawing.small());
    drawing.bar(0, 0, 5, 5, Drawing.hatch(), title);
    return drawing.finish(100, "About " + Texts.inSentence(title));
  }

  @Test
  void hasTitleAndDescriptionForThoseWhoCannotSee() {
    SvgPage page = SvgPage.of(titled("Who stays"));
    Element root = page.root();
    assertThat(root.getNamespaceURI()).isEqualTo("http://www.w3.org/2000/svg");
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title desc");
    assertThat(root.getAttribute("viewBox")).isEqualTo("0 0 860 128");
    assertThat(page.all("title").get(0).getTextContent()).isEqualTo("Who stays");
    assertThat(page.all("desc").get(0).getTextContent()).isEqualTo("About Who stays");
    assertThat(page.all("desc").get(0).getAttribute("id")).isEqualTo("desc");
  }

  @Test
  void idsAndTheirUsesBeginWithThePrefix() {
    String inline = titled("Who stays").toInlineSvg("p7-");
    assertThat(inline).startsWith("<svg ").doesNotContain("<?xml");
    SvgPage page = SvgPage.parse(inline);
    assertThat(page.all("*"))
        .extracting(element -> element.getAttribute("id"))
        .filteredOn(id -> !id.isEmpty())
        .containsExactly("p7-title", "p7-desc", "p7-open");
    assertThat(page.root().getAttribute("aria-labelledby")).isEqualTo("p7-title p7-desc");
    assertThat(page.all("rect")).extracting(e -> e.getAttribute("fill")).contains("url(#p7-open)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"quoted\" 'and' &amp; <b>",
        "]]> --> <!-- ?>",
        "\u0000\u0001\u0008\u000B\u001F\u007F\u0085\uFFFE\uFFFF",
        "\uD800 alone \uDC00",
        "\u202Eturned\u2069\u202C",
        "\u0639\u0645\u064A\u0644 12 \u05DC\u05E7\u05D5\u05D7",
        "\u5BA2\u6237\u7559\u5B58\u7387 \u0E25\u0E39\u0E01\u0E04\u0E49\u0E32",
        "line\nbreak\ttab\r\n",
        ""
      })
  void hostileLabelsAreTextAndNoMore(String label) {
    SvgPage page = SvgPage.of(titled(label));
    assertThat(page.names())
        .containsOnly("defs", "desc", "pattern", "rect", "svg", "text", "title");
    String shown = page.all("desc").get(0).getTextContent();
    assertThat(shown.replaceAll("[\u2068\u2069]", "")).isEqualTo("About " + Texts.label(label));
  }

  @Property(tries = 200)
  void anyTextGivesAWellFormedPicture(@ForAll("texts") String text) {
    SvgPage page = SvgPage.of(titled(text));
    assertThat(page.all("title").get(0).getTextContent()).isEqualTo(Texts.label(text));
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().all().ofMaxLength(40);
  }

  @Example
  void whatXmlCannotHoldIsSeenToBeMissing() {
    assertThat(Texts.label("a\u0000b\uD800c\u202Ed")).isEqualTo("a\uFFFDb\uFFFDc\uFFFDd");
    assertThat(Texts.label(" a \n\t b ")).isEqualTo("a b");
    assertThat(Texts.label("\uD83D\uDE00")).isEqualTo("\uD83D\uDE00");
  }

  @Test
  void keepsLeftwardLabelsApartInSentences() {
    assertThat(Texts.inSentence("\u05D0\u05D1")).isEqualTo("\u2068\u05D0\u05D1\u2069");
    assertThat(Texts.inSentence("ab")).isEqualTo("ab");
  }

  @Test
  void writesUtf8(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("picture.svg");
    Picture picture = titled("\u7559\u5B58");
    picture.writeTo(file);
    assertThat(Files.readString(file))
        .isEqualTo(picture.toSvg())
        .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg ");
  }

  @Test
  void picturesDrawnAlikeAreEqual() {
    assertThat(titled("a")).isEqualTo(titled("a")).hasSameHashCodeAs(titled("a"));
    assertThat(titled("a")).isNotEqualTo(titled("b")).hasToString("a, 860 x 128");
    assertThat(titled("a").height()).isEqualTo(128);
  }

  @Test
  void stylesCheckTheirWidth() {
    PictureStyle style = PictureStyle.defaults().with(Locale.GERMANY).withTitle("t");
    assertThat(style.title()).isEqualTo(Optional.of("t"));
    assertThat(style.locale()).isEqualTo(Locale.GERMANY);
    assertThatThrownBy(() -> style.withWidth(319))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width (319) must be from 320 to 4000");
    assertThatThrownBy(() -> style.withWidth(4001))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("width (4001) must be from 320 to 4000");
  }
}
