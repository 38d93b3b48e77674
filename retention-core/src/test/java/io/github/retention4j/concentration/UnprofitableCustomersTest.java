package io.github.retention4j.concentration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.retention4j.activity.CustomerAmounts;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import io.github.retention4j.stats.Proportion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnprofitableCustomersTest {

  private static Money usd(long units) {
    return Money.of("USD", units);
  }

  @Test
  void listsLossesAfterCost() {
    CustomerAmounts margin =
        CustomerAmounts.of(
            Map.of(
                CustomerId.of("A"), usd(10),
                CustomerId.of("B"), usd(40),
                CustomerId.of("D"), usd(-1),
                CustomerId.of("E"), usd(30)));
    CustomerAmounts cost =
        CustomerAmounts.of(
            Map.of(
                CustomerId.of("A"), usd(30),
                CustomerId.of("B"), usd(30),
                CustomerId.of("C"), usd(5),
                CustomerId.of("E"), usd(30)));
    UnprofitableCustomers list = UnprofitableCustomers.of(margin, cost);
    assertThat(list.customers())
        .containsExactly(
            new UnprofitableCustomer(CustomerId.of("A"), usd(10), usd(30)),
            new UnprofitableCustomer(CustomerId.of("C"), usd(0), usd(5)),
            new UnprofitableCustomer(CustomerId.of("D"), usd(-1), usd(0)));
    assertThat(list.loss()).isEqualTo(usd(-26));
    assertThat(list.marginAfterCost()).isEqualTo(usd(-16));
    assertThat(list.ofAll()).isEqualTo(new Proportion(3, 5));
    assertThat(list.toText())
        .isEqualTo(
            """
            3 of 5 customers lose USD -26.00; margin after cost of all USD -16.00
              A USD -20.00: margin USD 10.00, cost to serve USD 30.00
              C USD -5.00: margin USD 0.00, cost to serve USD 5.00
              D USD -1.00: margin USD -1.00, cost to serve USD 0.00
            """);
  }

  @Test
  void isEmptyWhereAllBringMore() {
    CustomerAmounts margin = CustomerAmounts.of(Map.of(CustomerId.of("A"), usd(10)));
    UnprofitableCustomers list = UnprofitableCustomers.of(margin, margin);
    assertThat(list.customers()).isEmpty();
    assertThat(list.loss()).isEqualTo(usd(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new UnprofitableCustomer(CustomerId.of("A"), usd(1), usd(1)))
        .withMessage("costToServe (USD 1.00) must be over margin (USD 1.00)");
  }
}
