package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.clv.ModelLifetimeValueCalculator;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.BgNbd;
import io.github.retention4j.purchase.FrequencyTable;
import io.github.retention4j.purchase.GammaGamma;
import io.github.retention4j.purchase.PurchaseSample;
import io.github.retention4j.purchase.SpendScope;
import io.github.retention4j.time.TimeScale;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PurchaseTablesTest {

  @Test
  void frequenciesEndWithSoManyOrMore() {
    CsvText.check(
        PurchaseTables.frequencies(
            new FrequencyTable(
                List.of(
                    new FrequencyTable.Row(0, 7, 6.5),
                    new FrequencyTable.Row(1, 2, 2),
                    new FrequencyTable.Row(2, 1, 1.5)))),
        """
        purchases,customers,expected
        0,7,6.5
        1,2,2.0
        2+,1,1.5
        """);
  }

  private static HistoricValue historic(String... amounts) {
    return new HistoricValue(
        IntStream.range(0, amounts.length)
            .mapToObj(
                i ->
                    new HistoricValue.CustomerTotal(
                        CustomerId.of("c" + (i + 1)), Money.of("USD", amounts[i])))
            .toList(),
        3,
        0.5,
        0.95);
  }

  @Test
  void historicValuesAreExact() {
    CsvText.check(
        PurchaseTables.historicValues(historic("10.10", "-2", "0.001")),
        """
        customer,amount USD
        c1,10.10
        c2,-2.00
        c3,0.001
        """);
  }

  /** Margins of 10 and 20: 15 +- 12.706 * 5. */
  @Test
  void historicMeanHasItsInterval() {
    CsvText.check(
        PurchaseTables.historicMean(historic("20", "40")),
        """
        customers,total USD,events without amount,margin share,mean USD,lower USD,upper USD,why empty
        2,60.00,3,0.5,15.0,-48.53102368087349,78.53102368087349,
        """);
  }

  @Test
  void historicMeanOfOneCustomerHasNoInterval() {
    assertThat(PurchaseTables.historicMean(historic("20")).toText())
        .isEqualTo(
            """
            Mean value of a customer so far, 95 % interval
            customers  total USD  events without amount  margin share  mean USD  lower USD  upper USD
            1              20.00                      3       50.00 %     10.00          -          -
            - a single customer tells nothing about the spread
            """);
  }

  /** After two of 45 the expected spend is 2 (30 + 2 * 45) / (2 * 2 + 0.5 - 1). */
  @Test
  void anInfiniteSpendSaysWhy() {
    PurchaseSample sample =
        PurchaseSample.of(
                TimeScale.WEEK, new int[] {0, 2}, new double[] {0, 3}, new double[] {5, 9})
            .withMeanSpend(
                SpendScope.REPEAT_PURCHASES, Currency.getInstance("EUR"), new double[] {0, 45});
    String infinite = "the tail of the mean spend has index 0.5, and the mean is infinite unless";
    List<String> lines =
        PurchaseTables.lifetimeValues(
                ModelLifetimeValueCalculator.withDefaults()
                    .calculate(
                        new BgNbd(0.25, 4, 0.8, 2.5, TimeScale.WEEK),
                        new GammaGamma(2, 0.5, 30),
                        sample))
            .toCsv()
            .lines()
            .toList();
    assertThat(lines.get(0))
        .isEqualTo("customer,discounted purchases,spend per purchase EUR,value EUR,why empty");
    assertThat(lines.get(1))
        .startsWith("1,")
        .contains(",,,\"spend per purchase EUR: " + infinite)
        .contains("value EUR: " + infinite);
    assertThat(Double.parseDouble(lines.get(2).split(",", -1)[2]))
        .isCloseTo(240 / 3.5, within(1e-12));
  }
}
