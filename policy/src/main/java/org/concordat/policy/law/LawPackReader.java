package org.concordat.policy.law;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.policy.law.LawRow.Bodies;
import org.concordat.policy.law.LawRow.Exclusion;
import org.concordat.policy.law.LawRow.Purposes;
import org.concordat.policy.law.LawRow.Reach;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.reading.CanonicalJson;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.jspecify.annotations.Nullable;

/** Makes a pack of its files, or says all that is wrong with them. */
final class LawPackReader {

    private final Problems problems;
    private final Map<String, LawRow> rows = new TreeMap<>();
    private final Map<String, Place> placesOfRows = new TreeMap<>();
    private final Map<LawfulBasis, LawCondition.Basis> bases = new EnumMap<>(LawfulBasis.class);
    private final Map<SpecialCondition, LawCondition.Special> conditions = new EnumMap<>(SpecialCondition.class);
    private final Map<String, LawCondition.Paragraph> paragraphs = new TreeMap<>();
    private final Set<OrganisationKind> lawEnforcement = EnumSet.noneOf(OrganisationKind.class);
    private final List<Values> seriousHarm = new ArrayList<>();

    LawPackReader(Problems problems) {
        this.problems = problems;
    }

    Optional<LawPack> read(List<LawPack.Source> sources) {
        int before = problems.count();
        var files = new ArrayList<Values>();
        for (LawPack.Source source : sources) {
            YamlFile.read(source.name(), source.content(), problems)
                    .flatMap(fields -> Values.of("law-pack", fields, LawShapes.FILE, problems))
                    .ifPresent(files::add);
        }
        if (sources.isEmpty()) {
            problems.add(
                    "LAW-PACK-EMPTY",
                    new Place("law pack", 1),
                    "The law pack has no files.",
                    "Name at least one file.");
        }
        if (problems.count() > before) {
            return Optional.empty();
        }
        files.forEach(file -> oneOfThePack(files.getFirst(), file));
        files.forEach(this::contents);
        rows.values().forEach(this::references);
        Optional<SeriousHarm> harm = seriousHarm();
        if (problems.count() > before) {
            return Optional.empty();
        }
        Object everything =
                files.stream().map(file -> CanonicalJson.plain(file.fields())).toList();
        return Optional.of(new LawPack(
                files.getFirst().text("law-pack"),
                files.getFirst().text("version"),
                sha256(CanonicalJson.write(everything)),
                rows,
                bases,
                conditions,
                paragraphs,
                lawEnforcement,
                harm));
    }

    private void oneOfThePack(Values first, Values file) {
        for (String field : List.of("law-pack", "version")) {
            if (!file.text(field).equals(first.text(field))) {
                problems.add(
                        "LAW-PACK-MIXED",
                        file.place(field),
                        "'" + field + "' differs from " + first.place(field) + ".",
                        "Use the files of one pack and version.");
            }
        }
    }

    private void contents(Values file) {
        file.groups("rows").forEach(this::row);
        for (Values basis : file.groups("bases")) {
            LawfulBasis word = basis.word("basis", LawfulBasis.class);
            once(
                    bases.put(
                            word,
                            new LawCondition.Basis(word, basis.text("citation"), basis.optionalDay("in-force-from"))),
                    basis);
        }
        for (Values condition : file.groups("conditions")) {
            SpecialCondition word = condition.word("condition", SpecialCondition.class);
            once(
                    conditions.put(
                            word,
                            new LawCondition.Special(
                                    word, condition.text("citation"), condition.isYes("needs-paragraph"))),
                    condition);
        }
        for (Values paragraph : file.groups("paragraphs")) {
            String id = paragraph.text("id");
            once(
                    paragraphs.put(
                            id,
                            new LawCondition.Paragraph(
                                    id,
                                    paragraph.text("citation"),
                                    paragraph.words("completes", SpecialCondition.class),
                                    paragraph.isYes("criminal"))),
                    paragraph);
        }
        lawEnforcement.addAll(file.words("law-enforcement-bodies", OrganisationKind.class));
        file.optionalGroup("serious-harm").ifPresent(seriousHarm::add);
    }

    private void once(@Nullable Object earlier, Values values) {
        if (earlier != null) {
            problems.add(
                    "LAW-ID-TWICE",
                    values.place(),
                    "The pack names this twice.",
                    "Keep one of them, or change one's id.");
        }
    }

    private void row(Values values) {
        RowKind kind = values.word("kind", RowKind.class);
        boolean restriction = kind == RowKind.RESTRICTION;
        if (restriction != values.has("restricts")) {
            problems.add(
                    "LAW-ROW-INCOMPLETE",
                    values.place(),
                    restriction ? "The restriction does not say what it restricts." : "Only a restriction restricts.",
                    "Add 'restricts', take it away, or change the kind.");
        }
        var row = new LawRow(
                values.text("id"),
                values.text("provision"),
                kind,
                values.words("nations", Nation.class),
                values.word("verified", Mark.class),
                values.optionalDay("verified-on"),
                values.word("in-force", Force.class),
                values.optionalDay("in-force-from"),
                values.optionalDay("in-force-to"),
                bodies(values.group("from")),
                bodies(values.group("to")),
                values.saysYes("mutual"),
                values.saysYes("within-one-organisation"),
                purposes(values),
                new Reach(
                        values.words("only-origins", Origin.class),
                        values.words("only-forms", SharingForm.class),
                        values.words("only-details", Detail.class),
                        values.groups("excludes").stream().map(this::exclusion).toList()),
                values.words("requires", FactName.class),
                values.saysYes("use-limited"),
                values.saysYes("keeps-confidence"),
                values.optionalGroup("restricts").map(LawPackReader::restricts),
                values.text("limits"),
                values.optionalText("offence"),
                values.text("link"),
                sha256(CanonicalJson.write(values.fields())).substring(0, 16));
        once(rows.put(row.id(), row), values);
        placesOfRows.put(row.id(), values.place());
    }

    private Bodies bodies(Values values) {
        var bodies = new Bodies(
                values.saysYes("anyone"), values.saysYes("listed"), values.words("kinds", OrganisationKind.class));
        boolean none = bodies.kinds().isEmpty() && !bodies.listed();
        eitherOr(values, bodies.anyone(), none, "'anyone: yes' and 'kinds' or 'listed: yes'");
        return bodies;
    }

    private Purposes purposes(Values values) {
        var purposes = new Purposes(values.saysYes("any-purpose"), values.words("for", PurposeKind.class));
        eitherOr(values, purposes.any(), purposes.kinds().isEmpty(), "'any-purpose: yes' or 'for'");
        return purposes;
    }

    private void eitherOr(Values values, boolean all, boolean none, String choice) {
        if (all != none) {
            problems.add(
                    "LAW-ROW-INCOMPLETE",
                    values.place(),
                    "The row gives neither or both of " + choice + ".",
                    "Give exactly one: what is left out never means everything.");
        }
    }

    private Exclusion exclusion(Values values) {
        var exclusion = new Exclusion(
                values.words("senders", OrganisationKind.class),
                values.words("origins", Origin.class),
                values.words("sensitivities", Sensitivity.class),
                values.words("classes", FieldClass.class),
                values.saysYes("personal"));
        boolean saysWhich = exclusion.personal()
                || !exclusion.origins().isEmpty()
                || !exclusion.sensitivities().isEmpty()
                || !exclusion.classes().isEmpty();
        if (!saysWhich) {
            problems.add(
                    "LAW-ROW-INCOMPLETE",
                    values.place(),
                    "The exclusion does not say which data it excludes.",
                    "Give origins, sensitivities, classes or 'personal: yes'.");
        }
        return exclusion;
    }

    private static Restricts restricts(Values values) {
        return new Restricts(
                values.words("origins", Origin.class),
                values.textSet("received-under"),
                values.saysYes("identifying-again"),
                values.words("unless-purposes", PurposeKind.class),
                values.words("unless-forms", SharingForm.class),
                values.saysYes("unless-express"),
                values.words("unless-facts", FactName.class),
                values.isYes("lifted-by-serious-harm"));
    }

    private void references(LawRow row) {
        Place place = placesOfRows.getOrDefault(row.id(), new Place("law pack", 1));
        row.restricts().stream()
                .flatMap(restricts -> restricts.receivedUnder().stream())
                .filter(other -> !rows.containsKey(other))
                .forEach(other -> problems.add(
                        "LAW-REFERENCE", place, "There is no row '" + other + "'.", "Correct the id, or add the row."));
    }

    private Optional<SeriousHarm> seriousHarm() {
        for (Values values : seriousHarm) {
            if (!paragraphs.containsKey(values.text("paragraph"))) {
                problems.add(
                        "LAW-REFERENCE",
                        values.place("paragraph"),
                        "There is no paragraph of this id.",
                        "Correct the id, or add the paragraph.");
            }
        }
        seriousHarm.stream().skip(1).forEach(second -> once(second, second));
        return seriousHarm.stream()
                .findFirst()
                .map(values -> new SeriousHarm(
                        values.word("basis", LawfulBasis.class),
                        values.word("condition", SpecialCondition.class),
                        values.text("paragraph"),
                        values.word("life-and-death-basis", LawfulBasis.class),
                        values.word("life-and-death-condition", SpecialCondition.class),
                        values.whole("review-within-working-days")));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java has SHA-256.", impossible);
        }
    }
}
