package io.github.retention4j.benchmark;

/** Which definitions may be compared. */
public enum DefinitionPolicy {
  /** Only figures known to be worked out in the same way. */
  SAME {
    @Override
    boolean accepts(BenchmarkDefinition own, BenchmarkDefinition other) {
      return own.isSameAs(other);
    }
  },
  /** Also figures of which one does not say how it was worked out. */
  ACCEPT_UNSTATED {
    @Override
    boolean accepts(BenchmarkDefinition own, BenchmarkDefinition other) {
      return SAME.accepts(own, other) || !own.isStated() || !other.isStated();
    }
  },
  /** Also figures known to be worked out differently. */
  ACCEPT_DIFFERENT {
    @Override
    boolean accepts(BenchmarkDefinition own, BenchmarkDefinition other) {
      return true;
    }
  };

  abstract boolean accepts(BenchmarkDefinition own, BenchmarkDefinition other);
}
