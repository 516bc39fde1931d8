/**
 * What every picture is drawn with: a canvas, scales with round ticks, a palette, text that fits. Start at {@link
 * org.concordat.pictures.drawing.Canvas}. Promises: no fonts are read (widths are estimated for Arial and its metric
 * twins), nothing depends on the machine, colours keep the contrasts of WCAG 2.2 (4.5 to 1 for text, 3 to 1 for marks)
 * and never stand alone: each comes with its own pattern, dash or shape. Leaves the meaning to {@code charts}, {@code
 * maps} and {@code networks}.
 */
@NullMarked
package org.concordat.pictures.drawing;

import org.jspecify.annotations.NullMarked;
