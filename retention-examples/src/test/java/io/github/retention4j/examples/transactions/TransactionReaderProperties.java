package io.github.retention4j.examples.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterTry;
import net.jqwik.api.lifecycle.BeforeTry;

class TransactionReaderProperties {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final TransactionReader CSV =
      TransactionReader.of(TransactionColumns.of("id", "day").withAmount("paid")).with(EUR);

  private Path file = Path.of("unset.csv");

  @BeforeTry
  void makeAFile() throws IOException {
    file = Files.createTempFile("transactions", ".csv");
  }

  @AfterTry
  void dropTheFile() throws IOException {
    Files.delete(file);
  }

  @Provide
  Arbitrary<Event> events() {
    Arbitrary<String> ids =
        Arbitraries.strings()
            .withChars("ab\",;'\n\r é日")
            .ofMinLength(1)
            .ofMaxLength(6)
            .map(String::strip)
            .filter(id -> !id.isEmpty());
    Arbitrary<LocalDate> days =
        Arbitraries.longs()
            .between(LocalDate.of(1900, 1, 1).toEpochDay(), LocalDate.of(2199, 12, 31).toEpochDay())
            .map(LocalDate::ofEpochDay);
    Arbitrary<BigDecimal> amounts =
        Arbitraries.bigDecimals()
            .between(new BigDecimal("-1e12"), new BigDecimal("1e12"))
            .ofScale(2);
    return Combinators.combine(ids, days, amounts)
        .as((id, day, amount) -> Event.of(CustomerId.of(id), day, new Money(EUR, amount)));
  }

  @Property(tries = 300)
  void readsBackWhatAnyWriterWrote(
      @ForAll @Size(min = 1, max = 20) List<@net.jqwik.api.From("events") Event> events)
      throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file)) {
      writer.writeRecord("id", "day", "paid");
      for (Event event : events) {
        writer.writeRecord(
            event.customer().value(),
            event.date().toString(),
            event.amount().orElseThrow().amount().toPlainString());
      }
    }

    Transactions read = CSV.readCsv(file);

    assertThat(read.log().events())
        .containsExactlyElementsOf(
            EventLog.of(events, read.log().observationEndExclusive()).events().toList());
  }

  @Property(tries = 300)
  void accountsForEveryRowOfAnyText(@ForAll("hostileRows") @Size(max = 20) List<String> rows)
      throws IOException {
    Files.writeString(
        file, "id,day,paid\nA,2024-01-01,1\n" + String.join("\n", rows), StandardCharsets.UTF_8);

    Transactions read = CSV.with(FaultPolicy.COLLECT).readCsv(file);

    assertThat(read.rows()).isEqualTo((long) read.log().size() + read.faults().size());
    assertThat(read.faults())
        .allSatisfy(
            fault -> assertThat(fault.message()).startsWith(file + " line " + fault.line()));
  }

  @Provide
  Arbitrary<List<String>> hostileRows() {
    return Arbitraries.strings().withChars("A,\"1 2024-01-;.\u0000\uFEFF\r").ofMaxLength(20).list();
  }
}
