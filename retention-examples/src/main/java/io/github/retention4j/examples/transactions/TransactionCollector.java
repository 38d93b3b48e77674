package io.github.retention4j.examples.transactions;

import io.github.retention4j.activity.Event;
import io.github.retention4j.activity.EventLog;
import io.github.retention4j.activity.FaultPolicy;
import io.github.retention4j.examples.transactions.RowParser.RowException;
import io.github.retention4j.examples.transactions.Transactions.ObservationEnd;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Takes the rows of one source: the first is the header, each other an event or a fault. */
final class TransactionCollector implements RowSource.Visitor {

  private record Ready(Header header, RowParser parser) {}

  private final Source source;
  private final FaultPolicy policy;
  private final Function<Header, RowParser> parserFor;
  private final List<Event> events = new ArrayList<>();
  private final List<RowFault> faults = new ArrayList<>();
  private @Nullable Ready ready;
  private long blankLines;

  TransactionCollector(Source source, FaultPolicy policy, Function<Header, RowParser> parserFor) {
    this.source = source;
    this.policy = policy;
    this.parserFor = parserFor;
  }

  @Override
  public void row(RawRow row) {
    if (row.isBlank()) {
      blankLines++;
    } else if (ready == null) {
      Header header = new Header(source, row);
      ready = new Ready(header, parserFor.apply(header));
    } else {
      event(row, ready);
    }
  }

  private void event(RawRow row, Ready with) {
    try {
      events.add(with.parser().parse(row));
    } catch (RowException e) {
      reject(e.at(source, row.line(), with.header()));
    }
  }

  @Override
  public void malformed(long line, String reason) {
    RowFault fault =
        new RowFault(
            FaultKind.MALFORMED_QUOTING,
            line,
            source.at(line)
                + ": quotes must enclose a whole field, and be doubled within ("
                + reason
                + ")");
    if (ready == null) {
      throw new RowFaultException(fault);
    }
    reject(fault);
  }

  private void reject(RowFault fault) {
    if (policy == FaultPolicy.STOP) {
      throw new RowFaultException(fault);
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

  private RowFaultException unusable(String what) {
    return new RowFaultException(new RowFault(FaultKind.UNUSABLE_HEADER, 1, source.name() + what));
  }
}
