package io.github.retention4j.examples.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.retention4j.benchmark.Benchmark;
import io.github.retention4j.benchmark.BenchmarkComparison;
import io.github.retention4j.benchmark.BenchmarkValue;
import io.github.retention4j.benchmark.OwnMetric;
import io.github.retention4j.clv.LifetimeValue;
import io.github.retention4j.clv.MonetaryInterval;
import io.github.retention4j.customer.CustomerId;
import io.github.retention4j.money.MonetaryEstimate;
import io.github.retention4j.retention.ChurnDenominator;
import io.github.retention4j.retention.ChurnRate;
import io.github.retention4j.retention.RetentionRate;
import io.github.retention4j.stats.ConfidenceInterval;
import io.github.retention4j.stats.Proportion;
import io.github.retention4j.time.Granularity;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How results of the library look as JSON. Records are written component by component, dates as
 * text, what is not there as {@code null}; a customer is its key. What a record does not store but
 * tells, such as the value of a share, is named here, and so is what a class tells. The same answer
 * is always written in the same bytes.
 */
final class RetentionJson {

  private RetentionJson() {}

  /** Reads questions strictly: what is missing, null or not known is refused. */
  static JsonMapper mapper() {
    return JsonMapper.builder()
        .addModule(new Jdk8Module())
        .addModule(new JavaTimeModule())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .annotationIntrospector(new AllRequired())
        .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(MapperFeature.SORT_CREATOR_PROPERTIES_BY_DECLARATION_ORDER)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .addMixIn(CustomerId.class, Key.class)
        .addMixIn(Proportion.class, Value.class)
        .addMixIn(RetentionRate.class, Estimated.class)
        .addMixIn(ChurnRate.class, Churn.class)
        .addMixIn(LifetimeValue.class, Worth.class)
        .addMixIn(LifetimeValue.RetentionInput.class, Value.class)
        .addMixIn(BenchmarkValue.class, Reference.class)
        .addMixIn(OwnMetric.class, Value.class)
        .addMixIn(BenchmarkComparison.class, Comparison.class)
        .build();
  }

  /** What is asked for must be there, save what is {@link Optional}. */
  private static final class AllRequired extends JacksonAnnotationIntrospector {
    @Serial private static final long serialVersionUID = 1L;

    @Override
    public Boolean hasRequiredMarker(AnnotatedMember member) {
      return !member.getRawType().equals(Optional.class);
    }
  }

  private interface Key {
    @JsonValue
    String value();
  }

  private interface Value {
    @JsonProperty
    double value();
  }

  private interface Estimated extends Value {
    @JsonProperty
    ConfidenceInterval interval();
  }

  private interface Churn extends Estimated {
    @JsonProperty
    long lost();

    @JsonProperty
    Optional<Proportion> share();

    @JsonProperty
    ChurnDenominator denominator();

    @JsonProperty
    Granularity per();
  }

  private interface Worth {
    @JsonProperty
    Optional<MonetaryEstimate> value();

    @JsonProperty
    Optional<MonetaryInterval> interval();

    @JsonProperty
    String assumptions();
  }

  private interface Reference {
    @JsonProperty
    double reference();

    @JsonProperty
    BenchmarkValue.Statistic statistic();
  }

  private interface Comparison {
    @JsonProperty
    OwnMetric own();

    @JsonProperty
    Benchmark benchmark();

    @JsonProperty
    BenchmarkComparison.Verdict verdict();

    @JsonProperty
    BenchmarkComparison.Standing standing();

    @JsonProperty
    double ownValue();

    @JsonProperty
    double gap();

    @JsonProperty
    ConfidenceInterval interval();

    @JsonProperty
    OptionalDouble pValue();

    @JsonProperty
    Optional<BenchmarkValue.Position> position();

    @JsonProperty
    boolean isConverted();

    @JsonProperty
    List<String> caveats();
  }
}
