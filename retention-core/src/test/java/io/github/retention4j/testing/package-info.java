/**
 * Unit tests of business metrics.
 *
 * <ul>
 *   <li>{@link io.github.retention4j.testing.RetentionAssertions}: assertions that name the metric,
 *       what was expected and the counts behind what came out; {@code reconciles()} tells which
 *       parts do not add up and by how much.
 *   <li>{@link io.github.retention4j.testing.RetentionArbitraries}: random customers, counts,
 *       events, purchases, lifetimes, ledgers and tables for property tests.
 *   <li>Businesses whose truth is known, drawn from a seed: {@link
 *       io.github.retention4j.testing.SampleBusiness} without contracts, {@link
 *       io.github.retention4j.testing.SampleContracts} with renewals, {@link
 *       io.github.retention4j.testing.SampleLedger} with monthly subscriptions and {@link
 *       io.github.retention4j.testing.SampleLifetimes} with what drives churn. Each is the record
 *       of its own parameters.
 * </ul>
 *
 * <p>Example: {@code assertThat(rate).isAtLeast(0.95)} of 31 customers retained out of 44 fails
 * with {@code Expected retention to be at least 0.95 but was 31/44 (70.45 %) a year}.
 *
 * <p>Published as the {@code test-jar} of {@code retention-core}. It needs AssertJ, and for the
 * arbitraries jqwik, which a test tree brings along itself.
 */
@NullMarked
package io.github.retention4j.testing;

import org.jspecify.annotations.NullMarked;
