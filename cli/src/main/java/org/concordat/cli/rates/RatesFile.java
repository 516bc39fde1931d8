package org.concordat.cli.rates;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.Interval;

/** The figures as one tidy table with its metadata. */
final class RatesFile {
    static final String NAME = "rates.csv";

    private RatesFile() {}

    static void write(NewFolder folder, List<AreaFigure> figures, RatesRequest request, List<String> notes) {
        boolean bySex =
                figures.stream().anyMatch(figure -> !figure.series().sex().isEmpty());
        FigureFile file = FigureFile.titled(
                        request.title(), request.measure() + " by area, computed by Concordat from counts.")
                .text("area_code", "Area code", "Code of the area.")
                .text("area_name", "Area", "Name of the area.")
                .text("indicator", "Indicator", "What is measured.");
        if (bySex) {
            file.text("sex", "Sex", "Of whom.");
        }
        file.text("period", "Period", "When.")
                .text("measure", "Measure", "What kind of figure it is.")
                .text("unit", "Unit", "What is counted.")
                .hideable("value", "Value", "The figure; c where it is hidden, empty where status says why.", false)
                .hideable("lower", "Lower limit", "Where the interval of the confidence named in method begins.", false)
                .hideable("upper", "Upper limit", "Where it ends.", false)
                .hideable("numerator", "Numerator", "The count above the line.", false)
                .hideable(
                        "denominator", "Denominator", "The population, or the events expected, below the line.", false)
                .text("method", "Method", "How value and interval were computed.")
                .text(
                        "status",
                        "Status",
                        "c: hidden, rests on few people; u: rests on too few to be relied on; x: could not be computed;"
                                + " z: makes no sense here; empty: nothing to be said.")
                .text("comparison", "Comparison", "Beside the benchmark: better, similar, worse, higher, lower.")
                .text("trend", "Trend", "Over the latest five periods up to this one.");
        if (request.groups() > 0) {
            file.hideable("group", "Group", "Of " + request.groups() + " " + request.groupWords() + ".", true);
        }
        if (bySex) {
            file.key("area_code", "indicator", "sex", "period");
        } else {
            file.key("area_code", "indicator", "period");
        }
        notes.forEach(file::note);
        file.writeInto(folder, NAME, rows -> figures.forEach(figure -> row(rows, figure, request, bySex)));
    }

    private static void row(FigureFile.Rows rows, AreaFigure figure, RatesRequest request, boolean bySex) {
        rows.text(figure.areaCode())
                .text(figure.areaName())
                .text(figure.series().indicator());
        if (bySex) {
            rows.text(figure.series().sex());
        }
        Estimate estimate = figure.estimate();
        rows.text(figure.period()).text(request.measure()).text(request.unit());
        for (OptionalDouble number : List.of(
                estimate.value(),
                limit(estimate, true),
                limit(estimate, false),
                estimate.numerator(),
                estimate.denominator())) {
            if (number.isEmpty() && figure.isHidden()) {
                rows.hidden(1);
            } else {
                rows.number(number);
            }
        }
        rows.text(method(estimate))
                .text(estimate.status().symbol())
                .text(figure.comparison())
                .text(figure.trend());
        if (request.groups() > 0) {
            rows.text(figure.group());
        }
        rows.end();
    }

    private static String method(Estimate estimate) {
        return estimate.method()
                + estimate.interval()
                        .map(interval -> ", " + percent(interval.confidence()) + " confidence")
                        .orElse("");
    }

    /** .95 as 95 %. */
    static String percent(double confidence) {
        return new BigDecimal(Double.toString(confidence))
                        .movePointRight(2)
                        .stripTrailingZeros()
                        .toPlainString()
                + " %";
    }

    private static OptionalDouble limit(Estimate estimate, boolean lower) {
        return estimate.interval().stream()
                .mapToDouble((Interval interval) -> lower ? interval.lower() : interval.upper())
                .filter(Double::isFinite)
                .findFirst();
    }
}
