package io.github.retention4j.subscription;

/** When the revenue of a subscription that is cancelled is lost. */
public enum ChurnRecognition {
  /**
   * When notice is given, though the subscription runs on; when it is cancelled if none was given.
   * Stripe does so; ChartMogul's setting "as soon as a customer schedules cancellation".
   */
  AT_REQUEST,
  /** When it is cancelled, paid for or not. ChartMogul's usual setting. */
  AT_CANCELLATION,
  /**
   * When what was paid for is over. ProfitWell does so; ChartMogul's setting "at the end of the
   * final subscription service period".
   */
  AT_TERM_END
}
