package org.concordat.cli.report;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.cli.sources.Gathered;
import org.concordat.cli.sources.Gathered.Source;
import org.concordat.files.StandardisationReport.RuleCount;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedBy;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.ReadingReport.SetAsideRow;
import org.concordat.files.values.Rule;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.pages.Section;

/** What was read of each file, what its columns were taken for, and what was changed or not used. */
final class FilesSection {
    private static final int MOST_ROWS_LISTED = 20;

    private final Gathered gathered;

    FilesSection(Gathered gathered) {
        this.gathered = gathered;
    }

    void fill(Section s) {
        NumberTable table = NumberTable.of("What was read", "File")
                .words("Format")
                .numbers("Rows", "Rows set aside", "Values rewritten", "Values repaired", "Values not used");
        for (Source source : gathered.sources()) {
            table = table.row(
                    source.name(),
                    source.reading().format(),
                    Figures.count(source.reading().rows()),
                    Figures.count(source.reading().setAsideCount()),
                    Figures.count(source.standardising().total(Rule.Effect.CHANGED)),
                    Figures.count(source.standardising().total(Rule.Effect.REPAIRED)),
                    Figures.count(source.standardising().total(Rule.Effect.SET_ASIDE)));
        }
        s.table(table);
        s.paragraph(
                "Rewritten values say the same in another form. Values that cannot be right, or only say that nothing"
                        + " is known, are not used and count as missing.");
        for (Source source : gathered.sources()) {
            s.details(source.name() + ": columns, changes and rows set aside", inside -> source(inside, source));
        }
    }

    private static void source(Section s, Source source) {
        s.table(columns(source));
        String ignored = source.mapping().of(Meaning.UNRECOGNISED).stream()
                .map(RecognisedColumn::name)
                .collect(Collectors.joining(", "));
        s.summary("Columns that took no part", ignored.isEmpty() ? "none" : ignored);
        if (!source.standardising().counts().isEmpty()) {
            s.table(rules(source));
        }
        if (!source.reading().notes().isEmpty()) {
            s.bullets(source.reading().notes());
        }
        if (source.reading().setAsideCount() > 0) {
            s.table(setAside(source));
        }
    }

    private static NumberTable columns(Source source) {
        NumberTable table = NumberTable.of("What the columns of " + source.name() + " hold", "Column")
                .words("Holds", "Known by", "Remarks");
        for (RecognisedColumn column : source.mapping().columns()) {
            if (column.meaning() != Meaning.UNRECOGNISED) {
                table = table.row(
                        column.name(), column.meaning().words(), by(column.by()), String.join(" ", column.notes()));
            }
        }
        return table;
    }

    private static String by(RecognisedBy by) {
        return switch (by) {
            case NAME -> "its name";
            case CONTENT -> "its values";
            case HAND -> "what was said";
            case NOTHING -> "";
        };
    }

    private static NumberTable rules(Source source) {
        Map<Rule, Long> counts = new EnumMap<>(Rule.class);
        Map<Rule, Set<String>> columns = new EnumMap<>(Rule.class);
        for (RuleCount count : source.standardising().counts()) {
            counts.merge(count.rule(), count.count(), Long::sum);
            columns.computeIfAbsent(count.rule(), _ -> new LinkedHashSet<>()).add(count.column());
        }
        NumberTable table = NumberTable.of("What was changed or not used in " + source.name(), "What")
                .words("Columns", "Effect")
                .numbers("Values");
        List<Map.Entry<Rule, Long>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<Rule, Long>comparingByValue().reversed())
                .toList();
        for (Map.Entry<Rule, Long> entry : sorted) {
            Rule rule = entry.getKey();
            table = table.row(
                    rule.sentence(),
                    String.join(", ", columns.getOrDefault(rule, Set.of())),
                    rule.effect().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    Figures.count(entry.getValue()));
        }
        return table;
    }

    private static NumberTable setAside(Source source) {
        long more = source.reading().setAsideCount()
                - Math.min(MOST_ROWS_LISTED, source.reading().setAside().size());
        String caption = "Rows of " + source.name() + " that were set aside"
                + (more > 0 ? ", the first of " + Figures.count(source.reading().setAsideCount()) : "");
        NumberTable table = NumberTable.of(caption, "Row").words("Why");
        for (SetAsideRow row :
                source.reading().setAside().stream().limit(MOST_ROWS_LISTED).toList()) {
            table = table.row(Long.toString(row.rowNumber()), row.reason());
        }
        return table;
    }
}
