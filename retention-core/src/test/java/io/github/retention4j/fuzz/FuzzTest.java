package io.github.retention4j.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Calls every public entry of the library with random arguments, good and bad. A call may end in a
 * result without null and NaN, in an {@code IllegalArgumentException} of the library's own, in a
 * {@code NullPointerException} if it was given a null, or in an exception that the Javadoc of the
 * entry has; and it ends soon.
 *
 * <p>{@code mvn -Pfuzz -pl retention-core test} does so for ten minutes, or {@code
 * -Dfuzz.seconds=60}. A fault is told with its seed; {@code -Dfuzz.seed=57 -Dfuzz.rounds=1} shows
 * it again.
 */
class FuzzTest {

  @Test
  void entriesThrowOnlyWhatTheySayAndGiveNumbers() throws InterruptedException {
    Fuzzer fuzzer = new Fuzzer();
    Findings findings =
        fuzzer.run(
            Long.getLong("fuzz.seed", 42),
            Integer.getInteger("fuzz.rounds", 1),
            Duration.ofSeconds(Long.getLong("fuzz.seconds", 600)));
    System.out.println(findings.completedEntries() + " of " + fuzzer.entries() + " entries");
    assertThat(findings.areEmpty()).as(() -> "\n" + findings + "\n").isTrue();
  }
}
