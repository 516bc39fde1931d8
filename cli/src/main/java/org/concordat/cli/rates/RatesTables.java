package org.concordat.cli.rates;

import java.util.ArrayList;
import java.util.List;
import org.concordat.cli.rates.AreaFigure.Series;
import org.concordat.measures.Estimate;
import org.concordat.measures.Status;
import org.concordat.measures.trends.TrendMarker;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;

/** The figures as tables for people. */
final class RatesTables {
    /** More rows than this nobody reads on a page. */
    static final int MOST_LISTED = 400;

    private static final String NO_TREND = new TrendMarker.NotCalculated("").words();

    private RatesTables() {}

    /** One period's figures, with what was said of each. */
    static NumberTable latest(String title, String measure, List<AreaFigure> figures, Numbers style) {
        boolean compared =
                figures.stream().anyMatch(figure -> !figure.comparison().isEmpty());
        boolean standing =
                figures.stream().anyMatch(figure -> !figure.standing().isEmpty());
        NumberTable table = NumberTable.of("Table: " + title, "Area")
                .numbers("Count", "Of", measure, "From", "To")
                .words("Status");
        table = compared ? table.words("Beside the benchmark") : table;
        table = standing ? table.words("In the funnel") : table;
        boolean trends = figures.stream().anyMatch(figure -> !figure.trend().equals(NO_TREND));
        table = trends ? table.words("Trend") : table;
        boolean grouped = figures.stream().anyMatch(figure -> !figure.group().isEmpty());
        table = grouped ? table.numbers("Group") : table;
        List<List<String>> rows = new ArrayList<>();
        for (AreaFigure figure : figures.stream().limit(MOST_LISTED).toList()) {
            List<String> cells = new ArrayList<>(cells(figure, style));
            cells.addFirst(figure.areaName());
            if (compared) {
                cells.add(figure.comparison());
            }
            if (standing) {
                cells.add(figure.standing());
            }
            if (trends) {
                cells.add(figure.trend());
            }
            if (grouped) {
                cells.add(figure.group());
            }
            rows.add(cells);
        }
        return table.rows(rows);
    }

    /** Count, population, figure, interval, status. */
    private static List<String> cells(AreaFigure figure, Numbers style) {
        Estimate estimate = figure.estimate();
        String hidden = estimate.status() == Status.CONFIDENTIAL ? "c" : "";
        Numbers count = Numbers.SHORT;
        return List.of(
                estimate.numerator().isPresent()
                        ? count.write(estimate.numerator().getAsDouble())
                        : hidden,
                estimate.denominator().isPresent()
                        ? count.write(estimate.denominator().getAsDouble())
                        : hidden,
                estimate.value().isPresent()
                        ? style.write(estimate.value().getAsDouble())
                        : estimate.status().symbol(),
                estimate.interval()
                        .map(interval -> style.write(interval.lower()))
                        .orElse(hidden),
                estimate.interval()
                        .map(interval -> style.write(interval.upper()))
                        .orElse(hidden),
                estimate.status() == Status.NORMAL ? "" : why(estimate));
    }

    /** The status in words. */
    static String why(Estimate estimate) {
        return switch (estimate.status()) {
            case NORMAL -> "no figure";
            case CONFIDENTIAL -> "c: hidden, rests on few";
            case ESTIMATED -> "e: estimated";
            case LOW_RELIABILITY -> "u: too few to be relied on";
            case NOT_AVAILABLE -> "x: not available";
            case NOT_APPLICABLE -> "z: not applicable";
        };
    }

    /** Every period's figures in the order of the table. */
    static NumberTable periods(Series series, String measure, List<AreaFigure> all, Numbers style) {
        NumberTable table = NumberTable.of("All periods: " + series.title(), "Area")
                .words("Period")
                .numbers("Count", "Of", measure, "From", "To")
                .words("Status", "Trend up to then");
        List<List<String>> rows = new ArrayList<>();
        for (AreaFigure figure : all.stream().limit(MOST_LISTED).toList()) {
            List<String> cells = new ArrayList<>(List.of(figure.areaName(), figure.period()));
            cells.addAll(cells(figure, style));
            cells.add(figure.trend());
            rows.add(cells);
        }
        return table.rows(rows);
    }
}
