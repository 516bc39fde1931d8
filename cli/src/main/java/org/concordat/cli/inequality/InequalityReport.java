package org.concordat.cli.inequality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.Estimate;
import org.concordat.measures.inequality.SlopeIndex;
import org.concordat.pictures.Numbers;

/** All indices of a table, for files, people and machines. */
record InequalityReport(InequalityRequest request, List<InequalityResult> results) {
    static final String CAUTION =
            "The indices tell a gradient across groups of areas, nothing of a person: many deprived people live outside deprived"
                    + " areas. They do not say why, and a straight line need not fit: look at the groups before you quote them.";

    static final String SLOPE = "slope index of inequality";
    static final String RATIO = "relative index of inequality";

    /** What each group's figure is expressed for. */
    String unit() {
        return switch (request.from()) {
            case InequalityRequest.Counted counted ->
                counted.events()
                        ? "rate per " + Numbers.SHORT.write(request.multiplier())
                        : request.multiplier() == 100
                                ? "percentage"
                                : "number in " + Numbers.SHORT.write(request.multiplier());
            case InequalityRequest.Given given -> given.value();
        };
    }

    List<String> notes() {
        List<String> notes = new ArrayList<>();
        notes.add(request.direction());
        long hidden = results.stream().filter(InequalityResult::hidden).count();
        notes.add(request.counts().note());
        if (hidden > 0) {
            notes.add(hidden + " of " + results.size()
                    + " tables have a hidden group, and so no index, which would tell it. Hiding is not enough where totals or"
                    + " other tables tell the rest: put the groups through protect before they leave.");
        }
        for (InequalityResult result : results) {
            if (!result.hidden() && result.index().isEmpty()) {
                notes.add((result.title().isEmpty() ? "No index" : "No index of " + result.title()) + ": "
                        + result.why() + ".");
            }
        }
        if (request.from() instanceof InequalityRequest.Counted) {
            notes.add(
                    "Not adjusted for age. Where deprived areas are younger or older than others, make standardised figures of"
                            + " the groups with rates, and hand those in with --method given.");
        }
        return notes;
    }

    void writeTables(NewFolder folder) {
        FigureFile indices = bySeries(FigureFile.titled(
                        request.title() + ": inequality",
                        "Slope and relative index of inequality, computed by Concordat."))
                .text("index", "Index", "Which index.")
                .hideable("value", "Value", "The index; c where it is hidden, empty where there is none.", false)
                .hideable("lower", "Lower limit", "Where its interval begins.", false)
                .hideable("upper", "Upper limit", "Where it ends.", false)
                .count("groups", "Groups", "How many groups by deprivation it was made of.")
                .text("method", "Method", "How it was computed, or why it was not.")
                .text(
                        "status",
                        "Status",
                        "c: hidden; x: could not be computed; z: makes no sense here; empty: nothing to say.");
        List<String> key = new ArrayList<>(request.by());
        key.add("index");
        indices.key(key.toArray(String[]::new)).note(CAUTION);
        notes().forEach(indices::note);
        indices.writeInto(
                folder,
                "inequality.csv",
                rows -> results.forEach(result -> {
                    row(rows, result, SLOPE);
                    row(rows, result, RATIO);
                }));
        writeGroups(folder);
    }

    private void row(FigureFile.Rows rows, InequalityResult result, String which) {
        result.series().forEach(rows::text);
        rows.text(which);
        if (result.index().isEmpty()) {
            for (int i = 0; i < 3; i++) {
                if (result.hidden()) {
                    rows.hidden(1);
                } else {
                    rows.none();
                }
            }
            rows.count(result.groups().size())
                    .text("not given: " + result.why())
                    .text(result.hidden() ? "c" : "x")
                    .end();
            return;
        }
        Estimate estimate = estimate(result.index().get(), which);
        numbers(rows, estimate);
        rows.count(result.groups().size())
                .text(estimate.method())
                .text(estimate.status().symbol())
                .end();
    }

    private static Estimate estimate(SlopeIndex index, String which) {
        return which.equals(SLOPE) ? index.slope() : index.ratio();
    }

    private static void numbers(FigureFile.Rows rows, Estimate estimate) {
        rows.number(estimate.value());
        rows.number(estimate.interval().map(i -> OptionalDouble.of(i.lower())).orElse(OptionalDouble.empty()));
        rows.number(estimate.interval().map(i -> OptionalDouble.of(i.upper())).orElse(OptionalDouble.empty()));
    }

    private void writeGroups(NewFolder folder) {
        FigureFile groups = bySeries(FigureFile.titled(
                        request.title() + ": groups by deprivation", "The figures that the indices were made of."))
                .count("group", "Group", "1 the most deprived.")
                .count("areas", "Areas", "How many rows were put together.")
                .hideable("population", "Population", "What the group weighs.", false)
                .hideable(
                        "numerator", "Numerator", "The count above the line, where figures are made of counts.", false)
                .hideable("value", "Value", "The group's figure: " + unit() + ".", false)
                .hideable("lower", "Lower limit", "Where its 95 % interval begins.", false)
                .hideable("upper", "Upper limit", "Where it ends.", false)
                .text("status", "Status", "c: hidden, rests on few people; empty: nothing to say.");
        List<String> key = new ArrayList<>(request.by());
        key.add("group");
        groups.key(key.toArray(String[]::new))
                .note(CAUTION)
                .note(request.counts().note());
        groups.writeInto(
                folder,
                "groups.csv",
                rows -> results.forEach(result -> {
                    for (DeprivationGroup group : result.groups()) {
                        result.series().forEach(rows::text);
                        rows.count(group.number()).count(group.areas());
                        if (group.isHidden()) {
                            rows.hidden(5);
                        } else {
                            rows.number(group.population())
                                    .number(group.estimate().numerator());
                            numbers(rows, group.estimate());
                        }
                        rows.text(group.estimate().status().symbol()).end();
                    }
                }));
    }

    private FigureFile bySeries(FigureFile file) {
        request.by().forEach(column -> file.text(column, column, "By " + column + "."));
        return file;
    }

    List<String> lines(String folder) {
        List<String> lines = new ArrayList<>();
        for (InequalityResult result : results) {
            String of = result.title().isEmpty() ? "" : " of " + result.title();
            lines.add(result.index()
                    .map(index -> "Slope index" + of + ": " + words(index.slope()) + "; relative index: "
                            + words(index.ratio()) + ".")
                    .orElse("No index" + of + ": " + result.why() + "."));
        }
        notes().forEach(note -> lines.add("- " + note));
        lines.add("- " + CAUTION);
        lines.add("The indices are inequality.csv, the groups groups.csv and the page " + InequalityPage.NAME + " in "
                + folder + ".");
        return lines;
    }

    /** An estimate with its interval, as people write it; says so where there is none. */
    static String words(Estimate estimate) {
        if (estimate.value().isEmpty() || estimate.interval().isEmpty()) {
            return "none, since a figure lies too near 0";
        }
        double size = Math.abs(estimate.value().getAsDouble());
        Numbers style = Numbers.decimals(size < 1 ? 3 : size < 10 ? 2 : 1);
        return style.write(estimate.value().getAsDouble()) + " ("
                + style.write(estimate.interval().get().lower()) + " to "
                + style.write(estimate.interval().get().upper()) + ")";
    }

    Map<String, Object> summary(String folder) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("folder", folder);
        List<Object> all = new ArrayList<>();
        for (InequalityResult result : results) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("of", result.series());
            one.put("groups", result.groups().size());
            one.put("hidden", result.hidden());
            result.index().ifPresent(index -> {
                put(one, "slope", index.slope());
                put(one, "ratio", index.ratio());
            });
            if (result.index().isEmpty()) {
                one.put("why", result.why());
            }
            all.add(one);
        }
        summary.put("indices", all);
        summary.put("notes", notes());
        summary.put("caution", CAUTION);
        return summary;
    }

    private static void put(Map<String, Object> one, String name, Estimate estimate) {
        estimate.value().ifPresent(value -> one.put(name, value));
        estimate.interval().ifPresent(interval -> {
            one.put(name + "_lower", interval.lower());
            one.put(name + "_upper", interval.upper());
        });
    }
}
