package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopForecastTest {

  @Test
  void agreesWithThePaperAndWithReadme() throws IOException {
    Path csv = Path.of("..", "..", "shared", "data", "clv", "cdnow_sample_elog.csv");
    assumeTrue(Files.isRegularFile(csv), () -> csv + " is not on this machine");
    List<String> lines = ShopForecast.lines(csv, LocalDate.of(1997, 10, 1));
    assertThat(lines.get(0))
        .contains("-9582.4292", "r 0.2426", "alpha 4.414", "a 0.7929", "b 2.426");
    assertThat(lines).hasSize(4).noneMatch(line -> line.contains("NaN"));
    List<String> printed = lines.stream().flatMap(String::lines).toList();
    assertThat(shownInReadme())
        .hasSize(6)
        .allSatisfy(shown -> assertThat(printed).anyMatch(line -> line.startsWith(shown)));
  }

  private static List<String> shownInReadme() throws IOException {
    String readme = Files.readString(Path.of("..", "README.md"));
    int start = readme.indexOf("BG/NBD on 2357 observations");
    return readme.substring(start, readme.indexOf("```", start)).lines().toList();
  }

  @Test
  void asksForAFileAndADate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ShopForecast.main(new String[] {"orders.csv"}))
        .withMessage("arguments ([orders.csv]) must be the path of a CSV file and a date");
  }
}
