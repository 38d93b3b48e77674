package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The code that README shows is the code that is compiled and run here, and prints what it says.
 */
class ReadmeExampleTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path SOURCES = Path.of("src", "main", "java");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final String PACKAGE = "io/github/retention4j/examples/";
  private static final Pattern JAVA_BLOCK = block("java");
  private static final Pattern TEXT_BLOCK = block("text");
  private static final Pattern MARKED_REGION =
      Pattern.compile(
          "^// README begins here\\R(.*?)^// README ends here", Pattern.DOTALL | Pattern.MULTILINE);

  private static Pattern block(String language) {
    return Pattern.compile(
        "^```" + language + "\\R(.*?)^```\\s*$", Pattern.DOTALL | Pattern.MULTILINE);
  }

  @Test
  void showsTheCodeOfTheQuickStart() throws IOException {
    assertThat(all(JAVA_BLOCK, README).get(0))
        .isEqualTo(all(MARKED_REGION, SOURCES.resolve(PACKAGE + "QuickStart.java")).get(0));
  }

  @Test
  void showsWhatTheQuickStartPrints() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main(new String[0]);
    } finally {
      System.setOut(console);
    }
    assertThat(bytes.toString(StandardCharsets.UTF_8).strip().replace("\r\n", "\n"))
        .isEqualTo(all(TEXT_BLOCK, README).get(0));
  }

  @Test
  void showsTheTestOfMetrics() throws IOException {
    assertThat(all(JAVA_BLOCK, README).get(1))
        .isEqualTo(all(MARKED_REGION, TESTS.resolve(PACKAGE + "ShopMetricsTest.java")).get(0));
  }

  private static List<String> all(Pattern pattern, Path file) throws IOException {
    List<String> found =
        pattern
            .matcher(Files.readString(file))
            .results()
            .map(match -> match.group(1).strip().replace("\r\n", "\n"))
            .toList();
    assertThat(found).as("%s has %s", file, pattern).isNotEmpty();
    return found;
  }
}
