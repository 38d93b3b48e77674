package io.github.retention4j.examples.transactions;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** How a file is opened, so that somebody may watch how far it was read. */
@FunctionalInterface
public interface FileDoor {

  /**
   * Opens a file. Called again from its beginning after a row with malformed quoting.
   *
   * @param file the file
   * @return its bytes; whoever asked closes them
   * @throws IOException if it cannot be read
   */
  InputStream open(Path file) throws IOException;
}
