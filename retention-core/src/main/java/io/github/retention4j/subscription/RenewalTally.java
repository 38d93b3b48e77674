package io.github.retention4j.subscription;

import io.github.retention4j.time.PeriodAxis;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/** Sums up the renewals of each period, subscription by subscription. */
final class RenewalTally {

  private final SubscriptionLedger ledger;
  private final BookAxis axis;
  private final BookRates book;
  private final LateRenewals lateRenewals;
  private final OptionalInt mostDaysLate;
  private final int observationEnd;
  private final List<PeriodSums> sums = new ArrayList<>();
  private final boolean[] wasDue;
  private final int[] openingDay;
  private int subscription;

  RenewalTally(
      SubscriptionLedger ledger,
      BookAxis axis,
      BookRates book,
      LateRenewals lateRenewals,
      OptionalInt mostDaysLate) {
    this.ledger = ledger;
    this.axis = axis;
    this.book = book;
    this.lateRenewals = lateRenewals;
    this.mostDaysLate = mostDaysLate;
    this.observationEnd = ChangeCodes.dayOf(axis.observationEndExclusive());
    this.wasDue = new boolean[axis.begunPeriods()];
    this.openingDay = new int[wasDue.length];
    for (int period = 0; period < wasDue.length; period++) {
      openingDay[period] = ChangeCodes.dayOf(axis.periods().range(period).start()) - 1;
      sums.add(new PeriodSums());
    }
  }

  void startSubscription(int newSubscription) {
    subscription = newSubscription;
    Arrays.fill(wasDue, false);
  }

  void add(DueTerm term) {
    if (term.day() >= observationEnd) {
      return;
    }
    boolean inAxis = axis.periods().covers(term.day());
    int due = inAxis ? axis.periods().periodOf(term.day()) : LedgerColumns.NONE;
    int credited = isRenewed(term) ? creditedPeriod(term) : LedgerColumns.NONE;
    if (due == LedgerColumns.NONE && credited == LedgerColumns.NONE) {
      return;
    }
    long units = convert(term.currency(), term.units(), term.day());
    if (due != LedgerColumns.NONE) {
      wasDue[due] = true;
      sums.get(due).addDue(units);
    }
    if (credited != LedgerColumns.NONE) {
      long newUnits = convert(term.newCurrency(), term.newUnits(), term.day());
      sums.get(credited).addRenewed(units, newUnits);
    }
  }

  private boolean isRenewed(DueTerm term) {
    return term.renewedDay() != LedgerColumns.NONE
        && term.renewedDay() < observationEnd
        && (mostDaysLate.isEmpty()
            || (long) term.renewedDay() - term.day() <= mostDaysLate.getAsInt());
  }

  private int creditedPeriod(DueTerm term) {
    int day =
        lateRenewals == LateRenewals.CREDIT_WHEN_DUE
            ? term.day()
            : Math.max(term.day(), term.renewedDay());
    PeriodAxis periods = axis.periods();
    return periods.covers(day) ? periods.periodOf(day) : LedgerColumns.NONE;
  }

  private long convert(int currency, long units, int day) {
    return book.convert(
        currency, units, LocalDate.ofEpochDay(day), ledger.customerOf(subscription));
  }

  /** Adds the subscription to the contracts of periods in which it ran on without being due. */
  void endSubscription(SubscriptionWalk walk, MonthlyPrices prices) {
    int first = ledger.records().dayAt(ledger.rows().firstEvent(subscription));
    for (int period = 0; period < wasDue.length; period++) {
      int day = openingDay[period];
      if (!wasDue[period] && first <= day && walk.isInForce(subscription, day)) {
        SubscriptionState state = walk.stateOn(subscription, day);
        if (prices.isPaid(state.plan())) {
          long units = prices.units(state, day);
          sums.get(period).addStanding(convert(prices.currency(state.plan()), units, day));
        }
      }
    }
  }

  List<Renewals> renewals() {
    return sums.stream().map(period -> period.renewals(axis)).toList();
  }

  /** The sums of one period, in units of book currency. */
  private static final class PeriodSums {

    private long contracts;
    private long due;
    private long renewed;
    private BigInteger contractValue = BigInteger.ZERO;
    private BigInteger dueValue = BigInteger.ZERO;
    private BigInteger renewedValue = BigInteger.ZERO;
    private BigInteger renewedAtNewPrice = BigInteger.ZERO;

    void addStanding(long units) {
      contracts++;
      contractValue = contractValue.add(BigInteger.valueOf(units));
    }

    void addDue(long units) {
      addStanding(units);
      due++;
      dueValue = dueValue.add(BigInteger.valueOf(units));
    }

    void addRenewed(long units, long newUnits) {
      renewed++;
      renewedValue = renewedValue.add(BigInteger.valueOf(Math.min(units, newUnits)));
      renewedAtNewPrice = renewedAtNewPrice.add(BigInteger.valueOf(newUnits));
    }

    Renewals renewals(BookAxis axis) {
      return new Renewals(
          contracts,
          due,
          renewed,
          axis.money(contractValue),
          axis.money(dueValue),
          axis.money(renewedValue),
          axis.money(renewedAtNewPrice));
    }
  }
}
