package io.github.retention4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.examples.service.Client.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** That the library and the service are thread-safe: answers do not depend on who else asks. */
class RetentionServiceLoadTest {

  private static final int REQUESTS = 10_000;
  private static final int AT_ONCE = 16;

  private record Request(String method, String path, String body) {

    Answer send(Client client) {
      return client.send(method, path, body);
    }
  }

  @Test
  void sixteenAtOnceGetWhatOneGets() throws Exception {
    List<Request> requests = requests();
    List<Answer> alone = answers(requests, 1, 1);
    assertThat(alone.stream().map(Answer::status).distinct())
        .containsExactlyInAnyOrder(200, 400, 404, 405);
    List<Request> many =
        IntStream.range(0, REQUESTS).mapToObj(i -> requests.get(i % requests.size())).toList();
    List<Answer> together = answers(many, AT_ONCE, AT_ONCE);
    for (int i = 0; i < REQUESTS; i++) {
      assertThat(together.get(i)).isEqualTo(alone.get(i % requests.size()));
    }
  }

  private static List<Answer> answers(List<Request> requests, int atOnce, int threads)
      throws IOException, InterruptedException, ExecutionException {
    ExecutorService clients = Executors.newFixedThreadPool(atOnce);
    try (JsonServer server = RetentionService.start(0, threads)) {
      Client client = new Client(server);
      List<Callable<Answer>> calls = new ArrayList<>();
      requests.forEach(request -> calls.add(() -> request.send(client)));
      List<Answer> answers = new ArrayList<>();
      for (Future<Answer> answer : clients.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } finally {
      clients.shutdown();
    }
  }

  /** 100 requests that differ, one in ten of them bad. */
  private static List<Request> requests() {
    SplittableRandom random = new SplittableRandom(42);
    return IntStream.range(0, 100).mapToObj(i -> request(i % 10, random)).toList();
  }

  private static Request request(int kind, SplittableRandom random) {
    return switch (kind) {
      case 0, 1 -> retention(100 + random.nextInt(100), random.nextInt(100));
      case 2, 3, 4 -> cohorts(random);
      case 5, 6 -> lifetimeValue(random.nextInt(100));
      case 7 -> new Request("GET", "/benchmarks?metric=CUSTOMER_RETENTION&industry=insurance", "");
      case 8 -> comparison(1 + random.nextInt(44));
      default -> bad(random.nextInt(3));
    };
  }

  private static Request retention(int atStart, int lost) {
    return new Request(
        "POST",
        "/retention",
        """
        {"atStart": %d, "acquired": 12, "lost": %d, "per": "QUARTER"}\
        """
            .formatted(atStart, lost));
  }

  private static Request cohorts(SplittableRandom random) {
    LocalDate first = LocalDate.of(2024, 1, 1);
    String events =
        IntStream.range(0, 30)
            .mapToObj(
                i ->
                    "{\"customer\": \"%d\", \"date\": \"%s\"}"
                        .formatted(random.nextInt(9), first.plusDays(random.nextInt(150))))
            .collect(Collectors.joining(", "));
    return new Request(
        "POST",
        "/cohorts",
        """
        {"observedUntil": "2024-06-10", "granularity": "MONTH", "events": [%s]}\
        """
            .formatted(events));
  }

  private static Request lifetimeValue(int retained) {
    return new Request(
        "POST",
        "/lifetime-value",
        """
        {"currency": "USD", "margin": 10, "retained": %d, "atStart": 100, "per": "MONTH",
         "formula": "FIRST_MARGIN_NOW", "yearlyDiscount": 0.1}\
        """
            .formatted(retained));
  }

  private static Request comparison(int count) {
    return new Request(
        "POST",
        "/benchmarks/comparison",
        """
        {"metric": "CUSTOMER_RETENTION", "industry": "insurance", "year": 2020,
         "count": %d, "total": 44, "per": "YEAR"}\
        """
            .formatted(count));
  }

  private static Request bad(int kind) {
    return switch (kind) {
      case 0 -> retention(10, 11);
      case 1 -> new Request("GET", "/nowhere", "");
      default -> new Request("GET", "/retention", "");
    };
  }
}
