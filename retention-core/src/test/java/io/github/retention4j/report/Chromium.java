package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A browser without a window, started anew for each page, that opens files and nothing else. */
final class Chromium {

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-dev-shm-usage",
          "--hide-scrollbars",
          "--host-resolver-rules=MAP * ~NOTFOUND",
          "--enable-logging=stderr",
          "--v=0");

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final long SECONDS = 120;

  private final Path program;
  private final Path work;

  /** Opens files by a program that writes what it likes below a folder. */
  Chromium(Path program, Path work) {
    this.program = program;
    this.work = work;
  }

  /** What a run said. */
  record Run(String out, String log) {

    /** The lines that the page itself caused. */
    List<String> console() {
      return log.lines().filter(line -> line.contains("CONSOLE")).toList();
    }
  }

  /** The program that the system property {@code chromium} names, or the first one on the path. */
  static Optional<Path> find() {
    Stream<String> named = Stream.ofNullable(System.getProperty("chromium"));
    Stream<String> onPath =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> folder + File.separator + name));
    return Stream.concat(named, onPath).map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /** Returns the page as the browser has it after it was loaded. */
  Run dump(Path page) throws IOException, InterruptedException {
    return run(page, "--dump-dom");
  }

  void screenshot(Path page, Path png, int width, int height, String... more)
      throws IOException, InterruptedException {
    List<String> flags = new ArrayList<>(List.of(more));
    flags.add("--window-size=" + width + "," + height);
    flags.add("--screenshot=" + png);
    run(page, flags.toArray(String[]::new));
    assertThat(png).isNotEmptyFile();
  }

  void print(Path page, Path pdf) throws IOException, InterruptedException {
    run(page, "--no-pdf-header-footer", "--print-to-pdf=" + pdf);
    assertThat(pdf).isNotEmptyFile();
  }

  private Run run(Path page, String... more) throws IOException, InterruptedException {
    Path home = Files.createTempDirectory(work, "chromium");
    Path out = home.resolve("out.txt");
    Path log = home.resolve("log.txt");
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(FLAGS);
    command.add("--user-data-dir=" + Files.createDirectory(home.resolve("profile")));
    command.addAll(List.of(more));
    command.add(page.toUri().toString());
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(log.toFile())
            .start();
    try {
      assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).as("ends in time").isTrue();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    String said = Files.readString(log, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(said).isZero();
    return new Run(Files.readString(out, StandardCharsets.UTF_8), said);
  }
}
