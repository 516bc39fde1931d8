package org.concordat.cli.estimate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.figures.SmallCounts;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.comparisons.QuantileGroups;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/**
 * The estimated shares of areas, for the table, the page and machines.
 *
 * @param title what is estimated
 * @param areas each with its estimate, in the order of the table
 * @param groupOf each area's group, 1 the highest shares; empty where there is none
 * @param hidden codes of areas that are not shown
 */
record AreaShares(
        String title,
        Map<String, Estimate> areas,
        Map<String, OptionalInt> groupOf,
        Set<String> hidden,
        int groups,
        SmallCounts counts) {
    static final String CAUTION =
            "These are estimates from a model, not counts: they say where people live who, in the survey, were likelier to be so."
                    + " They know nothing of what else sets areas apart, have no interval, and must not be used about a person.";

    private static final int MOST_LISTED = 400;
    private static final int BINS = 12;

    /** Shares closer together than this are drawn as no picture: there is nothing to see. */
    private static final double LEAST_SPREAD = 1e-4;

    static AreaShares of(
            String title, Map<String, Estimate> areas, Set<String> hidden, int groups, SmallCounts counts) {
        List<OptionalInt> numbers = QuantileGroups.of(
                areas.values().stream().map(Estimate::value).toList(), groups, QuantileGroups.First.HIGHEST);
        Map<String, OptionalInt> groupOf = new LinkedHashMap<>();
        int i = 0;
        for (String area : areas.keySet()) {
            groupOf.put(area, numbers.get(i++));
        }
        return new AreaShares(title, areas, groupOf, hidden, groups, counts);
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(
                groupOf.values().stream().allMatch(OptionalInt::isEmpty)
                        ? "There are fewer areas than the " + groups + " groups asked for, so they are in none."
                        : "Groups are " + groups
                                + " of about equal size by the estimated share, 1 the highest. Do not rank areas by"
                                + " them: those near each other are much alike, and a place called the worst can be harmed by it.");
        notes.add(counts.note());
        if (!hidden.isEmpty()) {
            notes.add(hidden.size() + (hidden.size() == 1 ? " area is" : " areas are")
                    + " marked c for a small or hidden cell, which the estimate could tell. Where the cells are published"
                    + " already, say so with --no-suppress.");
        }
        return notes;
    }

    void writeTable(NewFolder folder) {
        FigureFile table = FigureFile.titled(title + ": estimates", CAUTION)
                .text("area_code", "Area code", "Code of the area.")
                .hideable("people", "People", "How many live there, as the cells count them.", false)
                .hideable("expected", "Expected", "How many of them the model expects to be so.", false)
                .hideable("share", "Share", "The expected share, from 0 to 1.", false)
                .hideable("group", "Group", "Of " + groups + " groups of about equal size, 1 the highest shares.", true)
                .text("status", "Status", "e: estimated; c: hidden; z: nobody lives there.")
                .key("area_code");
        notes().forEach(table::note);
        table.note(CAUTION).writeInto(folder, "estimate.csv", rows -> {
            areas.forEach((area, estimate) -> {
                rows.text(area)
                        .number(estimate.denominator())
                        .number(estimate.numerator())
                        .number(estimate.value());
                OptionalInt group = group(area);
                if (group.isPresent()) {
                    rows.count(group.getAsInt());
                } else {
                    rows.none();
                }
                rows.text(estimate.status().symbol()).end();
            });
            hidden.forEach(
                    area -> rows.text(area).hidden(4).text(SmallCounts.MARK).end());
        });
    }

    private OptionalInt group(String area) {
        return groupOf.getOrDefault(area, OptionalInt.empty());
    }

    private double people() {
        return areas.values().stream()
                .mapToDouble(e -> e.denominator().orElse(0))
                .sum();
    }

    private double expected() {
        return areas.values().stream().mapToDouble(e -> e.numerator().orElse(0)).sum();
    }

    List<String> lines(String folder) {
        List<String> lines = new ArrayList<>();
        lines.add(Numbers.COUNT.write((double) Math.round(expected())) + " of " + Numbers.COUNT.write(people())
                + " people in " + areas.size() + " areas are expected to be so, by the model.");
        notes().forEach(note -> lines.add("- " + note));
        lines.add("- " + CAUTION);
        lines.add("The table is estimate.csv and the page estimate.html in " + folder);
        return lines;
    }

    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("areas", areas.size());
        summary.put("areas_hidden", List.copyOf(hidden));
        summary.put("people", people());
        summary.put("expected", expected());
        summary.put("notes", notes());
        summary.put("caution", CAUTION);
        return summary;
    }

    ReportPage page(LocalDate day) {
        return ReportPage.titled("Estimates: " + title)
                .lead("How many people of each area may be so, by a model and a census table.")
                .madeOn(day)
                .section("Before you use these figures", s -> s.warning(CAUTION).bullets(notes()))
                .section("The areas", this::fill)
                .section(
                        "How they were made",
                        s -> s.paragraph(
                                "Each kind of people has a chance of being so, 1 / (1 + exp(-(the constant and the"
                                        + " coefficients of what they are))); an area's number is the sum over its people, its share that"
                                        + " number by them all (synthetic estimation from a logistic model)."))
                .footer("Made by Concordat. The whole table is estimate.csv.");
    }

    private void fill(Section section) {
        section.keyFigures(
                new KeyFigure(Numbers.COUNT.write((double) areas.size()), "areas"),
                new KeyFigure(Numbers.PERCENT.write(expected() / people()), "of all their people, by the model"));
        double[] shares = areas.values().stream()
                .flatMapToDouble(estimate -> estimate.value().stream())
                .sorted()
                .toArray();
        if (shares.length > 1 && shares[shares.length - 1] - shares[0] > LEAST_SPREAD) {
            section.picture(spread(shares));
        }
        NumberTable table = NumberTable.of("Estimates by area", "Area").numbers("People", "Expected", "Share", "Group");
        for (Map.Entry<String, Estimate> each :
                areas.entrySet().stream().limit(MOST_LISTED).toList()) {
            String area = each.getKey();
            Estimate estimate = each.getValue();
            table = table.row(
                    area,
                    Numbers.COUNT.write(estimate.denominator().orElse(0)),
                    Numbers.decimals(1).write(estimate.numerator().orElse(0)),
                    estimate.value().isPresent()
                            ? Numbers.PERCENT.write(estimate.value().getAsDouble())
                            : estimate.status().symbol(),
                    group(area).isPresent() ? Integer.toString(group(area).getAsInt()) : "");
        }
        for (String area : hidden.stream().limit(MOST_LISTED).toList()) {
            table = table.row(area, SmallCounts.MARK, SmallCounts.MARK, SmallCounts.MARK, SmallCounts.MARK);
        }
        NumberTable all = table;
        section.details("The areas, in the order of the table", inside -> inside.table(all));
        if (areas.size() > MOST_LISTED) {
            section.paragraph("Only the first " + MOST_LISTED + " areas are listed here; estimate.csv holds all.");
        }
    }

    private static Histogram spread(double[] shares) {
        Histogram chart = Histogram.of("How areas' shares spread")
                .across("estimated share", Numbers.PERCENT)
                .counts("areas")
                .saying(
                        "Estimates vary less than what they estimate: where all areas are alike here, they may still differ.");
        double least = shares[0];
        double width = (shares[shares.length - 1] - least) / BINS;
        double from = least;
        for (int bin = 1; bin <= BINS; bin++) {
            boolean last = bin == BINS;
            double begins = from;
            double ends = last ? shares[shares.length - 1] : least + bin * width;
            chart.bin(begins, ends, (double) Arrays.stream(shares)
                    .filter(share -> share >= begins && (last || share < ends))
                    .count());
            from = ends;
        }
        return chart;
    }
}
