package io.github.retention4j.examples.csv;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.examples.csv.RowParser.RowException;
import io.github.retention4j.examples.csv.Transactions.ObservationEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one file: the first is the header, each other an event or a fault. */
final class TransactionCollector implements RawRows.Visitor {

  private record Ready(Header header, RowParser parser) {}

  private final String file;
  private final FaultPolicy policy;
  private final Function<Header, RowParser> parserFor;
  private final List<Event> events = new ArrayList<>();
  private final List<CsvFault> faults = new ArrayList<>();
  private @Nullable Ready ready;
  private long blankLines;

  TransactionCollector(String file, FaultPolicy policy, Function<Header, RowParser> parserFor) {
    this.file = file;
    this.policy = policy;
    this.parserFor = parserFor;
  }

  @Override
  public void row(RawRow row) {
    if (row.isBlank()) {
      blankLines++;
    } else if (ready == null) {
      Header header = new Header(file, row);
      ready = new Ready(header, parserFor.apply(header));
    } else {
      event(row, ready);
    }
  }

  private void event(RawRow row, Ready with) {
    try {
      events.add(with.parser().parse(row));
    } catch (RowException e) {
      reject(e.at(file, row.line(), with.header()));
    }
  }

  @Override
  public void malformed(long line, String reason) {
    CsvFault fault =
        new CsvFault(
            FaultKind.MALFORMED_QUOTING,
            line,
            file
                + " line "
                + line
                + ": quotes must enclose a whole field, and be doubled within ("
                + reason
                + ")");
    if (ready == null) {
      throw new CsvFaultException(fault);
    }
    reject(fault);
  }

  private void reject(CsvFault fault) {
    if (policy == FaultPolicy.STOP) {
      throw new CsvFaultException(fault);
    }
    faults.add(fault);
  }

  Transactions toTransactions(Optional<LocalDate> observationEndExclusive) {
    if (ready == null) {
      throw unusable(" must have a header and rows, and is empty");
    }
    if (events.isEmpty() && faults.isEmpty()) {
      throw unusable(" must have rows after its header");
    }
    if (events.isEmpty()) {
      throw unusable(
          " must have a row that can be used; "
              + faults.size()
              + " cannot, the first: "
              + faults.get(0).message());
    }
    LocalDate end = observationEndExclusive.orElseGet(this::dayAfterLastEvent);
    return new Transactions(
        EventLog.of(events, end),
        (long) events.size() + faults.size(),
        blankLines,
        faults,
        observationEndExclusive.isPresent() ? ObservationEnd.GIVEN : ObservationEnd.ASSUMED);
  }

  private LocalDate dayAfterLastEvent() {
    return events.stream()
        .map(Event::date)
        .max(Comparator.naturalOrder())
        .orElseThrow()
        .plusDays(1);
  }

  private CsvFaultException unusable(String what) {
    return new CsvFaultException(new CsvFault(FaultKind.UNUSABLE_HEADER, 1, file + what));
  }
}
