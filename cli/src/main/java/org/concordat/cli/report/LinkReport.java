package org.concordat.cli.report;

import java.util.List;
import org.concordat.linkage.records.Records;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** Puts the report of a linkage together, section by section, and writes the first one, what was found. */
public final class LinkReport {
    private static final int MOST_COMBINATIONS = 14;
    private static final int MOST_NAMED = 3;

    private final LinkFacts facts;
    private final Records records;
    private final Persons persons;

    private LinkReport(LinkFacts facts) {
        this.facts = facts;
        this.records = facts.linkage().records();
        this.persons = new Persons(facts.linkage());
    }

    /** The whole page. */
    public static ReportPage of(LinkFacts facts) {
        LinkReport report = new LinkReport(facts);
        return ReportPage.titled("Who is who in " + named(report.records.sources()))
                .lead(report.lead())
                .madeOn(facts.day())
                .section("What was found", report::found)
                .section("How sure it is", new SurenessSection(facts)::fill)
                .section("Why two records are one person", new ReasonsSection(facts.linkage())::fill)
                .section("Persons and households", new GroupsSection(facts.linkage(), report.persons)::fill)
                .section("Whom it can hardly find", new HardToFindSection(facts.linkage())::fill)
                .section("The files", new FilesSection(facts.gathered())::fill)
                .section("Which pairs were compared", new CandidatesSection(facts)::fill)
                .section("How it was made", new MakingSection(facts)::fill)
                .footer("Made by Concordat " + facts.version() + " with seed "
                        + facts.linkage().settings().seed()
                        + ". This page holds counts and names of columns, and no personal data.");
    }

    private static String named(List<String> sources) {
        if (sources.size() == 1) {
            return sources.getFirst();
        }
        return sources.size() > MOST_NAMED
                ? sources.size() + " files"
                : String.join(", ", sources.subList(0, sources.size() - 1)) + " and " + sources.getLast();
    }

    private String lead() {
        String people = "The " + Figures.count(records.size()) + " records seem to be of "
                + Figures.count(persons.count()) + " persons.";
        return records.sources().size() == 1
                ? people + " " + Figures.count(persons.ofSeveralRecords()) + " of them have more than one record."
                : people + " " + Figures.count(persons.inSeveralSources()) + " of them are in more than one file.";
    }

    private void found(Section s) {
        boolean several = records.sources().size() > 1;
        s.keyFigures(
                new KeyFigure(Figures.count(records.size()), "records read"),
                new KeyFigure(Figures.count(persons.count()), "persons"),
                several
                        ? new KeyFigure(Figures.count(persons.inSeveralSources()), "persons in more than one file")
                        : new KeyFigure(Figures.count(persons.ofSeveralRecords()), "persons with more than one record"),
                new KeyFigure(Figures.count(facts.linkage().links().size()), "pairs that may be one person"));
        s.paragraph("Records were joined to one person at a probability of "
                + Figures.round(facts.linkage().settings().personThreshold())
                + " or more. Every pair from 1% on is in links.csv, and every record with its person in clusters.csv.");
        s.paragraph(
                "All counts of persons are estimates: a match that was missed counts one person twice, and a wrong one"
                        + " makes two persons one. The next section says how many of each to expect, as far as that is known.");
        if (several) {
            s.picture(combinations());
            s.table(sources());
        }
    }

    private BarChart combinations() {
        BarChart chart = BarChart.of("In which files the persons are")
                .rowsAre("Files")
                .amounts("persons", Numbers.COUNT)
                .saying("Each person is counted once, beside exactly those files in which there is a record of them.");
        persons.combinations(MOST_COMBINATIONS).forEach(one -> chart.bar(one.words(), (double) one.persons()));
        return chart;
    }

    private NumberTable sources() {
        NumberTable table = NumberTable.of("Records and persons of each file", "File")
                .numbers("Records", "Persons", "Also in another file", "Share");
        for (int i = 0; i < records.sources().size(); i++) {
            long own = persons.ofSource(i);
            long shared = persons.sharedOfSource(i);
            table = table.row(
                    records.sources().get(i),
                    Figures.count(records.sourceSize(i)),
                    Figures.count(own),
                    Figures.count(shared),
                    Figures.percent(own == 0 ? 0 : (double) shared / own));
        }
        return table;
    }
}
