package io.github.retention4j.survival;

/** When the lifetime of a customer ends that is lost by silence. */
public enum LifetimeStop {
  /**
   * In the period in which the rule says so, as movements of customers have it: after as many
   * silent periods as the rule asks for. What was known then is known of all alike.
   */
  LOSS_PERIOD,
  /**
   * With the last activity: in the first silent period, which is told only when the silence has
   * been long enough. So that all are observed alike, observation of everyone ends that much
   * earlier: customers who last are censored before the last periods, those who came later are left
   * out.
   */
  LAST_ACTIVITY
}
