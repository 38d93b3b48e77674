package io.github.retention4j;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reference values and data that lie beside the checkout on some machines and are not part of it. A
 * test that asks for a missing file is reported as skipped.
 */
public final class SharedFiles {

  private SharedFiles() {}

  /**
   * Returns a file below the folder {@code shared} beside the checkout, or skips the calling test.
   */
  public static Path require(String name) {
    Path file = Path.of("..", "..", "shared").resolve(name);
    assumeTrue(Files.isRegularFile(file), () -> file + " is not on this machine");
    return file;
  }

  /** Returns a JSON file of reference cases, or skips the calling test. */
  public static JsonNode cases(String name) {
    try {
      return new ObjectMapper().readTree(require("cases/" + name).toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
