package org.concordat.pictures;

import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.concordat.pictures.charts.BarChart;
import org.concordat.pictures.charts.CalibrationChart;
import org.concordat.pictures.charts.Histogram;
import org.concordat.pictures.charts.LineChart;
import org.concordat.pictures.charts.ScatterChart;
import org.concordat.pictures.charts.WaterfallChart;
import org.concordat.pictures.maps.AreaMap;
import org.concordat.pictures.maps.Place;
import org.concordat.pictures.maps.PointMap;
import org.concordat.pictures.maps.Ring;
import org.concordat.pictures.networks.NetworkDiagram;
import org.concordat.pictures.pages.Choices;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.LinkedTable;
import org.concordat.pictures.pages.Phrase;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;

/** A page with every picture and block on it, made of invented figures; the tests and the eye judge it. */
public final class SampleReport {
    /** Nobody lives there. */
    public static final Place TOWN_HALL = new Place(-4.25, 50.33);

    private SampleReport() {}

    public static ReportPage page() {
        return ReportPage.titled("Who is who in Tideford's housing and hospital files")
                .lead("The two files name 1,204 of the same people. Nineteen of twenty links can be trusted without a"
                        + " second look; 96 wait for a person to decide.")
                .madeOn(LocalDate.of(2026, 3, 31))
                .footer("Made by Concordat 0.1 with seed 7. All people and figures on this page are invented.")
                .section("What was found", SampleReport::found)
                .section("Why two records are one person", SampleReport::why)
                .section("How far the links can be trusted", SampleReport::trust)
                .section("The files", SampleReport::files)
                .section("The place", s -> s.picture(wards()).picture(clinics()).picture(sharing()))
                .section("Who sends what to whom", SampleReport::flows);
    }

    /** Arrows of three kinds between more organisations than stand beside a key, a table that links, and entries to choose. */
    private static void flows(Section s) {
        s.picture(crowd(22)).table(matrix()).choices(choices());
    }

    private static LinkedTable matrix() {
        return new LinkedTable(
                "Flows from the rows to the columns",
                List.of("Sender", "Housing", "Police", "Adult social care", "Fire and rescue service"),
                List.of(
                        List.of(
                                List.of(Phrase.plain("A&E department")),
                                List.of(),
                                List.of(Phrase.link("1 may\n2 almost", "#flows-1-2")),
                                List.of(),
                                List.of()),
                        List.of(
                                List.of(Phrase.plain("Council tax")),
                                List.of(Phrase.link("1 not", "#flows-2-1")),
                                List.of(),
                                List.of(),
                                List.of())));
    }

    public static Choices choices() {
        return new Choices(
                "flows",
                List.of(
                        new Choices.Question("Answer", List.of("may", "almost", "not")),
                        new Choices.Question("Sender", List.of("A&E department", "Council tax"))),
                List.of("may", "almost", "not"),
                List.of(
                        entry("flows-1-2", "may", "A&E department"),
                        entry("", "almost", "A&E department"),
                        entry("", "almost", "A&E department"),
                        entry("flows-2-1", "not", "Council tax")));
    }

    private static Choices.Entry entry(String address, String mark, String sender) {
        return new Choices.Entry(
                address,
                mark,
                sender + " to police",
                List.of(mark, sender),
                s -> s.summary("Fields", "ward, day, age").summary("Why", "The table of " + sender + " says so."));
    }

    /** As many organisations as that, each with arrows to three others. */
    public static NetworkDiagram crowd(int organisations) {
        var diagram = NetworkDiagram.of("Who may share with whom, between " + organisations + " organisations")
                .amounts("flows", Numbers.COUNT)
                .kinds("may be shared", "almost: something is missing", "may not be shared");
        for (int i = 0; i < organisations; i++) {
            diagram.node("o" + i, "Organisation number " + (i + 1) + " of the partnership");
        }
        var kinds = List.of("may be shared", "almost: something is missing", "may not be shared");
        for (int i = 0; i < organisations; i++) {
            for (int j = 1; j <= 3; j++) {
                diagram.arrow(
                        "o" + i,
                        "o" + (i + 1 + i * j * 5 % (organisations - 1)) % organisations,
                        j,
                        kinds.get((i + j) % 3));
            }
        }
        return diagram;
    }

    private static void found(Section s) {
        s.keyFigures(
                        new KeyFigure("1,204", "people in both files"),
                        new KeyFigure("96", "links wait for a decision"),
                        new KeyFigure("99.1%", "of links are right, as far as labels tell"),
                        new KeyFigure("94.0%", "of true links were found"))
                .paragraph(
                        Phrase.plain("A link is kept when its probability is "),
                        Phrase.strong("95% or more"),
                        Phrase.plain(". All pairs from 1% on are in "),
                        Phrase.code("links.csv"),
                        Phrase.plain(". See "),
                        Phrase.link("how far the links can be trusted", "#how-far-the-links-can-be-trusted"),
                        Phrase.plain("."))
                .picture(weights())
                .picture(clusterSizes());
    }

    private static void why(Section s) {
        s.paragraph("Each comparison adds or takes evidence. One bit doubles or halves the odds.")
                .picture(waterfall())
                .inset("A rare surname that agrees says more than a common one: the weight of an agreement follows"
                        + " how often the value occurs.")
                .picture(BarChart.of("How often each comparison agrees")
                        .rowsAre("Comparison")
                        .saying("A comparison helps when it agrees often among true pairs and seldom otherwise.")
                        .amounts("share of pairs that agree", Numbers.PERCENT)
                        .series("among true pairs (m)", "among other pairs (u)")
                        .upTo(1)
                        .group("Surname", .93, .004)
                        .group("First name", .88, .011)
                        .group("Date of birth", .97, .0001)
                        .group("Postcode", .71, .002)
                        .group("Sex", .99, .5));
    }

    private static void trust(Section s) {
        s.picture(precision())
                .picture(calibration())
                .warning("The labels cover 400 pairs. A smaller sample would widen the intervals.")
                .note("What would change this", "A second hospital file, or dates of birth for the housing file.");
    }

    private static void files(Section s) {
        s.summary("Left file", "council.csv, 12,400 rows")
                .summary("Right file", "hospital.csv.gz, 48,210 rows")
                .summary("Seed", "7")
                .picture(BarChart.of("How complete each column is")
                        .rowsAre("Column")
                        .amounts("share of rows with a usable value", Numbers.PERCENT)
                        .series("council", "hospital")
                        .upTo(1)
                        .group("Surname", 1, .998)
                        .group("Date of birth", .931, .999)
                        .group("Postcode", .97, .88)
                        .group("NHS number", Double.NaN, .64))
                .picture(BarChart.of("What happened to the rows")
                        .rowsAre("File")
                        .amounts("rows", Numbers.COUNT)
                        .series("linked", "linked after review", "not in the other file", "set aside")
                        .stacked()
                        .group("council", 1_150, 54, 11_100, 96)
                        .group("hospital", 1_204, 60, 46_700, 246))
                .picture(BarChart.of("People by size of household")
                        .rowsAre("Persons in the household")
                        .amounts("households", Numbers.COUNT)
                        .standing()
                        .bar("1", 2_120)
                        .bar("2", 2_480)
                        .bar("3", 1_110)
                        .bar("4", 890)
                        .bar("5 or more", 320))
                .picture(funnel())
                .picture(steps())
                .table(NumberTable.of("Blocking rules", "Rule")
                        .words("Columns")
                        .numbers("Candidates", "Kept", "Share kept", "Seconds")
                        .row("1", "surname, year of birth", "18,211", "1,011", "5.6%", "0.2")
                        .row("2", "postcode, first letter of first name", "22,450", "940", "4.2%", "0.3")
                        .row("3", "NHS number", "7,811", "7,790", "99.7%", "0.1"))
                .details(
                        "How the columns were recognised",
                        d -> d.bullets(
                                "By name: surname, postcode.", "By content: dob holds dates from 1921 to 2026."));
    }

    public static Histogram weights() {
        var chart = Histogram.of("How strong the evidence for each pair is")
                .saying(
                        "Most candidates are clearly different people, a few clearly the same. Between the two humps lie"
                                + " the pairs worth a look.")
                .across("match weight in bits", Numbers.SHORT)
                .counts("pairs")
                .logarithmic()
                .mark(4.2, "kept from 95% on")
                .mark(-6.6, "listed from 1% on");
        for (int bits = -30; bits < 40; bits += 2) {
            double different = 210_000 * Math.exp(-Math.pow((bits + 14) / 5.5, 2));
            double same = 900 * Math.exp(-Math.pow((bits - 22) / 7.0, 2));
            chart.bin(bits, bits + 2, Math.floor(different + same));
        }
        return chart;
    }

    private static Histogram clusterSizes() {
        return Histogram.of("Records of one person")
                .across("records", Numbers.COUNT)
                .counts("people")
                .logarithmic()
                .value(1, 41_200)
                .value(2, 1_020)
                .value(3, 140)
                .value(4, 38)
                .value(5, 5)
                .value(6, 0)
                .value(7, 1);
    }

    public static WaterfallChart waterfall() {
        return WaterfallChart.of("The evidence for one pair")
                .amounts("bits", Numbers.SIGNED)
                .start("Before any comparison", -13.3)
                .step("Surname almost agrees", 7.4, "Thistlewood, Thistelwood")
                .step("First name agrees", 4.1, "Ada, ADA")
                .step("Date of birth agrees", 13.2, "12 July 1988")
                .step("Postcode differs", -2.4, "TD1 4AB, TD9 2QX")
                .step("Sex is missing", 0)
                .end("Match weight")
                .saying("Odds of about 500 to 1: a probability of 99.8%.");
    }

    public static LineChart precision() {
        var chart = LineChart.of("Precision and recall at every threshold")
                .saying("Up and to the right is better.")
                .across("recall: share of true links found", Numbers.WHOLE_PERCENT)
                .up("precision: share of links that are true", Numbers.WHOLE_PERCENT)
                .acrossBetween(.5, 1)
                .upBetween(.5, 1)
                .line("Concordat");
        for (int i = 0; i <= 40; i++) {
            double recall = .5 + i * .0125;
            chart.point(recall, 1 - Math.pow(Math.max(0, recall - .6) / .42, 9) * .45);
        }
        chart.line("Rules by hand");
        for (int i = 0; i <= 10; i++) {
            double recall = .5 + i * .035;
            chart.point(recall, .99 - Math.pow((recall - .5) / .4, 2) * .3);
        }
        return chart.highlight("threshold 95%", .9375, 1 - Math.pow((.9375 - .6) / .42, 9) * .45);
    }

    public static CalibrationChart calibration() {
        return CalibrationChart.of("Do the probabilities hold?")
                .cases("pairs")
                .tolerance(.05)
                .group(.03, .02, 8_800, .017, .024)
                .group(.15, .17, 410, .136, .209)
                .group(.25, .22, 260, .174, .274)
                .group(.45, .47, 220, .405, .536)
                .group(.65, .63, 240, .567, .689)
                .group(.85, .88, 310, .839, .912)
                .group(.99, .992, 1_100, .985, .996)
                .saying("Points within the band keep what was promised.");
    }

    public static ScatterChart funnel() {
        var random = new SplittableRandom(7);
        var chart = ScatterChart.of("Falls among people over 65, by ward")
                .pointsAre("Ward")
                .across("residents over 65", Numbers.COUNT)
                .up("falls in 1,000 residents", Numbers.decimals(1))
                .group("Tideford")
                .saying("Wards inside the curves differ no more than chance allows.");
        for (int i = 1; i <= 14; i++) {
            double residents = 400 + i * 130;
            chart.point("Ward " + i, residents, 30 + (random.nextDouble() - .5) * 900 / Math.sqrt(residents));
        }
        chart.group("Neighbouring district").point("Harbour", 1_450, 47, 38, 58).point("Moor", 900, 24, 16, 36);
        double[] sizes = new double[24];
        double[] upper = new double[24];
        double[] lower = new double[24];
        for (int i = 0; i < 24; i++) {
            sizes[i] = 300 + i * 90;
            upper[i] = 30 + 340 / Math.sqrt(sizes[i]);
            lower[i] = 30 - 340 / Math.sqrt(sizes[i]);
        }
        return chart.curve("upper 95% limit", sizes, upper)
                .curve("lower 95% limit", sizes, lower)
                .named("Harbour");
    }

    public static LineChart steps() {
        return LineChart.of("Rows received by day")
                .stepped()
                .across("day of March", Numbers.COUNT)
                .up("rows", Numbers.COUNT)
                .line("council")
                .point(1, 0)
                .point(5, 4_000)
                .point(12, 9_500)
                .point(31, 12_400)
                .line("hospital")
                .point(1, 0)
                .point(9, 20_000)
                .point(20, 48_210)
                .point(31, 48_210);
    }

    /** Twelve invented wards, four by three, whose inner corners are shaken by a fixed seed. */
    private static List<Ring> ward(int column, int row) {
        return List.of(Ring.of(
                corner(column, row)[0], corner(column, row)[1],
                corner(column + 1, row)[0], corner(column + 1, row)[1],
                corner(column + 1, row + 1)[0], corner(column + 1, row + 1)[1],
                corner(column, row + 1)[0], corner(column, row + 1)[1]));
    }

    private static double[] corner(int column, int row) {
        var random = new SplittableRandom(column * 31L + row);
        return new double[] {
            -4.3 + column * .03 + random.nextDouble() * .015, 50.3 + row * .02 + random.nextDouble() * .008
        };
    }

    public static AreaMap wards() {
        var map = AreaMap.of("Falls by ward")
                .areasAre("Ward")
                .figures("falls in 1,000 residents over 65", Numbers.SHORT)
                .quantiles(5)
                .saying("Falls are most common along the harbour.");
        for (int i = 0; i < 12; i++) {
            var code = "W" + (i + 1);
            var rings = ward(i % 4, i / 4);
            if (i == 5) {
                map.withheld(code, "Moor", rings);
            } else if (i == 10) {
                map.missing(code, "Quay", rings);
            } else {
                map.area(code, "Ward " + (i + 1), rings, 20 + (i * 37 % 23));
            }
        }
        return map;
    }

    public static PointMap clinics() {
        var map = PointMap.of("Where people were seen").placesAre("Service").amounts("visits", Numbers.COUNT);
        for (int i = 0; i < 12; i++) {
            map.outline(ward(i % 4, i / 4));
        }
        return map.kind("A&E department")
                .place("Tideford hospital", new Place(-4.22, 50.33), 18_200)
                .kind("Walk-in clinic")
                .place("Harbour clinic", new Place(-4.26, 50.34), 4_100)
                .place("Moor clinic", new Place(-4.2, 50.355), 900);
    }

    public static NetworkDiagram sharing() {
        return NetworkDiagram.of("Who shares with whom")
                .amounts("records in March", Numbers.COUNT)
                .saying("Thicker arrows carry more records.")
                .node("housing", "Housing")
                .node("tax", "Council tax")
                .node("care", "Adult social care")
                .node("police", "Police")
                .node("ae", "A&E department")
                .node("fire", "Fire and rescue service")
                .node("charity", "Homelessness charity with a name that takes two lines")
                .arrow("ae", "police", 1_204)
                .arrow("housing", "care", 8_100)
                .arrow("care", "housing", 2_300)
                .arrow("tax", "housing", 12_400)
                .arrow("charity", "housing", 155)
                .arrow("fire", "care", 320);
    }
}
