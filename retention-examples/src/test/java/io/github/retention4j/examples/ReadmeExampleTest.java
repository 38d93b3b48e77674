package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The code that README shows is the code that is compiled and run here. */
class ReadmeExampleTest {

  private static final Path README = Path.of("..", "README.md");
  private static final Path QUICK_START =
      Path.of("src", "main", "java", "io", "github", "retention4j", "examples", "QuickStart.java");
  private static final Pattern FIRST_JAVA_BLOCK =
      Pattern.compile("^```java\\R(.*?)^```\\s*$", Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern MARKED_REGION =
      Pattern.compile(
          "^// README begins here\\R(.*?)^// README ends here", Pattern.DOTALL | Pattern.MULTILINE);

  @Test
  void readmeShowsTheCodeOfQuickStart() throws IOException {
    assertThat(first(FIRST_JAVA_BLOCK, README)).isEqualTo(first(MARKED_REGION, QUICK_START));
  }

  private static String first(Pattern pattern, Path file) throws IOException {
    Matcher matcher = pattern.matcher(Files.readString(file));
    assertThat(matcher.find()).as("%s has %s", file, pattern).isTrue();
    return matcher.group(1).strip().replace("\r\n", "\n");
  }
}
