package io.github.retention4j.subscription;

import static java.util.Comparator.naturalOrder;

import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.revenue.CustomerAliases;
import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.Discount.AmountOff;
import io.github.retention4j.subscription.Discount.FractionOff;
import io.github.retention4j.subscription.SubscriptionChange.CancelRequest;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountEnd;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.PlanChange;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Start;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import io.github.retention4j.time.PeriodAxis;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recurring revenue the slow way: each subscription is looked at afresh on each day, from all of
 * its records up to that day, and each customer is added up day by day.
 */
final class SlowRevenue {

  /** Longer than any delay of the tests. */
  private static final int DAYS_AFTER_LAST_RECORD = 60;

  /** What a customer is worth at the close of a period, how much of the change is exchange, why. */
  record Close(BigDecimal worth, BigDecimal exchange, LossReason reason) {}

  private record Worth(Optional<Currency> currency, BigDecimal amount, LossReason reason) {}

  /** What a customer has of each currency at the close of a day, and why it lost what it lost. */
  private record Day(Map<Currency, BigDecimal> amounts, Set<LossReason> reasons) {

    LossReason reason() {
      return reasons.size() == 1 ? reasons.iterator().next() : LossReason.UNKNOWN;
    }
  }

  private final RevenueRules rules;
  private final ExchangeRates rates;
  private final Map<CustomerId, NavigableMap<LocalDate, Day>> days = new TreeMap<>();
  private final LocalDate end;

  SlowRevenue(
      SubscriptionLedger ledger, RevenueRules rules, ExchangeRates rates, CustomerAliases aliases) {
    this.rules = rules;
    this.rates = rates;
    this.end = ledger.observationEndExclusive();
    Map<CustomerId, Map<String, List<SubscriptionEvent>>> customers = new TreeMap<>();
    ledger
        .events()
        .forEach(
            event ->
                customers
                    .computeIfAbsent(aliases.resolve(event.customer()), none -> new TreeMap<>())
                    .computeIfAbsent(
                        event.customer() + "/" + event.subscription(), none -> new ArrayList<>())
                    .add(event));
    LocalDate first =
        ledger.events().map(SubscriptionEvent::date).min(naturalOrder()).orElseThrow();
    LocalDate last = ledger.events().map(SubscriptionEvent::date).max(naturalOrder()).orElseThrow();
    customers.forEach(
        (customer, subscriptions) ->
            days.put(
                customer,
                gathered(
                    days(subscriptions.values(), first, last.plusDays(DAYS_AFTER_LAST_RECORD)))));
  }

  private NavigableMap<LocalDate, Day> days(
      Collection<List<SubscriptionEvent>> subscriptions, LocalDate first, LocalDate last) {
    NavigableMap<LocalDate, Day> all = new TreeMap<>();
    for (LocalDate day = first.minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
      Map<Currency, BigDecimal> amounts = new HashMap<>();
      Set<LossReason> reasons = EnumSet.noneOf(LossReason.class);
      for (List<SubscriptionEvent> subscription : subscriptions) {
        Worth before = worth(subscription, day.minusDays(1));
        Worth now = worth(subscription, day);
        if (now.amount().signum() > 0) {
          amounts.merge(now.currency().orElseThrow(), now.amount(), BigDecimal::add);
        } else if (before.amount().signum() > 0) {
          reasons.add(now.reason());
        }
      }
      all.put(day, new Day(amounts, reasons));
    }
    return all;
  }

  /** Near changes become one on the day of the last. */
  private NavigableMap<LocalDate, Day> gathered(NavigableMap<LocalDate, Day> all) {
    if (rules.toleranceDays() == 0) {
      return all;
    }
    List<LocalDate> changes = new ArrayList<>();
    for (LocalDate day : all.tailMap(all.firstKey(), false).keySet()) {
      if (!get(all, day).amounts().equals(get(all, day.minusDays(1)).amounts())) {
        changes.add(day);
      }
    }
    NavigableMap<LocalDate, Day> gathered = new TreeMap<>(all);
    while (!changes.isEmpty()) {
      LocalDate first = changes.get(0);
      LocalDate latest = first.plusDays(rules.toleranceDays());
      List<LocalDate> near = changes.stream().filter(day -> !day.isAfter(latest)).toList();
      LocalDate last = near.get(near.size() - 1);
      Map<Currency, BigDecimal> before = get(gathered, first.minusDays(1)).amounts();
      Set<LossReason> reasons = EnumSet.copyOf(get(all, last).reasons());
      for (LocalDate day = first; day.isBefore(last); day = day.plusDays(1)) {
        reasons.addAll(get(all, day).reasons());
        gathered.put(day, new Day(before, Set.of()));
      }
      gathered.put(last, new Day(get(all, last).amounts(), reasons));
      changes.removeAll(near);
    }
    return gathered;
  }

  private static Day get(NavigableMap<LocalDate, Day> all, LocalDate day) {
    return Objects.requireNonNull(all.get(day));
  }

  private Worth worth(List<SubscriptionEvent> subscription, LocalDate day) {
    List<SubscriptionEvent> past =
        subscription.stream().filter(event -> !event.date().isAfter(day)).toList();
    int start = past.size() - 1;
    while (start >= 0 && !(past.get(start).change() instanceof Start)) {
      start--;
    }
    if (start < 0) {
      return new Worth(Optional.empty(), BigDecimal.ZERO, LossReason.UNKNOWN);
    }
    List<SubscriptionEvent> life = past.subList(start, past.size());
    Optional<LossReason> loss =
        loss(life, subscription.subList(past.size(), subscription.size()), day);
    Plan plan = plan(life);
    if (loss.isPresent()) {
      return new Worth(Optional.empty(), BigDecimal.ZERO, loss.get());
    }
    if (isPaused(life) && rules.pauses() == PauseTreatment.ZERO) {
      return new Worth(Optional.empty(), BigDecimal.ZERO, LossReason.VOLUNTARY);
    }
    if (plan.kind() != PlanKind.PAID) {
      return new Worth(
          Optional.empty(),
          BigDecimal.ZERO,
          plan.kind() == PlanKind.FREE ? LossReason.VOLUNTARY : LossReason.UNKNOWN);
    }
    return new Worth(
        Optional.of(plan.price().currency()), price(plan, life, day), LossReason.UNKNOWN);
  }

  private static Plan plan(List<SubscriptionEvent> life) {
    Plan plan = ((Start) life.get(0).change()).plan();
    for (SubscriptionEvent event : life) {
      if (event.change() instanceof PlanChange change) {
        plan = change.plan();
      } else if (event.change() instanceof Renewal renewal && renewal.plan().isPresent()) {
        plan = renewal.plan().get();
      }
    }
    return plan;
  }

  private static boolean isPaused(List<SubscriptionEvent> life) {
    return count(life, Status.PAUSE) > count(life, Status.RESUMPTION);
  }

  private static long count(List<SubscriptionEvent> life, Status status) {
    return life.stream().filter(event -> event.change() == status).count();
  }

  private Optional<LossReason> loss(
      List<SubscriptionEvent> life, List<SubscriptionEvent> future, LocalDate day) {
    SubscriptionEvent last = life.get(life.size() - 1);
    Optional<LocalDate> term = Optional.empty();
    Optional<LossReason> requested = Optional.empty();
    Optional<LocalDate> owing = Optional.empty();
    for (SubscriptionEvent event : life) {
      SubscriptionChange change = event.change();
      if (change instanceof Start start) {
        term = start.termEndExclusive();
      } else if (change instanceof Renewal renewal) {
        term = Optional.of(renewal.termEndExclusive());
        requested = Optional.empty();
      } else if (change instanceof CancelRequest request) {
        requested = Optional.of(request.reason());
      } else if (change == Status.CANCEL_WITHDRAWAL) {
        requested = Optional.empty();
      } else if (change == Status.PAST_DUE) {
        owing = Optional.of(event.date());
      } else if (change == Status.RECOVERY) {
        owing = Optional.empty();
      }
    }
    if (last.change() instanceof Cancellation cancellation) {
      if (isOver(last, cancellation, term, day)) {
        return Optional.of(cancellation.reason());
      }
    } else if (requested.isPresent() && rules.recognition() == ChurnRecognition.AT_REQUEST) {
      return requested;
    } else if (term.isPresent()
        && !term.get().isAfter(day)
        && !isRenewedBy(future, term.get().plusDays(rules.graceDays()))) {
      return Optional.of(
          !future.isEmpty() && future.get(0).change() instanceof Cancellation cancellation
              ? cancellation.reason()
              : requested.orElse(LossReason.UNKNOWN));
    }
    boolean lost =
        owing.isPresent()
            && rules.pastDue().lostAfterDays().isPresent()
            && !owing.get().plusDays(rules.pastDue().lostAfterDays().getAsInt()).isAfter(day);
    return lost ? Optional.of(LossReason.INVOLUNTARY) : Optional.empty();
  }

  private boolean isOver(
      SubscriptionEvent last, Cancellation cancellation, Optional<LocalDate> term, LocalDate day) {
    if (rules.recognition() != ChurnRecognition.AT_TERM_END
        || (term.isPresent() && !term.get().isAfter(last.date()))) {
      return true;
    }
    return !cancellation.paidUntilExclusive().or(() -> term).orElse(last.date()).isAfter(day);
  }

  private static boolean isRenewedBy(List<SubscriptionEvent> future, LocalDate latest) {
    return !future.isEmpty()
        && future.get(0).change() instanceof Renewal
        && !future.get(0).date().isAfter(latest);
  }

  private BigDecimal price(Plan plan, List<SubscriptionEvent> life, LocalDate day) {
    Map<String, Discount> holding = new TreeMap<>();
    for (SubscriptionEvent event : life) {
      if (event.change() instanceof DiscountStart start) {
        holding.put(start.discount().name(), start.discount());
      } else if (event.change() instanceof DiscountEnd discountEnd) {
        holding.remove(discountEnd.name());
      }
    }
    BigDecimal price = plan.price().amount();
    for (Discount discount : holding.values()) {
      if (counts(discount, day) && discount.reduction() instanceof FractionOff off) {
        price = price.subtract(price.multiply(off.fraction()));
      }
    }
    for (Discount discount : holding.values()) {
      if (counts(discount, day) && discount.reduction() instanceof AmountOff off) {
        price = price.subtract(off.amount().amount()).max(BigDecimal.ZERO);
      }
    }
    return rules.normalisation().monthly(price, plan.every(), rules.decimals());
  }

  private boolean counts(Discount discount, LocalDate day) {
    return switch (rules.discounts()) {
      case IGNORED -> false;
      case PERMANENT_ONLY -> discount.endExclusive().isEmpty();
      case ALL -> discount.endExclusive().isEmpty() || discount.endExclusive().get().isAfter(day);
    };
  }

  Collection<CustomerId> customers() {
    return days.keySet();
  }

  /** Returns the closes of the opening and of each period that has begun. */
  List<Close> closes(CustomerId customer, PeriodAxis axis) {
    NavigableMap<LocalDate, Day> own = Objects.requireNonNull(days.get(customer));
    List<Close> closes = new ArrayList<>();
    Day before = new Day(Map.of(), Set.of());
    LocalDate dayBefore = LocalDate.MIN;
    BigDecimal worthBefore = BigDecimal.ZERO;
    for (int period = -1; period < axis.size(); period++) {
      if (period >= 0 && !axis.range(period).start().isBefore(end)) {
        break;
      }
      LocalDate close = period < 0 ? axis.range().start() : axis.range(period).endExclusive();
      LocalDate day = (close.isBefore(end) ? close : end).minusDays(1);
      Day now = on(own, day);
      BigDecimal worth = BigDecimal.ZERO;
      BigDecimal exchange = BigDecimal.ZERO;
      for (Map.Entry<Currency, BigDecimal> amount : now.amounts().entrySet()) {
        worth = worth.add(converted(amount.getKey(), amount.getValue(), day));
        BigDecimal kept =
            amount.getValue().min(before.amounts().getOrDefault(amount.getKey(), BigDecimal.ZERO));
        if (kept.signum() > 0) {
          exchange =
              exchange
                  .add(converted(amount.getKey(), kept, day))
                  .subtract(converted(amount.getKey(), kept, dayBefore));
        }
      }
      boolean goesOn = worthBefore.signum() > 0 && worth.signum() > 0;
      closes.add(new Close(worth, goesOn ? exchange : BigDecimal.ZERO, reason(own, day)));
      before = now;
      dayBefore = day;
      worthBefore = worth;
    }
    return closes;
  }

  private static Day on(NavigableMap<LocalDate, Day> own, LocalDate day) {
    Map.Entry<LocalDate, Day> entry = own.floorEntry(day);
    return entry == null ? new Day(Map.of(), Set.of()) : entry.getValue();
  }

  /** Why there is nothing: that of the day on which there was something last. */
  private static LossReason reason(NavigableMap<LocalDate, Day> own, LocalDate day) {
    for (LocalDate at = day; at.isAfter(own.firstKey()); at = at.minusDays(1)) {
      boolean changed = !on(own, at).amounts().equals(on(own, at.minusDays(1)).amounts());
      if (changed) {
        return on(own, at).amounts().isEmpty() ? on(own, at).reason() : LossReason.UNKNOWN;
      }
    }
    return LossReason.UNKNOWN;
  }

  private BigDecimal converted(Currency currency, BigDecimal amount, LocalDate day) {
    return amount
        .multiply(rates.rate(currency, day).orElseThrow())
        .setScale(rules.decimals(), RoundingMode.HALF_UP);
  }
}
