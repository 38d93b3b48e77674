package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class QuickStartTest {

  @Test
  void printsWhatItsCommentsPromise() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream console = System.out;
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      QuickStart.main(new String[0]);
    } finally {
      System.setOut(console);
    }

    assertThat(bytes.toString(StandardCharsets.UTF_8).lines().toList().subList(0, 6))
        .containsExactly(
            "31/44 (70.45 %) a year, [0.5578, 0.8184] 95 % Wilson",
            "31/44 (70.5 %) a year is BELOW Insurance 83 % (HubSpot citing Statista, 2020): gap"
                + " -12.5 points, 95 % interval 55.8 % to 81.8 %, p = 0.027",
            "0: 3/3 (100.00 %)",
            "1: 2/3 (66.67 %)",
            "2: 1/2 (50.00 %)",
            "EUR 178.16, [EUR 102.88, EUR 290.69] at 0.95");
  }
}
