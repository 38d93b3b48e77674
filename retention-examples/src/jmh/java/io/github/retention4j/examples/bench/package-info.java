/** How long things take. Each benchmark checks its answers before it measures them. */
@NullMarked
package io.github.retention4j.examples.bench;

import org.jspecify.annotations.NullMarked;
