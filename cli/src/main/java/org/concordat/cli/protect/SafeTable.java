package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.protect.LinkedChoices.Part;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Inference;
import org.concordat.disclosure.primary.Finding;
import org.concordat.disclosure.suppression.Reason;
import org.concordat.disclosure.suppression.Suppression;
import org.concordat.disclosure.tables.Table;

/** Writes the table that may be published, and what whoever holds the figures keeps: reasons and the auditor's intervals. */
final class SafeTable {
    static final String HIDDEN = TableFile.HIDDEN;

    private final Suppression suppression;
    private final Publication publication;
    private final Table table;
    private final int[] hidden;
    private final List<Inference> inferences;
    private final List<Reason> reasons;

    SafeTable(Suppression suppression, Publication publication) {
        this.suppression = suppression;
        this.publication = publication;
        table = suppression.table();
        hidden = IntStream.range(0, table.cellCount())
                .filter(cell ->
                        suppression.isHidden(cell) && publication.cells().contains(cell))
                .toArray();
        inferences = suppression.inferences(hidden);
        reasons = suppression.reasons(hidden);
    }

    int[] hidden() {
        return hidden.clone();
    }

    /** What an attacker can infer about each hidden cell. */
    Intervals intervals() {
        return new Intervals(table, hidden, inferences, suppression::isPrimary);
    }

    /** The narrowest that an unsafe cell is left open; empty where nothing is unsafe. */
    OptionalLong narrowest() {
        return intervals().narrowest();
    }

    /** What readers see of a cell. */
    String shown(int cell) {
        return suppression.isHidden(cell) || publication.alreadyOut().contains(cell)
                ? HIDDEN
                : table.figure(cell).toPlainString();
    }

    void write(NewFolder folder, String title) {
        for (Part part : publication.parts()) {
            new TableFile(table, part.file(), part.columns())
                    .write(
                            folder,
                            FigureFile.titled(
                                    title,
                                    "Figures with some cells hidden, so that nothing about a person or firm can be worked out."),
                            "The figure; " + HIDDEN + " where it is hidden to protect people.",
                            cell -> publication.holds(part, table, cell),
                            this::shown,
                            List.of(
                                    "Hidden cells are not zero and not missing. Differences between areas can rest on small"
                                            + " numbers."));
        }
        writeReasons(folder);
        intervals()
                .write(folder, "For each hidden cell the least and the greatest figure that fit everything published.");
    }

    private void writeReasons(NewFolder folder) {
        TableFile file = new TableFile(table);
        TableFile.described(
                        FigureFile.titled(
                                "Why each cell is hidden",
                                "Not for publication: tells which cells are unsafe, and by how much."),
                        file.keptNames())
                .text("kind", "Kind", "unsafe: by itself; beside: to protect others; asked: because that was asked.")
                .text("why", "Why", "The rule that found it, or the sum that would give an unsafe cell away.")
                .text("working", "Working", "The figures that the rule looked at.")
                .key(file.keptNames())
                .note("Keep this file: whoever has it can work hidden figures out.")
                .writeInto(folder, "keep/reasons.csv", rows -> {
                    for (int i = 0; i < hidden.length; i++) {
                        table.codes(hidden[i]).forEach(rows::text);
                        Reason reason = reasons.get(i);
                        rows.text(kind(i))
                                .text(why(i, Integer.MAX_VALUE))
                                .text(working(reason))
                                .end();
                    }
                });
    }

    String figure(long value) {
        return new TableFile(table).figure(value);
    }

    /** Unsafe by itself, hidden beside others, or because that was asked. */
    String kind(int index) {
        return publication.against().containsKey(hidden[index]) ? "beside" : kind(reasons.get(index));
    }

    private static String kind(Reason reason) {
        return switch (reason) {
            case Reason.Unsafe unsafe -> "unsafe";
            case Reason.WouldGiveAway would -> "beside";
            case Reason.WouldTellInsider would -> "beside";
            case Reason.WouldNarrow would -> "beside";
            case Reason.AskedFor asked -> "asked";
        };
    }

    /** Why a hidden cell is so, without any figure; a sum names at most {@code most} cells. */
    String why(int index, int most) {
        String whose = publication.against().get(hidden[index]);
        return whose == null ? why(reasons.get(index), most) : "would give away, with what else is out: " + whose;
    }

    private String why(Reason reason, int most) {
        return switch (reason) {
            case Reason.Unsafe unsafe ->
                String.join(
                        "; ",
                        unsafe.findings().stream()
                                .map(finding -> finding.rule().words())
                                .distinct()
                                .toList());
            case Reason.WouldGiveAway would -> "would give away: " + suppression.words(would.giveaway(), most);
            case Reason.WouldTellInsider would ->
                "would tell whoever is alone in "
                        + String.join(
                                " and ",
                                would.known().stream()
                                        .map(cell -> "[" + table.name(cell) + "]")
                                        .toList())
                        + ": " + suppression.words(would.giveaway(), most);
            case Reason.WouldNarrow would ->
                "would leave fewer figures possible for [" + table.name(would.cell()) + "] than asked";
            case Reason.AskedFor asked -> "asked for";
        };
    }

    private static String working(Reason reason) {
        return reason instanceof Reason.Unsafe unsafe
                ? String.join(
                        "; ", unsafe.findings().stream().map(Finding::working).toList())
                : "";
    }

    /** How many of the published cells are unsafe by themselves. */
    int unsafe() {
        return (int) IntStream.of(hidden).filter(suppression::isPrimary).count();
    }

    /** How many are hidden beside those. */
    int beside() {
        return hidden.length - unsafe();
    }

    Publication publication() {
        return publication;
    }

    Suppression suppression() {
        return suppression;
    }

    /** What was done, for machines. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "protected");
        fields.put("cells", publication.cells().size());
        fields.put("primary", unsafe());
        fields.put("secondary", beside());
        fields.put(
                "secondary_value",
                BigDecimal.valueOf(
                        IntStream.of(hidden)
                                .filter(cell -> !suppression.isPrimary(cell))
                                .mapToLong(table::value)
                                .sum(),
                        table.decimals()));
        if (publication.isLinked()) {
            fields.put("earlier", publication.earlier());
            fields.put("already_out", publication.alreadyOut().size());
            fields.put("hidden_for_unnamed", publication.against().size());
        }
        fields.put("optimal", suppression.isOptimal());
        narrowest().ifPresent(width -> fields.put("narrowest_interval", new BigDecimal(figure(width))));
        return fields;
    }
}
