package io.github.retention4j.cohort;

/**
 * Which amounts of a member count in a column: those related to one age, an {@link AgeAmount}, or
 * those of a range of ages, one of {@link AgeBrackets}.
 */
public sealed interface CohortAmountMeasure permits AgeAmount, AgeBrackets {}
