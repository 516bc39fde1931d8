/**
 * Charts for reports: {@link org.concordat.pictures.charts.BarChart} for amounts, {@link
 * org.concordat.pictures.charts.Histogram} for how values spread, {@link org.concordat.pictures.charts.LineChart} for
 * curves, {@link org.concordat.pictures.charts.ScatterChart} for points with intervals and limits, {@link
 * org.concordat.pictures.charts.WaterfallChart} for a sum step by step, {@link
 * org.concordat.pictures.charts.CalibrationChart} for promised against observed shares, {@link
 * org.concordat.pictures.charts.IntervalChart} for figures with intervals beside a benchmark, {@link org.concordat.pictures.charts.GridChart} for figures by two
 * things at once. Each is filled with fluent calls
 * by one thread, then asked for its {@code picture()}. Promises: lengths and positions are proportional to the values
 * (bars start at nought); labels stand beside the marks. Leaves the choice of what to show to its callers.
 */
@NullMarked
package org.concordat.pictures.charts;

import org.jspecify.annotations.NullMarked;
