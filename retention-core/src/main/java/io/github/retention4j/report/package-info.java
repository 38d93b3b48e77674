/**
 * Show me. Each picture is made by an immutable drawer such as {@link
 * io.github.retention4j.report.CohortHeatmap}: {@code withDefaults()}, {@code with(PictureStyle)},
 * and {@code draw} of a result of the packages below. What comes out is a {@link
 * io.github.retention4j.report.Picture}, self-contained SVG: no script, no font, nothing fetched.
 * Every label is escaped, each picture has a title and a description that a screen reader reads
 * out, and colours are chosen so that those who see colours otherwise can tell them apart.
 *
 * <p>Nothing is computed here but places and colours. What is not yet observed is hatched, never
 * drawn as zero. The same input gives the same bytes on any machine.
 *
 * <p>Worked number: a curve drawn in a frame 300 high, of an axis from 0 to 100 %, passes 40 % at
 * 120 above its foot.
 */
@NullMarked
package io.github.retention4j.report;

import org.jspecify.annotations.NullMarked;
