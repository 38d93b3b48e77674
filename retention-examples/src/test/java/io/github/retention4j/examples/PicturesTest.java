package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.report.Picture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {

  /** Where the README shows them from. */
  private static final Path COMMITTED = Path.of("pictures");

  @Test
  void theReadmeShowsWhatTheStudiesFind() throws IOException {
    for (Map.Entry<String, Picture> each : Pictures.all().entrySet()) {
      assertThat(COMMITTED.resolve(each.getKey()))
          .as("%s; io.github.retention4j.examples.Pictures draws it anew", each.getKey())
          .content()
          .isEqualTo(each.getValue().toSvg());
    }
  }

  @Test
  void theReadmeShowsAllOfThem() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));

    for (String name : Pictures.all().keySet()) {
      assertThat(readme).contains("(retention-examples/pictures/" + name + ")");
    }
  }

  @Test
  void writesThemIntoADirectory(@TempDir Path directory) throws IOException {
    Pictures.main(new String[] {directory.resolve("new").toString()});

    assertThat(directory.resolve("new")).isDirectoryContaining("glob:**.svg");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Pictures.main(new String[0]))
        .withMessage("arguments ([]) must be a directory");
  }
}
