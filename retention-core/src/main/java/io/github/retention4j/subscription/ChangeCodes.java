package io.github.retention4j.subscription;

import io.github.retention4j.revenue.LossReason;
import io.github.retention4j.subscription.SubscriptionChange.CancelRequest;
import io.github.retention4j.subscription.SubscriptionChange.Cancellation;
import io.github.retention4j.subscription.SubscriptionChange.DiscountEnd;
import io.github.retention4j.subscription.SubscriptionChange.DiscountStart;
import io.github.retention4j.subscription.SubscriptionChange.PlanChange;
import io.github.retention4j.subscription.SubscriptionChange.Renewal;
import io.github.retention4j.subscription.SubscriptionChange.Start;
import io.github.retention4j.subscription.SubscriptionChange.Status;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Turns changes into numbers and back; what many have in common is kept once. */
final class ChangeCodes {

  private static final List<LossReason> REASONS = List.of(LossReason.values());

  private final ValuePool<Plan> plans = new ValuePool<>();
  private final ValuePool<Discount> discounts = new ValuePool<>();
  private final ValuePool<String> discountNames = new ValuePool<>();

  int plans() {
    return plans.size();
  }

  Plan plan(int number) {
    return plans.get(number);
  }

  /** Returns a discount without its end, which stands with the record. */
  Discount discount(int number) {
    return discounts.get(number);
  }

  String discountName(int number) {
    return discountNames.get(number);
  }

  ChangeCode encode(SubscriptionChange change) {
    if (change instanceof Start start) {
      return new ChangeCode(
          ChangeKind.START,
          plans.numberOf(start.plan()),
          dayOf(start.termEndExclusive()),
          dayOf(start.signed()));
    }
    if (change instanceof PlanChange planChange) {
      return ChangeCode.of(ChangeKind.PLAN_CHANGE, plans.numberOf(planChange.plan()));
    }
    if (change instanceof Renewal renewal) {
      int plan = renewal.plan().map(plans::numberOf).orElse(LedgerColumns.NONE);
      return ChangeCode.until(ChangeKind.RENEWAL, plan, dayOf(renewal.termEndExclusive()));
    }
    return encodeOther(change);
  }

  private ChangeCode encodeOther(SubscriptionChange change) {
    if (change instanceof DiscountStart start) {
      return ChangeCode.until(
          ChangeKind.DISCOUNT_START,
          discounts.numberOf(start.discount().withoutEnd()),
          dayOf(start.discount().endExclusive()));
    }
    if (change instanceof DiscountEnd end) {
      return ChangeCode.of(ChangeKind.DISCOUNT_END, discountNames.numberOf(end.name()));
    }
    if (change instanceof CancelRequest request) {
      return ChangeCode.of(ChangeKind.CANCEL_REQUEST, numberOf(request.reason()));
    }
    if (change instanceof Cancellation cancellation) {
      return ChangeCode.until(
          ChangeKind.CANCELLATION,
          numberOf(cancellation.reason()),
          dayOf(cancellation.paidUntilExclusive()));
    }
    return ChangeCode.of(ChangeKind.of((Status) change), LedgerColumns.NONE);
  }

  SubscriptionChange decode(ChangeCode code) {
    return switch (code.kind()) {
      case START -> new Start(plan(code.item()), dateOf(code.until()), dateOf(code.signed()));
      case PLAN_CHANGE -> new PlanChange(plan(code.item()));
      case RENEWAL -> renewal(code);
      case DISCOUNT_START -> discountStart(code);
      case DISCOUNT_END -> new DiscountEnd(discountName(code.item()));
      case CANCEL_REQUEST -> new CancelRequest(reason(code.item()));
      case CANCELLATION -> new Cancellation(reason(code.item()), dateOf(code.until()));
      case PAUSE, RESUMPTION, CANCEL_WITHDRAWAL, PAST_DUE, RECOVERY -> code.kind().status();
    };
  }

  private Renewal renewal(ChangeCode code) {
    Optional<Plan> plan =
        code.item() == LedgerColumns.NONE ? Optional.empty() : Optional.of(plan(code.item()));
    return new Renewal(LocalDate.ofEpochDay(code.until()), plan);
  }

  private DiscountStart discountStart(ChangeCode code) {
    Discount discount = discount(code.item());
    return new DiscountStart(
        code.until() == LedgerColumns.NONE
            ? discount
            : discount.until(LocalDate.ofEpochDay(code.until())));
  }

  static int numberOf(LossReason reason) {
    return REASONS.indexOf(reason);
  }

  static LossReason reason(int number) {
    return REASONS.get(number);
  }

  static int dayOf(LocalDate date) {
    return Math.toIntExact(date.toEpochDay());
  }

  private static int dayOf(Optional<LocalDate> date) {
    return date.map(ChangeCodes::dayOf).orElse(LedgerColumns.NONE);
  }

  private static Optional<LocalDate> dateOf(int day) {
    return day == LedgerColumns.NONE ? Optional.empty() : Optional.of(LocalDate.ofEpochDay(day));
  }
}
