/**
 * Show me. Each picture is made by an immutable drawer such as {@link
 * io.github.retention4j.report.CohortHeatmap}: {@code withDefaults()}, {@code with(PictureStyle)},
 * and {@code draw} of a result of the packages below. What comes out is a {@link
 * io.github.retention4j.report.Picture}, self-contained SVG: no script, no font, nothing fetched.
 * Every label is escaped, each picture has a title and a description that a screen reader reads
 * out, and colours are chosen so that those who see colours otherwise can tell them apart.
 *
 * <p>A {@link io.github.retention4j.report.ResultTable} holds the numbers beside a picture: as text
 * for a log, as CSV with every digit, and in a {@link io.github.retention4j.report.HtmlReport}, one
 * page of pictures, numbers and definitions that runs no script and fetches nothing.
 *
 * <p>Definitions: nothing is computed here but places, colours and digits; every figure is that of
 * the result it was drawn from, and a {@link io.github.retention4j.report.ReportSection} says what
 * it means. What is not yet observed is hatched in pictures and empty in tables, with its reason.
 * The same input gives the same bytes on any machine.
 *
 * <p>Worked number: of 44 customers 31 stayed. The table shows 70.45 % for people; its CSV has
 * 0.7045454545454546, which reads back as the same number.
 *
 * <p>Trap: an axis of shares that does not begin at 0, and an open cell coloured like a small one.
 * Both make a fall of what is none. The scale of colours of two heatmaps is not the same unless
 * {@link io.github.retention4j.report.CohortHeatmap#withScaleEnd} makes it so.
 *
 * <p>Source: <a href="https://www.w3.org/TR/WCAG21/#contrast-minimum">WCAG 2.1</a> for the contrast
 * of texts, at least 4.5 : 1; <a href="https://doi.org/10.1038/nmeth.1618">Wong (2011), Points of
 * view: Color blindness</a>, for the palette of Okabe and Ito.
 */
@NullMarked
package io.github.retention4j.report;

import org.jspecify.annotations.NullMarked;
