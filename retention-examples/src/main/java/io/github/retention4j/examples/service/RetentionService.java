package io.github.retention4j.examples.service;

import static io.github.retention4j.examples.service.Route.GET;
import static io.github.retention4j.examples.service.Route.POST;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * An HTTP service that answers questions of retention, cohorts, lifetime value and benchmarks as
 * JSON. It listens on this machine only and runs until it is told to stop. Results of the library
 * are immutable and its calculators too, so that all threads share what they like.
 */
@Command(
    name = "retention-service",
    description = "Answers questions of retention as JSON over HTTP, until it is stopped.")
public final class RetentionService implements Callable<Integer> {

  private record Health(String status) {}

  private record Nothing() {}

  private static final List<Route<?>> ROUTES =
      List.of(
          new Route<>(GET, "/health", Nothing.class, nothing -> new Health("up")),
          new Route<>(
              POST, "/retention", Questions.OfRetention.class, Questions.OfRetention::answer),
          new Route<>(POST, "/cohorts", Questions.OfCohorts.class, Questions.OfCohorts::answer),
          new Route<>(
              POST,
              "/lifetime-value",
              Questions.OfLifetimeValue.class,
              Questions.OfLifetimeValue::answer),
          new Route<>(
              GET, "/benchmarks", Questions.OfBenchmarks.class, Questions.OfBenchmarks::answer),
          new Route<>(
              POST,
              "/benchmarks/comparison",
              Questions.OfComparison.class,
              Questions.OfComparison::answer));

  @Option(
      names = "--port",
      defaultValue = "8080",
      description = "The port to listen on, 0 for any that is free (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--threads",
      defaultValue = "8",
      description = "How many requests are answered at once (default: ${DEFAULT-VALUE}).")
  private int threads;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable") // its presence is all that counts
  private boolean help;

  @Spec private CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();

  /** Creates the service with its defaults. */
  public RetentionService() {}

  /**
   * Runs the service until the process is told to stop.
   *
   * @param args the options, see {@code --help}
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new RetentionService()).execute(args));
  }

  static JsonServer start(int port, int threads) throws IOException {
    return JsonServer.start(port, threads, ROUTES, RetentionJson.mapper());
  }

  /**
   * Starts the service, says where, and waits.
   *
   * @return the exit code, once the thread is interrupted
   * @throws IOException if the port cannot be had
   */
  @Override
  public Integer call() throws IOException {
    JsonServer server = start(port, threads);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    spec.commandLine().getOut().println("Listening on http://localhost:" + server.port());
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      server.close();
    }
    return 0;
  }
}
