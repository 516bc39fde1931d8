package org.concordat.cli.agreements.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.cli.agreements.Harbour;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Nothing that a file says is left out of the document. Every value of every file is changed in turn, and the document must
 * change with it; free text must stand in it word for word. A field that is added to a shape fails here until the sample
 * folder uses it and the document tells it.
 */
final class EveryFieldTest {
    private static final String MARK = "Quite another text, numbered 4711, that stands nowhere else.";
    private static final Set<String> TIERS = Set.of("protocol", "agreement", "schedule");
    private static final Harbour TOWN = Harbour.joined();
    private static final AgreementFolder FOLDER = TOWN.folder();
    private static final FolderTexts TEXTS = FolderTexts.of(TOWN.sources());

    /** One value of a file: the names of its fields, and how to read the file with another in its place. */
    private record Leaf(String path, Shape shape, String value) {}

    /** The document in which a file of that kind and id is told. */
    private static String documentOf(String kind, String id) {
        return switch (kind) {
            case "protocol", "agreement", "schedule" -> id;
            case "accession" -> TEXTS.file(kind, id).orElseThrow().text("to");
            case "signature" -> {
                String of = TEXTS.file(kind, id).orElseThrow().text("of");
                yield TEXTS.file("accession", of)
                        .map(accession -> accession.text("to"))
                        .orElse(of);
            }
            case "organisation", "team" -> "PR-1";
            default -> "SC-1";
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol",
                "agreement",
                "schedule",
                "accession",
                "organisation",
                "team",
                "role",
                "dataset",
                "purpose",
                "code-list",
                "signature",
                "verification"
            })
    void changesWithEveryValueOfEveryFile(String kind) {
        var unseen = new ArrayList<String>();
        var seen = new TreeSet<String>();
        int tried = 0;
        for (var file : TEXTS.all(kind).entrySet()) {
            if (file.getKey().equals("visits")) {
                continue; // No document shares it.
            }
            String document = documentOf(kind, file.getKey());
            String before = html(document, TEXTS, FOLDER);
            for (Leaf leaf : leaves(kind, file.getValue())) {
                if (isOfAFieldThatIsNotShared(kind, leaf) || hasOneSpelling(leaf.shape())) {
                    continue;
                }
                tried++;
                if (leaf.path().equals(kind) && !TIERS.contains(kind)) {
                    // Its own id is the name under which others refer to it.
                    assertThat(before).contains(leaf.value());
                    continue;
                }
                if (!seen.add(leaf.path() + (kind.equals("schedule") ? "" : file.getKey()))) {
                    continue; // The second schedule is there for what the first one leaves out.
                }
                String after = "";
                boolean told = before.contains(leaf.value());
                for (String other : others(leaf)) {
                    var changed = with(kind, file.getKey(), leaf, other);
                    if (changed.isPresent()) {
                        after = html(document, changed.get(), FOLDER);
                        told = !after.equals(before)
                                && (!(leaf.shape() instanceof Shape.Prose) || after.contains(other));
                        break;
                    }
                }
                if (!told) {
                    unseen.add(file.getKey() + ": " + leaf.path());
                }
            }
        }
        assertThat(unseen).isEmpty();
        assertThat(tried).isPositive();
    }

    @Test
    void theSampleUsesEveryFieldThatAFileMayHold() {
        var used = new TreeSet<String>();
        TEXTS.files()
                .forEach((kind, files) -> files.values()
                        .forEach(file -> leaves(kind, file)
                                .forEach(leaf ->
                                        used.add(kind + " " + leaf.path().replaceAll("\\[\\d+]", "")))));
        var all = new TreeSet<String>();
        FileShapes.KINDS.forEach((kind, shape) -> paths(shape, "").forEach(path -> all.add(kind + " " + path)));
        // An agreement or schedule may have terms of its own for rights, like a protocol: one writer for all tiers.
        all.removeIf(path -> path.startsWith("agreement assurance") || path.startsWith("schedule assurance"));
        // Tiers share their shape: what says that joining is open to all stands in a schedule, a party that left, and
        // an early end, are tried where they happen.
        all.removeAll(List.of(
                "agreement ended-on",
                "protocol ended-on",
                "agreement parties.left",
                "agreement joining.open",
                "protocol joining.open"));
        assertThat(used).containsAll(all);
    }

    @Test
    void tellsTermsForRightsThatAScheduleHasOfItsOwn() {
        String protocol = TOWN.file("protocol");
        String own = protocol.substring(protocol.indexOf("assurance:")).replace("once a year", "twice a year");
        Harbour town = TOWN.plus("schedule-sc-1", TOWN.file("schedule-sc-1") + own);
        String html = html("SC-1", FolderTexts.of(town.sources()), town.folder());
        assertThat(html).contains("twice a year").doesNotContain("once a year", "has no such terms of its own");
    }

    private static String html(String id, FolderTexts texts, AgreementFolder folder) {
        return AgreementDocument.of(id, texts, folder, Harbour.UK).html();
    }

    private static boolean hasOneSpelling(Shape shape) {
        return shape instanceof Shape.OneOf(List<String> spellings) && spellings.size() == 1;
    }

    private static boolean isOfAFieldThatIsNotShared(String kind, Leaf leaf) {
        return kind.equals("dataset")
                && leaf.path().startsWith("fields[6]")
                && !leaf.path().endsWith(".field");
    }

    /** Other values that the shape allows. */
    private static List<String> others(Leaf leaf) {
        return switch (leaf.shape()) {
            case Shape.Prose prose -> List.of(MARK);
            case Shape.Id id -> List.of(leaf.value() + "-other");
            case Shape.Reference reference -> List.of(leaf.value() + "-other");
            case Shape.OneOf(List<String> spellings) ->
                spellings.stream()
                        .filter(spelling -> !spelling.equals(leaf.value()))
                        .toList();
            case Shape.Day day ->
                List.of(LocalDate.parse(leaf.value()).plusDays(1).toString());
            case Shape.Whole whole -> List.of(String.valueOf(Integer.parseInt(leaf.value()) + 1));
            case Shape.YesNo yesNo -> List.of(leaf.value().equals("yes") ? "no" : "yes");
            case Shape.Bytes(int count) -> List.of(Base64.getEncoder().encodeToString(new byte[count]));
            case Shape.ListOf list -> throw new IllegalStateException("A list is no single value.");
            case Shape.Group group -> throw new IllegalStateException("A group is no single value.");
        };
    }

    /** The files with one value changed; nothing when the file would then repeat itself. */
    private static Optional<FolderTexts> with(String kind, String id, Leaf leaf, String other) {
        var file = TEXTS.file(kind, id).orElseThrow();
        var changed = (Node.Fields) replaced(file.fields(), "", leaf.path(), other);
        var problems = new Problems();
        var values = Values.of(kind, changed, shape(kind), problems);
        if (values.isEmpty()) {
            assertThat(problems.inOrder())
                    .as(leaf.path())
                    .allSatisfy(problem -> assertThat(problem.code()).isEqualTo("LIST-REPEATS"));
            return Optional.empty();
        }
        var files = new TreeMap<>(TEXTS.files());
        var ofKind = new TreeMap<>(TEXTS.all(kind));
        ofKind.put(id, values.orElseThrow());
        files.put(kind, ofKind);
        return Optional.of(new FolderTexts(files));
    }

    private static Node replaced(Node node, String at, String path, String other) {
        return switch (node) {
            case Node.Text text -> at.equals(path) ? new Node.Text(text.place(), other) : text;
            case Node.Items items -> {
                var all = new ArrayList<Node>();
                for (int i = 0; i < items.nodes().size(); i++) {
                    all.add(replaced(items.nodes().get(i), at + "[" + i + "]", path, other));
                }
                yield new Node.Items(items.place(), all);
            }
            case Node.Fields fields -> {
                var all = new LinkedHashMap<String, Node>();
                fields.nodes().forEach((name, value) -> all.put(name, replaced(value, step(at, name), path, other)));
                yield new Node.Fields(fields.place(), all, fields.places());
            }
        };
    }

    private static List<Leaf> leaves(String kind, Values file) {
        var leaves = new ArrayList<Leaf>();
        leaves(shape(kind), file.fields(), "", leaves);
        return leaves;
    }

    private static void leaves(Shape shape, Node node, String at, List<Leaf> leaves) {
        switch (node) {
            case Node.Text text -> leaves.add(new Leaf(at, shape, text.value()));
            case Node.Items items -> {
                for (int i = 0; i < items.nodes().size(); i++) {
                    leaves(((Shape.ListOf) shape).of(), items.nodes().get(i), at + "[" + i + "]", leaves);
                }
            }
            case Node.Fields fields ->
                fields.nodes()
                        .forEach((name, value) -> leaves(
                                ((Shape.Group) shape).field(name).orElseThrow().shape(),
                                value,
                                step(at, name),
                                leaves));
        }
    }

    private static Shape.Group shape(String kind) {
        return Objects.requireNonNull(FileShapes.KINDS.get(kind), kind);
    }

    /** The paths of all single values of a shape, lists without their numbers. */
    private static Stream<String> paths(Shape shape, String at) {
        return switch (shape) {
            case Shape.Group group ->
                group.fields().stream().flatMap(field -> paths(field.shape(), step(at, field.name())));
            case Shape.ListOf list -> paths(list.of(), at);
            default -> Stream.of(at);
        };
    }

    private static String step(String at, String name) {
        return at.isEmpty() ? name : at + "." + name;
    }
}
