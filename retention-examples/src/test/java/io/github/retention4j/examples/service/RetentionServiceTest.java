package io.github.retention4j.examples.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.retention4j.examples.service.Client.Answer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class RetentionServiceTest {

  private static final Path README = Path.of("..", "README.md");

  private static JsonServer server;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    server = RetentionService.start(0, 4);
    client = new Client(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonNode ok(Answer answer) throws JsonProcessingException {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return RetentionJson.mapper().readTree(answer.body());
  }

  @Test
  void tellsThatItIsUp() {
    assertThat(client.get("/health")).isEqualTo(new Answer(200, "{\"status\":\"up\"}"));
    assertThat(client.response("GET", "/health", "").headers().firstValue("Content-Type"))
        .contains("application/json");
  }

  @Test
  void answersRetentionAsTheRecordStands() {
    assertThat(client.post("/retention", OK_COUNTS).body())
        .isEqualTo(
            """
            {"counts":{"atStart":44,"acquired":12,"lost":13,"atEnd":43,"shortStays":0},\
            "retention":{"retained":{"count":31,"total":44,"value":0.7045454545454546},\
            "per":"QUARTER","definition":"COUNTS","interval":{"lower":0.5577979987383977,\
            "upper":0.8184447088149512,"level":0.95,"method":"Wilson"},"value":0.7045454545454546},\
            "churn":{"denominator":"AT_START","interval":{"lower":0.18155529118504887,\
            "upper":0.44220200126160236,"level":0.95,"method":"Wilson"},"lost":13,"per":"QUARTER",\
            "share":{"count":13,"total":44,"value":0.29545454545454547},\
            "value":0.29545454545454547}}\
            """);
  }

  private static final String OK_COUNTS =
      "{\"atStart\":44,\"acquired\":12,\"lost\":13,\"per\":\"QUARTER\"}";

  @Test
  void whatCannotBeComputedIsNull() throws JsonProcessingException {
    JsonNode answer =
        ok(
            client.post(
                "/retention", "{\"atStart\":0,\"acquired\":2,\"lost\":0,\"per\":\"MONTH\"}"));
    assertThat(answer.get("retention").isNull()).isTrue();
    assertThat(answer.get("churn").isNull()).isTrue();
    assertThat(answer.at("/counts/atEnd").asInt()).isEqualTo(2);
  }

  @Test
  void openCellsHaveNoShare() throws JsonProcessingException {
    JsonNode answer = ok(client.post("/cohorts", cohorts("MONTH")));
    assertThat(answer.at("/cohorts/0/cohort/label").asText()).isEqualTo("2024-01");
    assertThat(answer.at("/cohorts/0/cells").toString())
        .isEqualTo(
            """
            [{"active":{"count":2,"total":2,"value":1.0}},\
            {"active":{"count":1,"total":2,"value":0.5}},{"activeSoFar":0}]\
            """);
    assertThat(answer.at("/cohorts/0/cohort/days").toString())
        .isEqualTo("{\"start\":\"2024-01-01\",\"endExclusive\":\"2024-02-01\"}");
    assertThat(answer.at("/pooled/points")).hasSize(2);
  }

  private static String cohorts(String granularity) {
    return """
    {"observedUntil": "2024-03-10", "granularity": "%s", "events": [
      {"customer": "Ada", "date": "2024-01-05"},
      {"customer": "Ben", "date": "2024-01-09"},
      {"customer": "Ada", "date": "2024-02-20"}]}
    """
        .formatted(granularity);
  }

  @ParameterizedTest
  @CsvSource({"DAY,2024-01-05", "WEEK,2024-W01", "QUARTER,2024-Q1", "YEAR,2024"})
  void cohortsAreOfAnyCalendar(String granularity, String label) throws JsonProcessingException {
    JsonNode answer = ok(client.post("/cohorts", cohorts(granularity)));
    assertThat(answer.at("/cohorts/0/cohort/label").asText()).isEqualTo(label);
  }

  @Test
  void lifetimeValueComesWithItsIntervalAndAssumptions() throws JsonProcessingException {
    JsonNode answer =
        ok(
            client.post(
                "/lifetime-value",
                """
                {"currency": "USD", "margin": 10, "retained": 80, "atStart": 100, "per": "MONTH",
                 "formula": "MARGIN_OVER_CHURN"}\
                """));
    assertThat(answer.at("/value").toString())
        .isEqualTo("{\"currency\":\"USD\",\"amount\":50.00000000000001}");
    assertThat(answer.at("/interval/lower/amount").asDouble()).isBetween(34.0, 35.0);
    assertThat(answer.at("/assumptions").asText()).startsWith("m / (1 - r): nothing is discounted");
    assertThat(answer.at("/retention/rate/observed/retained/count").asInt()).isEqualTo(80);
  }

  @Test
  void lifetimeValueWithHorizonAndDiscount() throws JsonProcessingException {
    JsonNode answer =
        ok(
            client.post(
                "/lifetime-value",
                """
                {"currency": "EUR", "margin": 10, "retained": 100, "atStart": 100, "per": "YEAR",
                 "formula": "FIRST_MARGIN_NOW", "yearlyDiscount": 0.25, "horizon": 2}\
                """));
    assertThat(answer.at("/value/amount").asDouble()).isEqualTo(18);
  }

  @Test
  void whatHasNoBoundIsNull() throws JsonProcessingException {
    JsonNode answer =
        ok(
            client.post(
                "/lifetime-value",
                """
                {"currency": "USD", "margin": 10, "retained": 9, "atStart": 9, "per": "MONTH",
                 "formula": "MARGIN_OVER_CHURN"}\
                """));
    assertThat(answer.get("value").isNull()).isTrue();
    assertThat(answer.at("/interval/upper").isNull()).isTrue();
  }

  @Test
  void benchmarksComeWithSourceAndDefinition() throws JsonProcessingException {
    JsonNode insurance =
        ok(client.get("/benchmarks?metric=CUSTOMER_RETENTION&industry=insurance")).get(0);
    assertThat(insurance.at("/value/reference").asDouble()).isEqualTo(0.83);
    assertThat(insurance.at("/source").asText()).isEqualTo("HubSpot citing Statista");
    assertThat(insurance.at("/definition/stated").asBoolean()).isFalse();
    assertThat(ok(client.get("/benchmarks?metric=CUSTOMER_RETENTION"))).hasSizeGreaterThan(9);
  }

  @Test
  void comparisonsComeWithVerdictAndCaveats() throws JsonProcessingException {
    JsonNode answer =
        ok(
            client.post(
                "/benchmarks/comparison",
                """
                {"metric": "CUSTOMER_RETENTION", "industry": "insurance", "year": 2020,
                 "count": 31, "total": 44, "per": "YEAR"}\
                """));
    assertThat(answer.get("verdict").asText()).isEqualTo("BELOW");
    assertThat(answer.get("standing").asText()).isEqualTo("WORSE");
    assertThat(answer.get("pValue").asDouble()).isBetween(0.026, 0.027);
    assertThat(answer.get("caveats")).hasSize(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/retention | {'atStart':44,'acquired':12,'per':'YEAR'} | lost must be a long",
        "/retention | {'atStart':44,'acquired':12,'lost':2}"
            + " | Missing required creator property 'per' (index 3)",
        "/retention | {'atStart':44,'acquired':12,'lost':2.5,'per':'YEAR'}"
            + " | lost (2.5) must be a long",
        "/retention | {'atStart':44,'acquired':12,'lost':null,'per':'YEAR'}"
            + " | lost must be a long",
        "/retention | {'atStart':44,'acquired':12,'lost':13,'per':'MOON'}"
            + " | per (MOON) must be one of [DAY, WEEK, MONTH, QUARTER, YEAR, CUSTOM]",
        "/retention | {'atStart':44,'acquired':12,'lost':13,'per':'YEAR'} {}"
            + " | body must be one JSON object",
        "/retention | {'atStart':-1,'acquired':12,'lost':1,'per':'YEAR'}"
            + " | atStart (-1) must be 0 or more",
        "/retention | null | body must be one JSON object",
        "/cohorts | {'observedUntil':'2024-03-10','granularity':'DAY',"
            + "'events':[{'customer':'a','date':'2023-01-05'}]}"
            + " | periods (430) must be at most 400",
        "/cohorts | {'observedUntil':'2024-03-10','granularity':'MONTH','events':[]}"
            + " | events (0 taken of 0 offered) must be at least one",
        "/cohorts | {'observedUntil':'2024-03-10','granularity':'MONTH','events':[null]}"
            + " | Invalid `null` value encountered for property \"events\"",
        "/cohorts | {'observedUntil':'2024-03-10','granularity':'MONTH',"
            + "'events':[{'customer':'a','date':'2024-01-35'}]}"
            + " | events.0.date (2024-01-35) must be a LocalDate",
        "/cohorts | {'observedUntil':'2024-03-10','granularity':'CUSTOM',"
            + "'events':[{'customer':'a','date':'2024-01-05'}]}"
            + " | granularity (CUSTOM) must be one of a calendar",
        "/lifetime-value | {'currency':'XXQ','margin':10,'retained':8,'atStart':9,'per':'YEAR',"
            + "'formula':'FIRST_MARGIN_NOW'}"
            + " | currencyCode (XXQ) must be a code of ISO 4217 such as USD",
      })
  void faultsAreToldInWords(String path, String body, String error) throws JsonProcessingException {
    Answer answer = client.post(path, body.replace('\'', '"'));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(RetentionJson.mapper().readTree(answer.body()).get("error").asText())
        .isEqualTo(error);
  }

  @Test
  void jsonThatEndsTooEarlyIsAFault() {
    assertThat(client.post("/retention", "{\"atStart\":44,"))
        .isEqualTo(
            new Answer(
                400, "{\"error\":\"Unexpected end-of-input within/between Object entries\"}"));
  }

  @Test
  void pathsAndMethodsAreThoseOfTheService() {
    assertThat(client.get("/retention/"))
        .isEqualTo(
            new Answer(
                404,
                "{\"error\":\"path (/retention/) must be one of [/health, /retention, /cohorts,"
                    + " /lifetime-value, /benchmarks, /benchmarks/comparison]\"}"));
    assertThat(client.get("/retention").status()).isEqualTo(405);
  }

  /**
   * So that what is parsed is what is shown, lines are broken where a line break changes nothing.
   */
  @Test
  void readmeShowsWhatIsAnswered() throws IOException {
    Matcher console =
        Pattern.compile("^```console\\R(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE)
            .matcher(Files.readString(README).replace("\r\n", "\n"));
    assertThat(console.find()).isTrue();
    List<MatchResult> calls =
        Pattern.compile("curl localhost:8080(\\S+) -d '(.*)'\n([^$]*)")
            .matcher(console.group(1))
            .results()
            .toList();
    assertThat(calls).hasSize(2);
    for (MatchResult call : calls) {
      assertThat(call.group(3).replace("\n", ""))
          .isEqualTo(client.post(call.group(1), call.group(2)).body());
    }
  }

  @Test
  void theCommandSaysWhereItListensAndEndsWhenInterrupted() throws InterruptedException {
    StringWriter out = new StringWriter();
    Thread service =
        new Thread(
            () ->
                new CommandLine(new RetentionService())
                    .setOut(new PrintWriter(out, true))
                    .execute("--port", "0", "--threads", "2"));
    service.start();
    for (int i = 0; i < 1_000 && out.getBuffer().length() == 0; i++) {
      Thread.sleep(10);
    }
    assertThat(out.toString()).startsWith("Listening on http://localhost:");
    service.interrupt();
    service.join(Duration.ofSeconds(20).toMillis());
    assertThat(service.isAlive()).isFalse();
  }
}
