package org.concordat.pictures.networks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.Picture;
import org.concordat.pictures.Pictured;

/**
 * Nodes and the arrows between them, such as who shares data with whom. Each node carries a number that the key repeats,
 * so that long names never cover the arrows. Arrows bend to their right, so that those there and back stay apart.
 *
 * <pre>{@code
 * NetworkDiagram.of("Who shares with whom").amounts("records", Numbers.COUNT)
 *         .node("housing", "Housing").node("police", "Police").arrow("housing", "police", 1_204)
 * }</pre>
 */
public final class NetworkDiagram implements Pictured {
    /** A tie with a direction. */
    record Arrow(int from, int to, double amount, int kind) {}

    private static final int MOST_NODES = 60;

    private final String title;
    private String caption = "";
    private String amountsAre = "";
    private Numbers style = Numbers.COUNT;
    private List<String> kinds = List.of();
    private final Map<String, String> nodes = new LinkedHashMap<>();
    private final List<Arrow> arrows = new ArrayList<>();

    private NetworkDiagram(String title) {
        this.title = title;
    }

    public static NetworkDiagram of(String title) {
        return new NetworkDiagram(title);
    }

    /** What a reader should take from the picture. */
    public NetworkDiagram saying(String words) {
        caption = words;
        return this;
    }

    /** What the amounts of the arrows are and how they are written. */
    public NetworkDiagram amounts(String words, Numbers style) {
        amountsAre = words;
        this.style = style;
        return this;
    }

    /** The kinds of arrows, the most important first, with the words of the key; at most three. */
    public NetworkDiagram kinds(String... words) {
        if (words.length > Stroke.kinds()) {
            throw new IllegalArgumentException(
                    "Kinds of arrows: at most " + Stroke.kinds() + ", since more cannot be told apart.");
        }
        kinds = List.of(words);
        return this;
    }

    /** A node: an id for the arrows, and the name readers see. */
    public NetworkDiagram node(String id, String name) {
        if (nodes.size() >= MOST_NODES) {
            throw new IllegalArgumentException("Network: at most " + MOST_NODES + " nodes; show more as a table.");
        }
        if (nodes.putIfAbsent(id, name) != null) {
            throw new IllegalArgumentException("Network: each node once.");
        }
        return this;
    }

    /** An arrow between two nodes added before; an amount above 0 sets its thickness. */
    public NetworkDiagram arrow(String from, String to, double amount) {
        return arrow(from, to, amount, kinds.isEmpty() ? "" : kinds.getFirst());
    }

    /** The same of a kind named before. */
    public NetworkDiagram arrow(String from, String to, double amount, String kind) {
        int kindNumber = kinds.isEmpty() && kind.isEmpty() ? 0 : kinds.indexOf(kind);
        if (kindNumber < 0) {
            throw new IllegalArgumentException("Arrow: a kind named before, given another.");
        }
        var ids = List.copyOf(nodes.keySet());
        int tail = ids.indexOf(from);
        int head = ids.indexOf(to);
        if (tail < 0 || head < 0 || tail == head) {
            throw new IllegalArgumentException("Arrow: between two different nodes added before.");
        }
        if (!Double.isFinite(amount) || amount <= 0) {
            throw new IllegalArgumentException("Arrow: an amount above 0, given " + amount + ".");
        }
        arrows.add(new Arrow(tail, head, amount, kindNumber));
        return this;
    }

    @Override
    public Picture picture() {
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("Network: at least one node, given none.");
        }
        var names = List.copyOf(nodes.values());
        var ties = List.copyOf(arrows);
        var words = kinds;
        var description = "Network diagram of " + names.size() + (names.size() == 1 ? " node" : " nodes") + " and "
                + ties.size() + (ties.size() == 1 ? " arrow." : " arrows.");
        return new Picture(
                title, caption, description, table(), canvas -> new Circle(canvas, names, ties, words).draw());
    }

    private NumberTable table() {
        var names = List.copyOf(nodes.values());
        var heading = amountsAre.isEmpty()
                ? "Amount"
                : amountsAre.substring(0, 1).toUpperCase(java.util.Locale.UK) + amountsAre.substring(1);
        var table = NumberTable.of(title, "From").words("To");
        table = kinds.isEmpty() ? table : table.words("Kind");
        return table.numbers(heading)
                .rows(arrows.stream().map(a -> row(names, a)).toList());
    }

    private List<String> row(List<String> names, Arrow arrow) {
        var cells = new ArrayList<>(List.of(names.get(arrow.from()), names.get(arrow.to())));
        if (!kinds.isEmpty()) {
            cells.add(kinds.get(arrow.kind()));
        }
        cells.add(style.write(arrow.amount()));
        return cells;
    }
}
