package io.github.retention4j.report;

import io.github.retention4j.purchase.FrequencyTable;
import java.util.List;
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
}
