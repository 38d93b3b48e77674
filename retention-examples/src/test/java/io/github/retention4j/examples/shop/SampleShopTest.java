package io.github.retention4j.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.examples.shop.SampleShop.Purchase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleShopTest {

  /** The file of every machine, language and Java release; a change of it is a decision. */
  private static final String SHA_256 =
      "24cc52dc9009dfc58057f8cfd4198c5855e771b97d414270483cb66c3c9eb41d";

  private static final List<Purchase> PURCHASES = SampleShop.purchases();

  @Test
  void sellsTheSameOnEveryMachine() {
    assertThat(PURCHASES).hasSize(28_466);
    assertThat(PURCHASES.stream().mapToLong(Purchase::cents).sum()).isEqualTo(111_333_043);
    assertThat(PURCHASES.stream().map(Purchase::customer).distinct()).hasSize(4_000);
    assertThat(PURCHASES.subList(0, 3))
        .containsExactly(
            new Purchase("C0001", LocalDate.of(2022, 1, 1), 589),
            new Purchase("C0002", LocalDate.of(2022, 1, 2), 2486),
            new Purchase("C0003", LocalDate.of(2022, 1, 2), 4197));
  }

  @Test
  void writesTheSameFileToTheByte(@TempDir Path directory)
      throws IOException, NoSuchAlgorithmException {
    Path file = directory.resolve("sample.csv");

    SampleShop.writeTo(file);

    assertThat(Files.readString(file, StandardCharsets.UTF_8))
        .startsWith("customer_id,date,amount\nC0001,2022-01-01,5.89\nC0002,2022-01-02,24.86\n");
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(HexFormat.of().formatHex(digest)).isEqualTo(SHA_256);
  }

  @Test
  void staysWithinItsDaysAndInOrder() {
    assertThat(PURCHASES).allMatch(p -> SampleShop.days().contains(p.date()) && p.cents() >= 1);
    assertThat(PURCHASES).extracting(Purchase::date).isSorted();
  }

  @Test
  void drawsGammaNumbersOfTheRightMeanAndSpread() {
    for (double shape : new double[] {0.4, 0.7, 1, 3.5, 40}) {
      Draws draws = new Draws(new SplittableRandom(7));
      double rate = 2.5;
      double[] sample =
          DoubleStream.generate(() -> draws.gamma(shape, rate)).limit(200_000).toArray();
      double mean = DoubleStream.of(sample).average().orElseThrow();
      double variance =
          DoubleStream.of(sample).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
      // Five standard errors of a mean of 200,000, and of a variance with kurtosis 3 + 6 / shape.
      double meanError = Math.sqrt(shape / 200_000) / rate;
      double varianceError = shape / (rate * rate) * Math.sqrt((2 + 6 / shape) / 200_000);
      assertThat(mean).isCloseTo(shape / rate, within(5 * meanError));
      assertThat(variance).isCloseTo(shape / (rate * rate), within(5 * varianceError));
    }
  }

  @Test
  void drawsExponentialNumbersOfTheRightMean() {
    Draws draws = new Draws(new SplittableRandom(8));
    double mean =
        DoubleStream.generate(() -> draws.exponential(0.02)).limit(200_000).average().orElseThrow();
    assertThat(mean).isCloseTo(50, within(5 * 50 / Math.sqrt(200_000)));
  }
}
