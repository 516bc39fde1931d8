package org.concordat.pictures.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import org.concordat.pictures.Drawn;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.SampleReport;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.markup.Markup;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class ReportPageTest {
    private static final String HOSTILE = "<script>alert('x')</script> & \"O'Neill\"";

    private static ReportPage report() {
        return ReportPage.titled("Who is who")
                .lead("Two files name the same people.")
                .madeOn(LocalDate.of(2026, 3, 31))
                .section(
                        "Found",
                        s -> s.keyFigures(new KeyFigure("1,204", "people in both files"))
                                .picture(BarChart.of("Records by agency")
                                        .amounts("records", Numbers.COUNT)
                                        .bar("Housing", 5)
                                        .bar("Police", 3)))
                .section(
                        "Found",
                        s -> s.table(NumberTable.of("Rules", "Rule")
                                        .numbers("Pairs", "Share", "True")
                                        .row("Surname", "10", "1%", "9"))
                                .subsection(
                                        "Why",
                                        t -> t.paragraph("Because.").details("More", d -> d.paragraph("Words."))))
                .section(
                        "Next",
                        s -> s.warning("Read this.").inset("An example.").summary("Seed", "7"));
    }

    private static Drawn read(ReportPage page) {
        return Drawn.of(page.html());
    }

    @Test
    void writesTheSameBytesForTheSameReport() {
        assertThat(report().html()).isEqualTo(report().html()).contains("Made on 31 March 2026");
    }

    @Test
    void asksForNothingFromAnywhere() {
        var html = report().html();
        assertThat(html).doesNotContain("<link", "<script", "src=", "url(http", "@import", " style=");
        assertThat(html).contains("default-src 'none'");
    }

    @Test
    void givesEachPartItsOwnAddress() {
        var ids = read(report()).all("*").stream()
                .map(e -> e.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).doesNotHaveDuplicates().contains("found", "found-2", "figure-1");
    }

    @Test
    void pointsEveryLinkAndLabelAtSomethingOnThePage() {
        var page = read(report());
        var ids = page.all("*").stream().map(e -> e.getAttribute("id")).toList();
        for (var link : page.all("a")) {
            assertThat(ids).contains(link.getAttribute("href").substring(1));
        }
        for (var labelled : page.all("*")) {
            for (var id : labelled.getAttribute("aria-labelledby").split(" ")) {
                assertThat(ids).contains(id);
            }
        }
    }

    @Test
    void goesDownTheHeadingsOneLevelAtATime() {
        int before = 0;
        for (var element : read(report()).all("*")) {
            if (element.getTagName().matches("h[1-6]")) {
                int level = element.getTagName().charAt(1) - '0';
                assertThat(level).isLessThanOrEqualTo(before + 1);
                before = level;
            }
        }
        assertThat(before).isPositive();
    }

    @Test
    void namesEveryRowAndColumnOfATable() {
        assertThat(read(report()).all("th"))
                .isNotEmpty()
                .allSatisfy(th -> assertThat(th.getAttribute("scope")).isIn("row", "col"));
        assertThat(read(report()).all("table"))
                .allSatisfy(t -> assertThat(
                                ((Element) t.getElementsByTagName("caption").item(0)).getTextContent())
                        .isNotBlank());
    }

    @Test
    void showsHostileWordsEverywhereAsWords() {
        var page = ReportPage.titled(HOSTILE)
                .lead(HOSTILE)
                .madeBy(HOSTILE)
                .footer(HOSTILE)
                .section(
                        HOSTILE,
                        s -> s.paragraph(Phrase.plain(HOSTILE), Phrase.strong(HOSTILE), Phrase.code(HOSTILE))
                                .paragraph(Phrase.link(HOSTILE, "#main"))
                                .bullets(HOSTILE)
                                .steps(HOSTILE)
                                .keyFigures(new KeyFigure(HOSTILE, HOSTILE))
                                .summary(HOSTILE, HOSTILE)
                                .inset(HOSTILE)
                                .warning(HOSTILE)
                                .note(HOSTILE, HOSTILE)
                                .table(NumberTable.of(HOSTILE, HOSTILE)
                                        .words(HOSTILE)
                                        .row(HOSTILE, HOSTILE))
                                .picture(BarChart.of(HOSTILE)
                                        .saying(HOSTILE)
                                        .rowsAre(HOSTILE)
                                        .bar(HOSTILE, 1))
                                .details(HOSTILE, d -> d.paragraph(HOSTILE)));
        assertThat(page.html()).doesNotContain("<script");
        assertThat(read(page).all("h1").getFirst().getTextContent()).isEqualTo(HOSTILE);
        assertThat(read(page).all("title"))
                .allSatisfy(t -> assertThat(t.getTextContent()).isEqualTo(HOSTILE));
    }

    @Test
    void keepsTheNumbersOfAPictureBesideIt() {
        var figure = read(report()).all("figure").getFirst();
        assertThat(figure.getElementsByTagName("td").item(0).getTextContent()).isEqualTo("5");
        assertThat(figure.getElementsByTagName("svg").getLength()).isEqualTo(2);
    }

    private static ReportPage contract() {
        return ReportPage.titled("Contract")
                .numberingClauses()
                .onEveryPage("A-1 \"first\" <b>\nsecond; line")
                .section(
                        "Parties",
                        s -> s.subsection(
                                "Council",
                                t -> t.summary(
                                        "Where",
                                        Phrase.plain("Here "),
                                        Phrase.link("or there", "https://example.org/"))))
                .section(
                        "Terms",
                        s -> s.subsection(
                                        "Aim",
                                        t -> t.paragraph("To help.").subsection("Measure", u -> u.paragraph("Days.")))
                                .subsection("Reach", t -> t.paragraph("All.")));
    }

    @Test
    void numbersClausesInTheirHeadingsAndAddresses() {
        var headings = read(contract()).all("*").stream()
                .filter(e ->
                        e.getTagName().matches("h[2-4]") && e.getAttribute("id").startsWith("clause"))
                .map(e -> e.getAttribute("id") + ": " + e.getTextContent())
                .toList();
        assertThat(headings)
                .containsExactly(
                        "clause-1: 1. Parties",
                        "clause-1-1: 1.1 Council",
                        "clause-2: 2. Terms",
                        "clause-2-1: 2.1 Aim",
                        "clause-2-1-1: 2.1.1 Measure",
                        "clause-2-2: 2.2 Reach");
    }

    @Test
    void numbersNothingUnlessAskedTo() {
        assertThat(report().html()).doesNotContain("clause-1").doesNotContain(">1. Found");
    }

    @Test
    void letsNoWordsForEveryPageLeaveTheirPlaceInTheStyleSheet() {
        var style = read(contract()).all("style").getFirst().getTextContent();
        assertThat(style.lines().filter(line -> line.contains("@bottom-left")))
                .singleElement()
                .asString()
                .contains(
                        "content: \"A\\00002d 1 \\000022 first\\000022  \\00003c b\\00003e \\00000a second\\00003b  line\"");
    }

    @Test
    void showsNoDayThatIsOnlyThatOfTheText() {
        var page = contract().ofDay(LocalDate.of(2026, 3, 31));
        assertThat(page.date()).contains(LocalDate.of(2026, 3, 31));
        assertThat(page.html()).doesNotContain("31 March 2026", "Made on");
    }

    @Test
    void refusesEntriesThatCannotBeChosen() {
        var question = new Choices.Question("Answer", List.of("may"));
        var entry = new Choices.Entry("", "may", "One", List.of("never"), s -> s.paragraph("Words."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choices("flows", List.of(question), List.of("may"), List.of(entry)));
        var odd = new Choices.Entry("", "never", "One", List.of("may"), s -> s.paragraph("Words."));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Choices("flows", List.of(question), List.of("may"), List.of(odd)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Choices.Question("Answer", List.of("may", "may")));
    }

    @Test
    void showsAllEntriesOnPaperAndAsksNothing() {
        var page = ReportPage.titled("Flows").section("All", s -> s.choices(SampleReport.choices()));
        assertThat(page.html()).contains("<select", ":has(#choices-0 option[value=\"2\"]:checked)");
        assertThat(Markup.write(page.forPaper()))
                .doesNotContain("<select", ":has")
                .contains("Council tax to police");
    }
}
