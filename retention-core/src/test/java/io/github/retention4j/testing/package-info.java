/**
 * Unit tests of business metrics: assertions that name the metric, what was expected and the counts
 * behind what came out ({@link io.github.retention4j.testing.RetentionAssertions}), random
 * customers, counts, events and purchases for property tests ({@link
 * io.github.retention4j.testing.RetentionArbitraries}), and businesses whose truth is known ({@link
 * io.github.retention4j.testing.SampleBusiness}).
 *
 * <p>Published as the {@code test-jar} of {@code retention-core}. It needs AssertJ, and for the
 * arbitraries jqwik, which a test tree brings along itself.
 */
@NullMarked
package io.github.retention4j.testing;

import org.jspecify.annotations.NullMarked;
