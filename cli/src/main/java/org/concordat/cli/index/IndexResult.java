package org.concordat.cli.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.measures.indices.CompositeIndex;
import org.concordat.measures.indices.VulnerableLocalities;
import org.concordat.measures.indices.Working;

/**
 * An index that was made, for the table, the page and machines.
 *
 * @param file the name of the table it was made of
 * @param shown codes of areas whose working is to be shown, besides the highest
 * @param hidden codes of areas with small counts, which take no part in the index
 * @param how what was done besides the method, in sentences
 */
record IndexResult(
        String file,
        IndexMethod method,
        CompositeIndex index,
        List<String> shown,
        List<String> hidden,
        List<String> how) {
    static final String CAUTION =
            "An index says where, on average, more of what was counted is found. It says nothing of any"
                    + " person there: most people in a deprived area are not deprived in every way, and many deprived people live"
                    + " elsewhere. Rankings that brand places can harm those who live in them.";

    private static final int GROUPS = 10;

    int groups() {
        return Math.min(GROUPS, size());
    }

    int size() {
        return index.areas().size();
    }

    /** Places of the areas from the highest score down; equal scores by code. */
    List<Integer> byRank() {
        return IntStream.range(0, size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                                (Integer area) -> index.ranking().rank(area))
                        .thenComparing(area -> index.areas().get(area)))
                .toList();
    }

    /** The workings to show: those asked for, or that of the highest area. */
    List<Working> workings() {
        return shown.isEmpty()
                ? List.of(index.working(byRank().getFirst()))
                : shown.stream().distinct().map(index::working).toList();
    }

    void writeTable(NewFolder folder) {
        List<Working.Step> steps = index.working(0).steps();
        FigureFile table = FigureFile.titled(method.words() + " of " + file, index.method() + ". Higher is worse.")
                .text("area_code", "Area code", "Code of the area")
                .hideable("score", "Score", "The index; " + index.method(), false)
                .hideable("rank", "Rank", "1 the highest score; equal scores share the first of their ranks", true)
                .hideable(
                        "group",
                        "Group",
                        "Of " + groups() + " groups of about equal size, 1 that of the highest scores",
                        true);
        for (int i = 0; i < steps.size(); i++) {
            table.hideable(
                    "adds_" + (i + 1),
                    "What " + steps.get(i).indicator() + " adds",
                    "The transformed figure of " + steps.get(i).indicator()
                            + " times its weight; these add up to the score",
                    false);
        }
        notes().forEach(table::note);
        table.key("area_code").note(CAUTION).writeInto(folder, "index.csv", rows -> {
            for (int area = 0; area < size(); area++) {
                Working working = index.working(area);
                rows.text(working.area())
                        .number(working.score())
                        .count((long) working.rank())
                        .count(index.ranking().group(area, groups()));
                working.steps().forEach(step -> rows.number(step.contribution()));
                rows.end();
            }
            for (String area : hidden) {
                rows.text(area);
                for (int cell = 0; cell < 3 + steps.size(); cell++) {
                    rows.hidden(1);
                }
                rows.end();
            }
        });
    }

    /** What whoever uses the index must know besides the caution. */
    List<String> notes() {
        var notes = new ArrayList<>(how);
        if (!hidden.isEmpty()) {
            notes.add(hidden.size() + (hidden.size() == 1 ? " area has" : " areas have")
                    + " a small count, from which the index would tell it. They are marked c and take no part: means, ranks and"
                    + " weights are those of the others, so that the index of the others is not that of all areas.");
        }
        if (method == IndexMethod.VLI) {
            long over = IntStream.range(0, size())
                    .filter(area -> index.score(area) > VulnerableLocalities.PRIORITY)
                    .count();
            notes.add(over + " of " + size() + " areas are over 200, where the index's author looks closer.");
        }
        return notes;
    }

    String ties() {
        return index.ranking().tied() == 0
                ? "No two areas have the same score."
                : index.ranking().tied()
                        + " areas share their score with another; they share the first of their ranks.";
    }

    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(String.format(Locale.ROOT, "%s of %,d areas. %s", method.words(), size(), ties()));
        lines.addAll(notes());
        for (Working working : workings()) {
            lines.add("Working of " + working.area() + ":");
            working.lines().forEach(line -> lines.add("  " + line));
        }
        lines.add(CAUTION);
        return lines;
    }

    Map<String, Object> summary() {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("method", index.method());
        summary.put("areas", size());
        summary.put("areas_tied", index.ranking().tied());
        summary.put("areas_hidden", hidden);
        summary.put("notes", notes());
        List<Object> workings = new ArrayList<>();
        for (Working working : workings()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("area", working.area());
            one.put("score", working.score());
            one.put("rank", working.rank());
            one.put("steps", working.lines());
            workings.add(one);
        }
        summary.put("workings", workings);
        summary.put("caution", CAUTION);
        return summary;
    }
}
