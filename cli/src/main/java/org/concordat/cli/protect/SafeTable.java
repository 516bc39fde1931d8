package org.concordat.cli.protect;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.concordat.cli.figures.FigureFile;
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
    private final Table table;
    private final int[] hidden;
    private final List<Inference> inferences;
    private final List<Reason> reasons;

    SafeTable(Suppression suppression) {
        this.suppression = suppression;
        table = suppression.table();
        hidden = IntStream.range(0, table.cellCount())
                .filter(cell -> suppression.isHidden(cell) && table.isReleased(cell))
                .toArray();
        inferences = suppression.inferences(hidden);
        reasons = suppression.reasons(hidden);
    }

    int[] hidden() {
        return hidden.clone();
    }

    Reason reason(int index) {
        return reasons.get(index);
    }

    /** What an attacker can infer about each hidden cell. */
    Intervals intervals() {
        return new Intervals(table, hidden, inferences, suppression::isPrimary);
    }

    /** The narrowest that an unsafe cell is left open; empty where nothing is unsafe. */
    OptionalLong narrowest() {
        return intervals().narrowest();
    }

    void write(NewFolder folder, String title) {
        new TableFile(table)
                .write(
                        folder,
                        FigureFile.titled(
                                title,
                                "Figures with some cells hidden, so that nothing about a person or firm can be worked out."),
                        "The figure; " + HIDDEN + " where it is hidden to protect people.",
                        table::isReleased,
                        cell -> suppression.isHidden(cell)
                                ? HIDDEN
                                : table.figure(cell).toPlainString(),
                        List.of(
                                "Hidden cells are not zero and not missing. Differences between areas can rest on small numbers."));
        writeReasons(folder);
        intervals()
                .write(folder, "For each hidden cell the least and the greatest figure that fit everything published.");
    }

    private void writeReasons(NewFolder folder) {
        TableFile file = new TableFile(table);
        file.described(FigureFile.titled(
                        "Why each cell is hidden",
                        "Not for publication: tells which cells are unsafe, and by how much."))
                .text("kind", "Kind", "unsafe: by itself; beside: to protect others; asked: because that was asked.")
                .text("why", "Why", "The rule that found it, or the sum that would give an unsafe cell away.")
                .text("working", "Working", "The figures that the rule looked at.")
                .key(file.names())
                .note("Keep this file: whoever has it can work hidden figures out.")
                .writeInto(folder, "keep/reasons.csv", rows -> {
                    for (int i = 0; i < hidden.length; i++) {
                        table.codes(hidden[i]).forEach(rows::text);
                        Reason reason = reasons.get(i);
                        rows.text(kind(reason))
                                .text(why(reason, Integer.MAX_VALUE))
                                .text(working(reason))
                                .end();
                    }
                });
    }

    String figure(long value) {
        return new TableFile(table).figure(value);
    }

    static String kind(Reason reason) {
        return switch (reason) {
            case Reason.Unsafe unsafe -> "unsafe";
            case Reason.WouldGiveAway would -> "beside";
            case Reason.WouldTellInsider would -> "beside";
            case Reason.WouldNarrow would -> "beside";
            case Reason.AskedFor asked -> "asked";
        };
    }

    /** Why a cell is hidden, without any figure; a sum names at most {@code most} cells. */
    String why(Reason reason, int most) {
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

    /** What was done, for machines. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", "protected");
        fields.put("cells", suppression.table().cellCount());
        fields.put("primary", suppression.primary().length);
        fields.put("secondary", suppression.secondary().length);
        fields.put(
                "secondary_value",
                BigDecimal.valueOf(
                        suppression.secondaryValue(), suppression.table().decimals()));
        fields.put("optimal", suppression.isOptimal());
        narrowest().ifPresent(width -> fields.put("narrowest_interval", new BigDecimal(figure(width))));
        return fields;
    }
}
