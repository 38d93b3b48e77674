package io.github.retention4j.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OnlineRetailCohortsTest {

  @Test
  void showsCustomersAndTheirValue(@TempDir Path directory) throws IOException {
    Path csv =
        Files.write(
            directory.resolve("invoices.csv"),
            List.of(
                "customer_id,ts,amount",
                "17850,2010-12-01T08:26:00,30",
                "13047,2010-12-01T08:34:00,10",
                "17850,2011-01-05T10:00:00,-6",
                "12583,2011-01-31T23:59:59,8",
                "13047,2011-02-10T09:00:00,5"));
    assertThat(OnlineRetailCohorts.of(csv).lines())
        .containsExactly(
            "cohort   size      0    1    2",
            "2010-12     2      2    1    .",
            "          GBP     20   17    .",
            "2011-01     1      1    .",
            "          GBP      8    .");
  }

  @Test
  void agreesWithTheShop() {
    Path csv = Path.of("..", "..", "shared", "data", "online-retail-invoices.csv");
    assumeTrue(Files.isRegularFile(csv), () -> csv + " is not on this machine");
    assertThat(OnlineRetailCohorts.of(csv).lines().get(1))
        .startsWith("2010-12   948    948  362  317");
  }

  @Test
  void asksForOneFile() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OnlineRetailCohorts.main(new String[] {}))
        .withMessage("arguments ([]) must be the path of a CSV file");
  }
}
