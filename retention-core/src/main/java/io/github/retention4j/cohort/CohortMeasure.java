package io.github.retention4j.cohort;

/**
 * What it takes for a member of a cohort to be counted in a column: activity related to one age, an
 * {@link AgeMeasure}, or to a range of ages, one of {@link AgeBrackets}.
 */
public sealed interface CohortMeasure permits AgeMeasure, AgeBrackets {}
