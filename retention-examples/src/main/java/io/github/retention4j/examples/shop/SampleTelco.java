package io.github.retention4j.examples.shop;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * A telephone company that never was: 3,000 customers with the attributes of the public telco churn
 * data, simulated so that every machine gets the same to the last digit.
 *
 * <p>A customer came 1 to 72 months ago. Each month it leaves with a chance of 5 % on a monthly
 * contract, 1 % on one of a year and 0.3 % on one of two, times 1.5 on fibre and times 0.6 with
 * technical support. How it pays changes nothing, but those on a monthly contract pay by electronic
 * check more often: an audit of one attribute at a time takes that for a driver.
 */
public final class SampleTelco {

  private static final long SEED = 42;
  private static final int CUSTOMERS = 3_000;
  private static final int MONTHS = 72;
  private static final List<String> CONTRACTS = List.of("Month-to-month", "One year", "Two year");
  private static final double[] HAZARD = {0.05, 0.01, 0.003};
  private static final double FIBRE = 1.5;
  private static final double SUPPORT = 0.6;

  /**
   * One customer.
   *
   * @param left whether it left
   * @param tenure months as a customer, 1 to 72
   * @param contract how long it is bound
   * @param internetService DSL, Fiber optic or No
   * @param techSupport Yes, No or No internet service
   * @param paymentMethod how it pays
   * @param monthlyCharges what it pays a month, in cents
   */
  public record Customer(
      boolean left,
      int tenure,
      String contract,
      String internetService,
      String techSupport,
      String paymentMethod,
      long monthlyCharges) {}

  private SampleTelco() {}

  /**
   * Simulates all customers.
   *
   * @return the customers, in no order that means anything
   */
  public static List<Customer> customers() {
    Draws draws = new Draws(new SplittableRandom(SEED));
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(customer(draws.split()));
    }
    return customers;
  }

  private static Customer customer(Draws draws) {
    int contract = choice(draws, 0.55, 0.21);
    String internet = List.of("Fiber optic", "DSL", "No").get(choice(draws, 0.44, 0.34));
    boolean supported = draws.uniform() < 0.37;
    String support = internet.equals("No") ? "No internet service" : supported ? "Yes" : "No";
    boolean check = draws.uniform() < (contract == 0 ? 0.48 : 0.15);
    double hazard =
        HAZARD[contract]
            * (internet.equals("Fiber optic") ? FIBRE : 1)
            * (support.equals("Yes") ? SUPPORT : 1);
    int watched = 1 + (int) (MONTHS * draws.uniform());
    int life = 1 + (int) draws.exponential(-StrictMath.log(1 - hazard));
    long price = internet.equals("No") ? 20 : internet.equals("DSL") ? 55 : 90;
    return new Customer(
        life <= watched,
        Math.min(life, watched),
        CONTRACTS.get(contract),
        internet,
        support,
        check ? "Electronic check" : "Bank transfer (automatic)",
        100 * price + (long) (1000 * draws.uniform()));
  }

  /** Draws 0, 1 or 2, the first two with these chances. */
  private static int choice(Draws draws, double first, double second) {
    double drawn = draws.uniform();
    return drawn < first ? 0 : drawn < first + second ? 1 : 2;
  }

  /**
   * Writes all customers to a CSV file with the column names of the public data.
   *
   * @param file the file; one that exists is replaced
   * @throws IOException if it cannot be written
   */
  public static void writeTo(Path file) throws IOException {
    try (CsvWriter csv =
        CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file, StandardCharsets.UTF_8)) {
      csv.writeRecord(
          "churn",
          "tenure",
          "contract",
          "internet_service",
          "tech_support",
          "payment_method",
          "monthly_charges");
      for (Customer customer : customers()) {
        csv.writeRecord(
            customer.left() ? "Yes" : "No",
            Integer.toString(customer.tenure()),
            customer.contract(),
            customer.internetService(),
            customer.techSupport(),
            customer.paymentMethod(),
            String.format(Locale.ROOT, "%.2f", customer.monthlyCharges() / 100.0));
      }
    }
  }
}
