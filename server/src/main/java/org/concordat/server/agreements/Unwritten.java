package org.concordat.server.agreements;

import java.util.List;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problems;

/** What a draft says where somebody has yet to write or choose. Such a draft is not sent out: nobody signs a gap. */
public final class Unwritten {

    /** In a text that has to be written. */
    public static final String TEXT = "TO BE WRITTEN";

    /** In the place of a code that has to be chosen. */
    public static final String CODE = "to-be-chosen";

    private static final List<String> MARKS = List.of(TEXT, CODE);

    private Unwritten() {}

    /** Whether anything within is a gap. */
    public static boolean isIn(Node node) {
        return switch (node) {
            case Node.Text text -> MARKS.stream().anyMatch(text.value()::contains);
            case Node.Items items -> items.nodes().stream().anyMatch(Unwritten::isIn);
            case Node.Fields group -> group.nodes().values().stream().anyMatch(Unwritten::isIn);
        };
    }

    /** One problem for each field of the draft within which there is a gap. */
    static void check(String file, Node.Fields draft, Problems problems) {
        draft.nodes().forEach((name, node) -> {
            if (isIn(node)) {
                problems.add(
                        "AGREEMENT-UNWRITTEN",
                        new Place(
                                file,
                                draft.places().getOrDefault(name, draft.place()).line()),
                        "Something within '" + name + "' is still to be written or chosen.",
                        "Settle whatever says " + String.join(" or ", MARKS) + ".");
            }
        });
    }
}
