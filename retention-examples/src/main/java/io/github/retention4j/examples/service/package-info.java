/**
 * The library behind HTTP: {@link io.github.retention4j.examples.service.RetentionService} answers
 * questions of retention, cohorts, lifetime value and benchmarks as JSON. Results go to Jackson as
 * they stand; {@link io.github.retention4j.examples.service.RetentionJson} only adds what follows
 * from them, such as the value of a share and its interval.
 *
 * <p>Example: {@code {"atStart": 44, "acquired": 12, "lost": 13, "per": "QUARTER"}} to {@code POST
 * /retention} is a retention of 31/44, 70.45 %.
 */
@NullMarked
package io.github.retention4j.examples.service;

import org.jspecify.annotations.NullMarked;
