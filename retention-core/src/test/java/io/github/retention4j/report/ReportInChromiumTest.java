package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Pages in a real browser. Pictures of them are left under {@code target/screenshots}, to be looked
 * at.
 *
 * <p>Without Chromium the tests are skipped, unless the environment says {@code
 * RETENTION4J_CHROMIUM=required}.
 */
@Tag("chromium")
class ReportInChromiumTest {

  private static final Path SCREENSHOTS = Path.of("target", "screenshots").toAbsolutePath();
  private static final String DARK = "--blink-settings=preferredColorScheme=0";

  /** Not a folder that JUnit removes: the browser may still write when it has answered. */
  private static final Path WORK = Path.of("target", "chromium").toAbsolutePath();

  private Chromium chromium;

  @BeforeEach
  void findChromium() throws IOException {
    Optional<Path> program = Chromium.find();
    if (program.isEmpty()) {
      String message =
          "no chromium, chromium-browser or google-chrome on the path, and no -Dchromium=...";
      if ("required".equals(System.getenv("RETENTION4J_CHROMIUM"))) {
        fail(message);
      }
      abort(message);
    }
    Files.createDirectories(SCREENSHOTS);
    chromium = new Chromium(program.orElseThrow(), Files.createDirectories(WORK));
  }

  @Test
  void rendersTheReport() throws Exception {
    Path page = write("shop", SampleReport.shop());
    Chromium.Run run = chromium.dump(page);
    assertThat(run.console()).isEmpty();
    assertThat(count(run.out(), "<svg ")).isEqualTo(10);
    assertThat(count(run.out(), "<table ")).isEqualTo(11);
    chromium.screenshot(page, SCREENSHOTS.resolve("shop-light.png"), 1200, 6400);
    chromium.screenshot(page, SCREENSHOTS.resolve("shop-dark.png"), 1200, 6400, DARK);
    chromium.screenshot(page, SCREENSHOTS.resolve("shop-narrow.png"), 500, 6400);
    chromium.print(page, SCREENSHOTS.resolve("shop.pdf"));
  }

  @Test
  void hostileLabelsAreTextAndNothingElse() throws Exception {
    Path page = write("hostile", SampleReport.hostile());
    Chromium.Run run = chromium.dump(page);
    assertThat(run.console()).isEmpty();
    assertThat(run.out()).doesNotContain("<script", "<img", "owned</title>");
    assertThat(run.out()).doesNotContainPattern("<[^>]*\\son(error|load)=");
    assertThat(element(run.out(), "title")).isEqualTo(SampleReport.LABELS.get(2));
    assertThat(count(run.out(), "<h1")).isEqualTo(1);
    List<String> headings = elements(run.out(), "h2");
    assertThat(headings.subList(1, headings.size())).isEqualTo(SampleReport.LABELS);
    assertThat(elements(run.out(), "bdi")).containsAll(SampleReport.LABELS);
    chromium.screenshot(page, SCREENSHOTS.resolve("hostile-light.png"), 1200, 3200);
    chromium.screenshot(page, SCREENSHOTS.resolve("hostile-dark.png"), 1200, 3200, DARK);
  }

  /** The page forbids what it does not hold: a script put in later does not run either. */
  @Test
  void thePolicyStopsAScriptThatGotIn() throws Exception {
    String html =
        SampleReport.shop()
            .toHtml()
            .replace("</main>", "<script>document.title='owned'</script></main>");
    Path page = Files.writeString(WORK.resolve("script.html"), html);
    Chromium.Run run = chromium.dump(page);
    assertThat(element(run.out(), "title")).isEqualTo("The shop until the end of 2024");
    assertThat(run.console()).singleElement().asString().contains("Content Security Policy");
  }

  private Path write(String name, HtmlReport report) throws IOException {
    Path page = SCREENSHOTS.resolve(name + ".html");
    report.writeTo(page);
    return page;
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static String element(String html, String name) {
    return elements(html, name).get(0);
  }

  /** The texts of elements that hold text only, as people see them. */
  private static List<String> elements(String html, String name) {
    return Pattern.compile("<" + name + "( [^>]*)?>([^<]*)</" + name + ">")
        .matcher(html)
        .results()
        .map(match -> unescaped(match.group(2)))
        .toList();
  }

  private static String unescaped(String text) {
    return text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u00A0")
        .replace("&amp;", "&");
  }
}
