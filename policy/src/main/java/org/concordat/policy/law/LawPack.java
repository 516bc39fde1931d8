package org.concordat.policy.law;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.policy.PolicyException;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.SpecialCondition;

/**
 * The law of one place at one time, as data. Read it once; it never changes.
 *
 * @param id of the pack, such as {@code uk}
 * @param version of its contents
 * @param fingerprint SHA-256 of its canonical form, hexadecimal: what a decision records
 */
public record LawPack(
        String id,
        String version,
        String fingerprint,
        Map<String, LawRow> rows,
        Map<LawfulBasis, LawCondition.Basis> bases,
        Map<SpecialCondition, LawCondition.Special> conditions,
        Map<String, LawCondition.Paragraph> paragraphs,
        Set<OrganisationKind> lawEnforcementBodies,
        Optional<SeriousHarm> seriousHarm) {

    private static final List<String> SHIPPED =
            List.of("uk/gateways.yaml", "uk/restrictions.yaml", "uk/conditions.yaml");

    public LawPack {
        rows = Collections.unmodifiableMap(new LinkedHashMap<>(new TreeMap<>(rows)));
        bases = Map.copyOf(bases);
        conditions = Map.copyOf(conditions);
        paragraphs = Collections.unmodifiableMap(new TreeMap<>(paragraphs));
        lawEnforcementBodies = Set.copyOf(lawEnforcementBodies);
    }

    /**
     * One file of a pack.
     *
     * @param name what messages call it
     */
    public record Source(String name, InputStream content) {}

    /** The pack for the United Kingdom that Concordat ships. */
    public static LawPack unitedKingdom() {
        return read(SHIPPED.stream().map(LawPack::shipped).toList());
    }

    /**
     * A pack of the given files, which are left open.
     *
     * @throws PolicyException naming every problem by file and line, when anything at all is wrong
     */
    public static LawPack read(List<Source> files) {
        var problems = new Problems();
        Optional<LawPack> pack = read(files, problems);
        return pack.orElseThrow(() -> new PolicyException(
                "LAW-PACK-UNUSABLE",
                "The law pack cannot be used. Correct these and try again:\n"
                        + String.join(
                                "\n",
                                problems.inOrder().stream()
                                        .map(Problem::toString)
                                        .toList())));
    }

    /** The same, with problems as values: nothing is returned when there is any. */
    public static Optional<LawPack> read(List<Source> files, Problems problems) {
        return new LawPackReader(problems).read(files);
    }

    /** The row of that id. */
    public Optional<LawRow> row(String rowId) {
        return Optional.ofNullable(rows.get(rowId));
    }

    /** All restrictions, in order of id. */
    public Collection<LawRow> restrictions() {
        return rows.values().stream().filter(row -> row.restricts().isPresent()).toList();
    }

    private static Source shipped(String name) {
        try (InputStream stream = LawPack.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new PolicyException(
                        "LAW-PACK-MISSING", "The law pack's file " + name + " is not in the program. Build it again.");
            }
            return new Source(name, new ByteArrayInputStream(stream.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
