package io.github.retention4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.examples.service.Client.Answer;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonServerTest {

  private record Question(String text) {}

  private static JsonServer server(Route.Answer<Question> answer) throws IOException {
    return JsonServer.start(
        0,
        2,
        List.of(
            new Route<>(Route.POST, "/ask", Question.class, answer),
            new Route<>(Route.GET, "/ask", Question.class, answer)),
        RetentionJson.mapper());
  }

  private static JsonServer echo() throws IOException {
    return server(question -> Map.of("text", question.text()));
  }

  @Test
  void whatWasNotForeseenIsNotTold() throws IOException {
    requireFailure(
        question -> {
          throw new IllegalStateException("the password is " + question.text());
        });
  }

  @Test
  void whatCannotBeWrittenIsAFailureToo() throws IOException {
    requireFailure(question -> new Object());
  }

  private static void requireFailure(Route.Answer<Question> answer) throws IOException {
    Logger log = Logger.getLogger(JsonServer.class.getName());
    log.setLevel(Level.OFF);
    try (JsonServer server = server(answer)) {
      assertThat(new Client(server).post("/ask", "{\"text\":\"secret\"}"))
          .isEqualTo(new Answer(500, "{\"error\":\"unexpected failure\"}"));
    } finally {
      log.setLevel(null);
    }
  }

  @Test
  void bodiesThatAreTooLongAreRefused() throws IOException {
    try (JsonServer server = echo()) {
      Client client = new Client(server);
      String text = "x".repeat(JsonServer.MOST_BYTES - "{\"text\":\"\"}".length());
      assertThat(client.post("/ask", "{\"text\":\"" + text + "\"}").status()).isEqualTo(200);
      assertThat(client.post("/ask", "{\"text\":\"" + text + "x\"}"))
          .isEqualTo(new Answer(413, "{\"error\":\"body must be at most 1048576 bytes\"}"));
    }
  }

  @Test
  void methodsThatAreAllowedAreNamed() throws IOException {
    try (JsonServer server = echo()) {
      HttpResponse<String> response = new Client(server).response("PUT", "/ask", "{}");
      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("POST, GET");
      assertThat(response.body())
          .isEqualTo("{\"error\":\"method (PUT) of /ask must be POST or GET\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "text=a%20b%26c+d, 200, '{\"text\":\"a b&c d\"}'",
    "text=, 200, '{\"text\":\"\"}'",
    "text, 400, '{\"error\":\"query (text) must be name=value\"}'",
    "text=a&text=b, 400, '{\"error\":\"query parameter (text) must come once\"}'",
    "'', 400, '{\"error\":\"Missing required creator property ''text'' (index 0)\"}'"
  })
  void queriesAreRead(String query, int status, String body) throws IOException {
    try (JsonServer server = echo()) {
      assertThat(new Client(server).get("/ask?" + query)).isEqualTo(new Answer(status, body));
    }
  }

  @Test
  void aRequestThatIsBeingAnsweredMayFinish() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    JsonServer server =
        server(
            question -> {
              asked.countDown();
              await(goOn);
              return question;
            });
    Client client = new Client(server);
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> client.post("/ask", "{\"text\":\"a\"}"));
    await(asked);
    CompletableFuture<Void> closing = CompletableFuture.runAsync(server::close);
    Thread.sleep(50);
    assertThat(closing).isNotDone();
    goOn.countDown();
    closing.get(20, TimeUnit.SECONDS);
    assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(new Answer(200, "{\"text\":\"a\"}"));
    server.close();
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
