package io.github.retention4j.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.retention4j.clv.HistoricValue;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.purchase.FrequencyTable;
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
}
