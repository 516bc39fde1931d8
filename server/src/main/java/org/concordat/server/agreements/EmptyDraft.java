package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.words.Tier;
import org.concordat.server.agreements.internal.YamlText;

/**
 * A draft in which nothing is written yet but what it is, between whom and for how long. All else is a gap, see
 * {@link Unwritten}: nothing is answered for anybody by a value that stood there from the beginning.
 *
 * @param parent the tier above; empty for a protocol
 * @param parties codes of organisations
 * @param from first day
 * @param to last day
 */
public record EmptyDraft(
        Tier tier,
        String code,
        String title,
        Optional<String> parent,
        List<String> parties,
        LocalDate from,
        LocalDate to) {

    private static final Place PLACE = new Place("form", 1);

    public EmptyDraft {
        parties = List.copyOf(parties);
        if (parent.isPresent() == (tier == Tier.PROTOCOL)) {
            throw new IllegalArgumentException("a protocol lies within nothing, all else within something");
        }
    }

    /**
     * The text of its file.
     *
     * @param today when it is begun
     */
    String text(LocalDate today) {
        var known = new LinkedHashMap<String, Node>();
        known.put(tier.word(), said(code));
        known.put("title", said(title));
        parent.ifPresent(above -> known.put("parent", said(above)));
        known.put("version", said("1"));
        known.put(
                "versions",
                new Node.Items(
                        PLACE,
                        List.of(group(Map.of(
                                "version",
                                said("1"),
                                "on",
                                said(today.toString()),
                                "change",
                                said("First version."))))));
        known.put("from", said(from.toString()));
        known.put("to", said(to.toString()));
        LocalDate yearOn = from.plusYears(1);
        known.put("review-by", said((yearOn.isBefore(to) ? yearOn : to).toString()));
        known.put("parties", each(party -> Map.of("organisation", said(party), "joined", said(from.toString()))));
        if (tier == Tier.SCHEDULE) {
            known.put("law", group(Map.of("bases", each(party -> Map.of("organisation", said(party))))));
        }
        var shape = Objects.requireNonNull(FileShapes.KINDS.get(tier.word()));
        Map<String, Node> filled = Unwritten.filled(shape.fields(), known);
        return YamlText.of(group(filled));
    }

    private Node each(java.util.function.Function<String, Map<String, Node>> party) {
        return new Node.Items(
                PLACE,
                parties.stream().<Node>map(code -> group(party.apply(code))).toList());
    }

    private static Node.Fields group(Map<String, Node> nodes) {
        return new Node.Fields(PLACE, nodes, Map.of());
    }

    private static Node said(String text) {
        return new Node.Text(PLACE, text);
    }
}
