package org.concordat.pictures.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.concordat.pictures.markup.Element;

/**
 * A report on one page: a title, what matters most, then sections. It is filled with fluent calls by one thread and
 * written as HTML that needs nothing but itself.
 *
 * <pre>{@code
 * ReportPage.titled("Who is who")
 *         .lead("Two files name 1,204 of the same people.")
 *         .section("Links", s -> s.paragraph("…").picture(chart))
 *         .html()
 * }</pre>
 */
public final class ReportPage {
    /** A section and its heading. */
    record Part(String heading, Section section) {}

    private final String title;
    private String lead = "";
    private String maker = "Concordat";
    private Optional<LocalDate> date = Optional.empty();
    private String footer = "";
    private boolean saysDate = true;
    private boolean numbered;
    private String onEveryPage = "";
    private final List<Part> parts = new ArrayList<>();

    private ReportPage(String title) {
        this.title = title;
    }

    /** An empty report; its title is also the window's, the PDF's and the first heading. */
    public static ReportPage titled(String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException("Report: a title that says what it reports, given none.");
        }
        return new ReportPage(title);
    }

    /** What matters most, in a sentence or two under the title. */
    public ReportPage lead(String words) {
        lead = words;
        return this;
    }

    /** Who made the report, in the bar at the top; "Concordat" unless said. */
    public ReportPage madeBy(String name) {
        maker = name;
        return this;
    }

    /** The day the report is of. Without it no date is shown: this library reads no clock. */
    public ReportPage madeOn(LocalDate day) {
        date = Optional.of(day);
        return this;
    }

    /** The day of what the page sets out, such as a text's version: a PDF carries it, and nothing is shown. */
    public ReportPage ofDay(LocalDate day) {
        date = Optional.of(day);
        saysDate = false;
        return this;
    }

    /**
     * Numbers every section and subsection as lawyers do, so that "clause 4.2" can be cited. The numbers are words of the
     * headings, and a clause's address on the page is {@code #clause-4-2}.
     */
    public ReportPage numberingClauses() {
        numbered = true;
        return this;
    }

    /** Words at the foot of every printed page, such as a reference; lines are parted by line breaks. */
    public ReportPage onEveryPage(String words) {
        onEveryPage = words;
        return this;
    }

    /** A closing line, such as the version and settings that made the report. */
    public ReportPage footer(String words) {
        footer = words;
        return this;
    }

    /** A section under a heading of its own. */
    public ReportPage section(String heading, Consumer<Section> filling) {
        var section = new Section(2);
        filling.accept(section);
        parts.add(new Part(heading, section));
        return this;
    }

    /** The whole page as HTML, which is also well-formed XML. */
    public String html() {
        return new PageWriter(this, Medium.SCREEN).html();
    }

    /** Writes {@link #html} as UTF-8 and leaves the stream open. */
    public void write(OutputStream out) throws IOException {
        out.write(html().getBytes(StandardCharsets.UTF_8));
    }

    /** The page as a tree laid out for paper, as {@code PdfReport} needs it: unfolded, with bookmarks. */
    public Element forPaper() {
        return new PageWriter(this, Medium.PAPER).page();
    }

    public String title() {
        return title;
    }

    public Optional<LocalDate> date() {
        return date;
    }

    public String lead() {
        return lead;
    }

    String maker() {
        return maker;
    }

    String footer() {
        return footer;
    }

    /** The day to show; none where the page is only of that day. */
    Optional<LocalDate> dateShown() {
        return saysDate ? date : Optional.empty();
    }

    boolean isNumbered() {
        return numbered;
    }

    String onEveryPage() {
        return onEveryPage;
    }

    List<Part> parts() {
        return List.copyOf(parts);
    }
}
