package io.github.retention4j.testing;

import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.cohort.CohortCurve;
import io.github.retention4j.cohort.CohortTable;
import io.github.retention4j.estimation.Fit;
import io.github.retention4j.estimation.FitReport;
import io.github.retention4j.feedback.NetPromoterScore;
import io.github.retention4j.lifecycle.GrowthAccounting;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.CustomerCounts;
import io.github.retention4j.retention.PeriodMovement;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.revenue.RevenueBridge;
import io.github.retention4j.revenue.RevenueBridgePeriod;
import io.github.retention4j.revenue.RevenueRetention;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.subscription.RecurringRevenue;
import io.github.retention4j.survival.CoxFit;
import io.github.retention4j.survival.SurvivalCurve;
import java.util.List;

/**
 * Where assertions about business metrics begin: import {@code assertThat} from here. It may be
 * imported beside AssertJ's own.
 */
public final class RetentionAssertions {

  private RetentionAssertions() {}

  /** Begins an assertion about a share of customers. */
  public static ProportionAssert assertThat(Proportion actual) {
    return new ProportionAssert(actual);
  }

  /** Begins an assertion about a retention rate. */
  public static RetentionRateAssert assertThat(RetentionRate actual) {
    return new RetentionRateAssert(actual);
  }

  /** Begins an assertion about a churn rate. */
  public static ChurnRateAssert assertThat(ChurnRate actual) {
    return new ChurnRateAssert(actual);
  }

  /** Begins an assertion about the customers of a period. */
  public static CustomerCountsAssert assertThat(CustomerCounts actual) {
    return new CustomerCountsAssert(actual);
  }

  /** Begins an assertion about customers who came and went, period by period. */
  public static CustomerMovementsAssert assertThat(List<PeriodMovement> actual) {
    return new CustomerMovementsAssert(actual);
  }

  /** Begins an assertion about a cohort table. */
  public static CohortTableAssert assertThat(CohortTable actual) {
    return new CohortTableAssert(actual);
  }

  /** Begins an assertion about a cohort curve. */
  public static CohortCurveAssert assertThat(CohortCurve actual) {
    return new CohortCurveAssert(actual);
  }

  /** Begins an assertion about growth accounting. */
  public static GrowthAccountingAssert assertThat(GrowthAccounting actual) {
    return new GrowthAccountingAssert(actual);
  }

  /** Begins an assertion about a revenue bridge. */
  public static RevenueBridgeAssert assertThat(RevenueBridge actual) {
    return new RevenueBridgeAssert(actual);
  }

  /** Begins an assertion about a period of a revenue bridge. */
  public static RevenueBridgePeriodAssert assertThat(RevenueBridgePeriod actual) {
    return new RevenueBridgePeriodAssert(actual);
  }

  /** Begins an assertion about gross or net revenue retention. */
  public static RevenueRetentionAssert assertThat(RevenueRetention actual) {
    return new RevenueRetentionAssert(actual);
  }

  /** Begins an assertion about recurring revenue at the close of a day. */
  public static RecurringRevenueAssert assertThat(RecurringRevenue actual) {
    return new RecurringRevenueAssert(actual);
  }

  /** Begins an assertion about a survival curve. */
  public static SurvivalCurveAssert assertThat(SurvivalCurve actual) {
    return new SurvivalCurveAssert(actual);
  }

  /** Begins an assertion about the lifetime value of a customer. */
  public static LifetimeValueAssert assertThat(LifetimeValue actual) {
    return new LifetimeValueAssert(actual);
  }

  /** Begins an assertion about an amount that was estimated. */
  public static MonetaryEstimateAssert assertThat(MonetaryEstimate actual) {
    return new MonetaryEstimateAssert(actual);
  }

  /** Begins an assertion about the parameters of a fit. */
  public static FitReportAssert assertThat(Fit<?> actual) {
    return new FitReportAssert(actual.report());
  }

  /** Begins an assertion about the coefficients of a Cox model. */
  public static FitReportAssert assertThat(CoxFit actual) {
    return new FitReportAssert(actual.report().fit());
  }

  /** Begins an assertion about the parameters of a fit. */
  public static FitReportAssert assertThat(FitReport actual) {
    return new FitReportAssert(actual);
  }

  /** Begins an assertion about a net promoter score. */
  public static NetPromoterScoreAssert assertThat(NetPromoterScore actual) {
    return new NetPromoterScoreAssert(actual);
  }

  /** Begins an assertion about a comparison with a benchmark. */
  public static BenchmarkComparisonAssert assertThat(BenchmarkComparison actual) {
    return new BenchmarkComparisonAssert(actual);
  }
}
