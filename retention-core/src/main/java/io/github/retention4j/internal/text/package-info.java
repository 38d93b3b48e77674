/** Plain text for people: tables of columns, amounts and shares. Not API. */
@NullMarked
package io.github.retention4j.internal.text;

import org.jspecify.annotations.NullMarked;
