package org.concordat.cli.profile;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.concordat.files.QualityProfile.ColumnQuality;
import org.concordat.files.StandardisationReport.RuleCount;
import org.concordat.files.columns.Meaning;
import org.concordat.files.tables.ReadingReport.SetAsideRow;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** Files' profiles as one page with pictures. */
final class ProfilePage {
    private static final int MOST_ROWS_LISTED = 50;

    private ProfilePage() {}

    static ReportPage of(List<FileProfile> files, LocalDate day) {
        ReportPage page = ReportPage.titled(
                        files.size() == 1
                                ? "How good " + files.getFirst().name() + " is"
                                : "How good " + files.size() + " files are")
                .lead("What each column holds, how full it is, and how much of it can be used to tell people apart.")
                .madeOn(day)
                .footer("This page holds shares, shapes and names of columns, and no value of any file.");
        files.forEach(file -> page.section(file.name(), s -> fill(s, file)));
        return page;
    }

    private static void fill(Section s, FileProfile file) {
        List<ColumnQuality> columns = file.quality().columns();
        long used = columns.stream()
                .filter(column -> column.column().meaning() != Meaning.UNRECOGNISED)
                .count();
        s.keyFigures(
                new KeyFigure(count(file.reading().rows()), "rows"),
                new KeyFigure(count(file.reading().setAsideCount()), "rows that cannot be read"),
                new KeyFigure(used + " of " + columns.size(), "columns recognised"));
        s.summary("Read as", file.reading().format());
        if (!file.reading().notes().isEmpty()) {
            s.bullets(file.reading().notes());
        }
        s.picture(filled(file));
        s.table(shapes(file));
        s.details("Why each column was taken for what it is", inside -> inside.table(reasons(file)));
        if (!file.standardising().counts().isEmpty()) {
            s.details("What linking would change or leave out", inside -> inside.table(rules(file)));
        }
        if (file.reading().setAsideCount() > 0) {
            s.details("Rows that cannot be read", inside -> inside.table(setAside(file)));
        }
    }

    private static BarChart filled(FileProfile file) {
        BarChart chart = BarChart.of("How full each column of " + file.name() + " is")
                .rowsAre("Column")
                .amounts("share of rows", Numbers.PERCENT)
                .series("with a usable value", "with a value that cannot be right")
                .stacked()
                .upTo(1)
                .saying("What is missing from a whole bar is empty.");
        for (ColumnQuality column : file.quality().columns()) {
            double usable = column.filled() * column.valid();
            chart.group(column.column().name(), usable, column.filled() - usable);
        }
        return chart;
    }

    private static NumberTable shapes(FileProfile file) {
        NumberTable table = NumberTable.of("What the columns of " + file.name() + " hold", "Column")
                .words("Holds", "Most common shapes")
                .numbers("Different values");
        for (ColumnQuality column : file.quality().columns()) {
            table = table.row(
                    column.column().name(),
                    column.column().meaning().words(),
                    ProfileText.shapes(column),
                    (column.isDistinctEstimated() ? "about " : "") + count(column.distinct()));
        }
        return table;
    }

    private static NumberTable reasons(FileProfile file) {
        NumberTable table =
                NumberTable.of("Why, in " + file.name(), "Column").words("Why", "To know before relying on it");
        for (ColumnQuality column : file.quality().columns()) {
            table = table.row(
                    column.column().name(),
                    column.column().reason(),
                    String.join(" ", column.column().notes()));
        }
        return table;
    }

    private static NumberTable rules(FileProfile file) {
        NumberTable table = NumberTable.of("What would be changed in " + file.name(), "Column")
                .words("What", "Effect")
                .numbers("Values");
        for (RuleCount count : file.standardising().counts()) {
            table = table.row(
                    count.column(),
                    count.rule().sentence(),
                    count.rule().effect().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    count(count.count()));
        }
        return table;
    }

    private static NumberTable setAside(FileProfile file) {
        NumberTable table =
                NumberTable.of("The first broken rows of " + file.name(), "Row").words("Why");
        for (SetAsideRow row : file.firstSetAside(MOST_ROWS_LISTED)) {
            table = table.row(Long.toString(row.rowNumber()), row.reason());
        }
        return table;
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
