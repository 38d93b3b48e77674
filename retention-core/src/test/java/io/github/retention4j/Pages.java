package io.github.retention4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The documentation as it is written: the page of each package, and files beside the sources. */
final class Pages {

  private static final Path SOURCES = Path.of("src", "main", "java", "io", "github", "retention4j");

  private Pages() {}

  /** The page of a package, its lines joined by single spaces. */
  static String ofPackage(String shortName) {
    Path file = SOURCES.resolve(shortName.replace('.', '/')).resolve("package-info.java");
    return read(file).replaceAll("\\n \\*", " ").replaceAll("\\s+", " ");
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
