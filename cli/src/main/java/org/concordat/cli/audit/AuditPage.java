package org.concordat.cli.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.concordat.cli.figures.FigureFile;
import org.concordat.cli.results.NewFolder;
import org.concordat.disclosure.attack.Bounds;
import org.concordat.disclosure.audit.TableAudit.HiddenCell;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** An audit as a table of intervals and as one page with a picture. */
final class AuditPage {
    private static final int MOST_ROWS = 1_000;
    private static final long WIDEST_BAR = 30;

    private AuditPage() {}

    /** Writes {@code intervals.csv} with its metadata. */
    static void intervals(AuditOutcome outcome, NewFolder folder) {
        FigureFile.titled(
                        "What can be worked out about hidden cells",
                        "For every hidden cell the least and the greatest count that the released figures allow.")
                .text("cell", "Cell", "the codes of the hidden cell")
                .count("least", "At least", "the least count that it can be")
                .count("most", "At most", "the greatest count that it can be; empty where there is none")
                .text("status", "Status", "exact: worked out; narrow: less wide than wanted; wide: neither")
                .text("because", "By which sums", "the sums that bound a cell that is known too well")
                .key("cell")
                .note("This table narrows down figures that were hidden. It is not for release.")
                .writeInto(folder, "intervals.csv", rows -> {
                    for (HiddenCell cell : outcome.audited().cells()) {
                        rows.text(cell.name()).count(cell.inferred().least());
                        if (cell.inferred().most() < Bounds.NO_LIMIT) {
                            rows.count(cell.inferred().most());
                        } else {
                            rows.none();
                        }
                        rows.text(status(outcome, cell))
                                .text(String.join("; ", cell.because()))
                                .end();
                    }
                });
    }

    private static String status(AuditOutcome outcome, HiddenCell cell) {
        if (cell.inferred().exactlyKnown()) {
            return "exact";
        }
        return cell.inferred().atLeastWide(outcome.request().width()) ? "wide" : "narrow";
    }

    static ReportPage of(AuditOutcome outcome, LocalDate day) {
        List<HiddenCell> leaks = outcome.leaks();
        return ReportPage.titled("What can be worked out from the released tables")
                .lead(
                        leaks.isEmpty()
                                ? "Nothing that was hidden can be worked out more closely than was wanted."
                                : "Some of what was hidden can be worked out too closely.")
                .madeOn(day)
                .section("In short", s -> inShort(s, outcome))
                .section("Cells that are known too well", s -> leaks(s, outcome))
                .section("Every hidden cell", s -> all(s, outcome))
                .section("How this was worked out", s -> method(s, outcome))
                .footer("This page narrows down figures that were hidden. It is for whoever made the tables, not for"
                        + " release.");
    }

    private static void inShort(Section s, AuditOutcome outcome) {
        s.keyFigures(
                new KeyFigure(count(outcome.audited().cells().size()), "hidden cells"),
                new KeyFigure(count(outcome.exactlyKnown()), "can be worked out exactly"),
                new KeyFigure(
                        count(outcome.leaks().size()),
                        "known within less than " + count(outcome.request().width())));
        Histogram picture = Histogram.of("How uncertain the hidden cells are")
                .across("width of the interval", Numbers.COUNT)
                .counts("hidden cells")
                .saying(
                        "From the least to the greatest count that a hidden cell can be; 0 is exactly known. Wider than "
                                + WIDEST_BAR + " is shown as " + WIDEST_BAR + ".");
        Map<Long, Integer> widths = new TreeMap<>();
        for (HiddenCell cell : outcome.audited().cells()) {
            widths.merge(Math.min(WIDEST_BAR, cell.inferred().width()), 1, Integer::sum);
        }
        if (!widths.isEmpty()) {
            long last = widths.keySet().stream().reduce(0L, Math::max);
            for (long width = 0; width <= last; width++) {
                picture = picture.value(width, widths.getOrDefault(width, 0));
            }
            s.picture(picture);
        }
    }

    private static void leaks(Section s, AuditOutcome outcome) {
        if (outcome.leaks().isEmpty()) {
            s.paragraph("None.");
            return;
        }
        s.warning("Hide more cells, round, or leave a total out, before these tables are released.");
        NumberTable table = NumberTable.of("What is known too well, and by which sums", "Cell")
                .numbers("At least", "At most")
                .words("By which sums");
        for (HiddenCell cell : outcome.leaks().stream().limit(MOST_ROWS).toList()) {
            table = table.row(
                    cell.name(),
                    count(cell.inferred().least()),
                    AuditOutcome.most(cell.inferred()),
                    String.join("; ", cell.because()));
        }
        s.table(table);
    }

    private static void all(Section s, AuditOutcome outcome) {
        List<HiddenCell> cells = outcome.audited().cells();
        if (cells.isEmpty()) {
            s.paragraph("The tables hide nothing. What small counts they show is not for this page to say.");
            return;
        }
        if (cells.size() > MOST_ROWS) {
            s.paragraph(
                    "The first " + count(MOST_ROWS) + " of " + count(cells.size()) + "; intervals.csv has them all.");
        }
        s.details("Show the intervals", inside -> {
            NumberTable table = NumberTable.of("Between which counts each hidden cell lies", "Cell")
                    .numbers("At least", "At most");
            for (HiddenCell cell : cells.stream().limit(MOST_ROWS).toList()) {
                table = table.row(cell.name(), count(cell.inferred().least()), AuditOutcome.most(cell.inferred()));
            }
            inside.table(table);
        });
    }

    private static void method(Section s, AuditOutcome outcome) {
        s.paragraph(
                "Every total equals its parts, and no count is below 0. For each hidden cell the least and the greatest"
                        + " count are found that any figures allow which agree with everything released. Both ends are reached by"
                        + " whole figures, so no attacker who knows only these tables can say more.");
        long unsettled = outcome.audited().cells().stream()
                .filter(cell -> !cell.inferred().settled())
                .count();
        if (unsettled > 0) {
            s.paragraph(
                    "For " + count(unsettled) + " cells the search was cut short: they were held against the width that"
                            + " could be shown, and may be wider.");
        }
        s.paragraph("An attacker who knows more, such as one's own household, is not looked at here.");
    }

    private static String count(long number) {
        return Numbers.COUNT.write((double) number);
    }
}
