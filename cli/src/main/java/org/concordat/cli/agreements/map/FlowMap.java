package org.concordat.cli.agreements.map;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.cli.agreements.map.Way.Pair;
import org.concordat.cli.agreements.map.Way.Standing;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.networks.NetworkDiagram;
import org.concordat.pictures.pages.KeyFigure;
import org.concordat.pictures.pages.LinkedTable;
import org.concordat.pictures.pages.Phrase;
import org.concordat.pictures.pages.ReportPage;
import org.concordat.pictures.pages.Section;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.questions.FlowAnswer;
import org.concordat.policy.questions.Flows;
import org.concordat.policy.questions.Missing;

/** The map of a partnership on one day, as a page. */
final class FlowMap {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /** More organisations than that become a thicket; the table still shows them all. */
    private static final int MOST_DRAWN = 60;

    private static final int MOST_OBSTACLES = 12;

    private final AgreementFolder folder;
    private final LawPack law;
    private final LocalDate day;
    private final boolean keysGiven;
    private final Names names;
    private final List<Way> ways;
    private final FlowEntries entries;

    private FlowMap(AgreementFolder folder, LawPack law, LocalDate day, boolean keysGiven) {
        this.folder = folder;
        this.law = law;
        this.day = day;
        this.keysGiven = keysGiven;
        this.names = new Names(folder);
        this.ways = Way.of(Flows.of(folder, law, day));
        this.entries = new FlowEntries(ways, names);
    }

    /**
     * The map.
     *
     * @param keysGiven whether the folder was read with keys that somebody checked
     */
    static FlowMap of(AgreementFolder folder, LawPack law, LocalDate day, boolean keysGiven) {
        return new FlowMap(folder, law, day, keysGiven);
    }

    /** How many flows stand so. */
    long count(Standing standing) {
        return ways.stream().filter(way -> way.standing() == standing).count();
    }

    ReportPage page() {
        var page = ReportPage.titled("Who may share what with whom")
                .lead(lead())
                .madeBy("Map of agreements")
                .ofDay(day)
                .section("In short", this::inShort);
        if (!ways.isEmpty()) {
            page = page.section("The network", this::network)
                    .section("Senders and receivers", this::matrix)
                    .section("What stands in the way", this::obstacles)
                    .section("Every flow", s -> s.choices(entries.choices()));
        }
        return page.section("What it was made from", this::sources)
                .footer("Made by Concordat for " + DAY.format(day) + " from the folder with fingerprint "
                        + folder.fingerprint() + ".");
    }

    private String lead() {
        if (ways.isEmpty()) {
            return "On " + DAY.format(day) + ": the folder has no schedule, so nothing is foreseen to be shared.";
        }
        return "On " + DAY.format(day) + ", of " + ways.size() + (ways.size() == 1 ? " flow" : " flows")
                + " that the schedules foresee, " + count(Standing.MAY) + " may be shared, " + count(Standing.ALMOST)
                + " almost may, and " + count(Standing.NOT) + " may not.";
    }

    private void inShort(Section s) {
        s.keyFigures(
                new KeyFigure(String.valueOf(count(Standing.MAY)), "flows may be shared"),
                new KeyFigure(String.valueOf(count(Standing.ALMOST)), "flows almost may: something is missing"),
                new KeyFigure(String.valueOf(count(Standing.NOT)), "flows may not be shared"));
        s.paragraph(
                "A flow is one way that a schedule foresees for data to go: some fields of one dataset, from one sender to"
                        + " one receiver, for one purpose, in one form. Fields that are answered differently are flows of their own.");
        s.bullets(
                "May be shared: the decision permits it, as soon as what is asked at each share is answered as it should be.",
                "Almost: it would, if what is missing were supplied. Nothing new has to be agreed.",
                "May not be shared: it is refused whatever the facts, until an agreement or the law changes.");
        s.inset("This page permits nothing. Each share is decided when it happens, with the facts of that day.");
        if (!keysGiven) {
            s.warning("No checked keys were handed in, so no signature counts here. Name the file of keys with"
                    + " --trusted-keys.");
        }
    }

    /** By pair, in the order of the list. */
    private Map<Pair, List<Way>> pairs() {
        return ways.stream().collect(groupingBy(Way::pair, LinkedHashMap::new, java.util.stream.Collectors.toList()));
    }

    private List<String> organisations() {
        return ways.stream()
                .flatMap(way -> Stream.of(way.pair().sender(), way.pair().recipient()))
                .distinct()
                .sorted(Comparator.comparing(names::organisation))
                .toList();
    }

    private void network(Section s) {
        var organisations = organisations();
        if (organisations.size() > MOST_DRAWN) {
            s.paragraph("More than " + MOST_DRAWN
                    + " organisations share here, too many for a picture. The table below has" + " them all.");
            return;
        }
        var diagram = NetworkDiagram.of("Who may send to whom")
                .saying(
                        "An arrow goes from a sender to a receiver, the thicker the more flows there are between them. It"
                                + " shows the best of their answers; the table below has all of them.")
                .amounts("flows", Numbers.COUNT)
                .kinds(Stream.of(Standing.values()).map(Standing::words).toArray(String[]::new));
        for (String id : organisations) {
            diagram.node(id, names.organisation(id));
        }
        for (var pair : pairs().entrySet()) {
            var best = pair.getValue().stream()
                    .map(Way::standing)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            if (!pair.getKey().sender().equals(pair.getKey().recipient())) {
                diagram.arrow(
                        pair.getKey().sender(),
                        pair.getKey().recipient(),
                        pair.getValue().size(),
                        best.words());
            }
        }
        s.picture(diagram);
        if (ways.stream().anyMatch(way -> way.pair().sender().equals(way.pair().recipient()))) {
            s.paragraph("Flows between teams of one organisation have no arrow. They are in the table and the list.");
        }
    }

    private void matrix(Section s) {
        var pairs = pairs();
        var senders = pairs.keySet().stream()
                .map(Pair::sender)
                .distinct()
                .sorted(byName())
                .toList();
        var receivers = pairs.keySet().stream()
                .map(Pair::recipient)
                .distinct()
                .sorted(byName())
                .toList();
        var columns = new ArrayList<String>();
        columns.add("Sender");
        receivers.forEach(id -> columns.add("to " + names.organisation(id)));
        var rows = new ArrayList<List<List<Phrase>>>();
        for (String sender : senders) {
            var row = new ArrayList<List<Phrase>>();
            row.add(List.of(Phrase.plain(names.organisation(sender))));
            for (String receiver : receivers) {
                var pair = new Pair(sender, receiver);
                row.add(pairs.containsKey(pair) ? cell(pair, pairs.get(pair)) : List.of());
            }
            rows.add(row);
        }
        s.paragraph(
                "Each row is a sender, each column a receiver. The counts lead to the flows themselves. An empty cell:"
                        + " nothing is foreseen.");
        s.table(new LinkedTable("Flows from senders to receivers", columns, rows));
    }

    private Comparator<String> byName() {
        return Comparator.comparing(names::organisation);
    }

    private List<Phrase> cell(Pair pair, List<Way> between) {
        var counts = new TreeMap<>(between.stream().collect(groupingBy(Way::standing, counting())));
        var words = counts.entrySet().stream()
                .map(each -> each.getValue() + " " + each.getKey().word())
                .toList();
        return List.of(Phrase.link(String.join("\n", words), "#" + entries.address(pair)));
    }

    private void obstacles(Section s) {
        var missing = new TreeMap<String, Integer>();
        var refused = new TreeMap<String, Integer>();
        for (Way way : ways) {
            switch (way.answer()) {
                case FlowAnswer.May may -> {}
                case FlowAnswer.Almost almost ->
                    almost.missing().stream()
                            .map(Missing::sentence)
                            .distinct()
                            .forEach(each -> missing.merge(each, 1, Integer::sum));
                case FlowAnswer.Not not ->
                    not.reasons().stream().distinct().forEach(each -> refused.merge(each, 1, Integer::sum));
            }
        }
        table(s, "What is missing, and for how many flows", "What is missing", missing);
        table(s, "Why flows are refused, and how many", "Why it is refused", refused);
        if (missing.isEmpty() && refused.isEmpty()) {
            s.paragraph("Nothing: every flow may be shared.");
        }
    }

    private static void table(Section s, String caption, String what, Map<String, Integer> counted) {
        if (counted.isEmpty()) {
            return;
        }
        var most = counted.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_OBSTACLES)
                .map(each -> List.of(each.getKey(), String.valueOf(each.getValue())))
                .toList();
        s.table(NumberTable.of(caption, what).numbers("Flows").rows(most));
        if (counted.size() > MOST_OBSTACLES) {
            s.paragraph("And " + (counted.size() - MOST_OBSTACLES) + " more, which stand with the flows themselves.");
        }
    }

    private void sources(Section s) {
        s.summary("The day", DAY.format(day));
        s.summary("Fingerprint of the folder", Phrase.code(folder.fingerprint()));
        s.summary("Law pack", law.id() + ", version " + law.version() + ", fingerprint " + law.fingerprint());
        s.summary("Checked keys", keysGiven ? "Were handed in." : "None were handed in, so no signature counts.");
    }
}
