package org.concordat.cli.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.concordat.files.QualityProfile.ColumnQuality;
import org.concordat.files.StandardisationReport.RuleCount;
import org.concordat.files.columns.Meaning;
import org.concordat.files.columns.RecognisedColumn;
import org.concordat.files.tables.ReadingReport.SetAsideRow;

/** A file's profile as lines for people and as fields for machines. */
final class ProfileText {
    private static final int MOST_SHAPES = 3;
    private static final int MOST_ROWS_LISTED = 10;

    private ProfileText() {}

    static List<String> lines(FileProfile file) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%s (%s): %,d rows, %,d set aside",
                file.name(),
                file.reading().format(),
                file.reading().rows(),
                file.reading().setAsideCount()));
        file.firstSetAside(MOST_ROWS_LISTED)
                .forEach(row -> lines.add("  row " + row.rowNumber() + ": " + row.reason()));
        file.reading().notes().forEach(note -> lines.add("  " + note));
        lines.add(String.format(
                Locale.ROOT,
                "  %-22s %-20s %7s %7s %10s  %s",
                "column",
                "holds",
                "filled",
                "valid",
                "different",
                "shapes"));
        for (ColumnQuality column : file.quality().columns()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-22s %-20s %7s %7s %10s  %s",
                    column.column().name(),
                    column.column().meaning().words(),
                    percent(column.filled()),
                    column.column().meaning() == Meaning.UNRECOGNISED ? "" : percent(column.valid()),
                    (column.isDistinctEstimated() ? "~" : "") + String.format(Locale.ROOT, "%,d", column.distinct()),
                    shapes(column)));
        }
        lines.add("  Why:");
        for (ColumnQuality quality : file.quality().columns()) {
            RecognisedColumn column = quality.column();
            lines.add(String.format(
                    Locale.ROOT, "  %-22s %s", column.name(), String.join(" ", with(column.reason(), column.notes()))));
        }
        if (!file.standardising().counts().isEmpty()) {
            lines.add("  What linking would change or leave out:");
        }
        for (RuleCount count : file.standardising().counts()) {
            lines.add(String.format(
                    Locale.ROOT,
                    "  %,10d  %-20s %s",
                    count.count(),
                    count.column(),
                    count.rule().sentence()));
        }
        return lines;
    }

    private static List<String> with(String first, List<String> more) {
        List<String> all = new ArrayList<>(List.of(first));
        all.addAll(more);
        return all;
    }

    static String shapes(ColumnQuality column) {
        return column.shapes().stream()
                .limit(MOST_SHAPES)
                .map(shape -> shape.pattern() + " " + percent(shape.share()))
                .collect(Collectors.joining(", "));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    static Map<String, Object> fields(FileProfile file) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("source", file.name());
        fields.put("format", file.reading().format());
        fields.put("rows", file.reading().rows());
        fields.put("rows_set_aside", file.reading().setAsideCount());
        List<Object> rows = new ArrayList<>();
        for (SetAsideRow row : file.reading().setAside()) {
            rows.add(Map.of("row", row.rowNumber(), "reason", row.reason()));
        }
        fields.put("first_rows_set_aside", rows);
        fields.put("notes", file.reading().notes());
        fields.put(
                "columns",
                file.quality().columns().stream().map(ProfileText::column).toList());
        List<Object> rules = new ArrayList<>();
        for (RuleCount count : file.standardising().counts()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("column", count.column());
            one.put("rule", count.rule().code());
            one.put("effect", count.rule().effect().name().toLowerCase(Locale.ROOT));
            one.put("values", count.count());
            rules.add(one);
        }
        fields.put("rules", rules);
        return fields;
    }

    private static Map<String, Object> column(ColumnQuality quality) {
        RecognisedColumn column = quality.column();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", column.name());
        fields.put("holds", column.meaning().name().toLowerCase(Locale.ROOT));
        fields.put("recognised_by", column.by().name().toLowerCase(Locale.ROOT));
        fields.put("confidence", column.confidence());
        fields.put("reason", column.reason());
        fields.put("notes", column.notes());
        fields.put("filled", quality.filled());
        fields.put("valid", quality.valid());
        fields.put("distinct", quality.distinct());
        fields.put("distinct_is_estimate", quality.isDistinctEstimated());
        List<Object> shapes = new ArrayList<>();
        quality.shapes().forEach(shape -> shapes.add(Map.of("pattern", shape.pattern(), "share", shape.share())));
        fields.put("shapes", shapes);
        return fields;
    }
}
