package org.concordat.server.agreements.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.policy.reading.Node;

/** Adds a group to a list within a section, or takes one away, before anything is saved. */
final class GroupLists {

    private GroupLists() {}

    /**
     * The answers after a button was pressed.
     *
     * @param act {@code add:law.powers}, {@code remove:law.powers.1}, or anything else, which changes nothing
     */
    static Map<String, Node> after(String act, Map<String, Node> answers) {
        int colon = act.indexOf(':');
        List<String> path = List.of(act.substring(colon + 1).split("\\."));
        return colon < 0 || path.isEmpty() ? answers : change(answers, path, act.startsWith("add:"));
    }

    private static Map<String, Node> change(Map<String, Node> answers, List<String> path, boolean add) {
        String name = path.getFirst();
        List<String> rest = path.subList(1, path.size());
        Optional<Node> before = Optional.ofNullable(answers.get(name));
        var after = new LinkedHashMap<>(answers);
        if (rest.isEmpty()) {
            if (add) {
                after.put(name, added(SectionAnswers.items(before)));
            }
        } else if (before.isPresent() && before.get() instanceof Node.Items items) {
            after.put(name, within(items, rest, add));
        } else {
            after.put(name, SectionAnswers.group(change(SectionAnswers.nodes(before), rest, add)));
        }
        return after;
    }

    private static Node within(Node.Items items, List<String> path, boolean add) {
        int index = path.getFirst().matches("[0-9]{1,3}") ? Integer.parseInt(path.getFirst()) : -1;
        if (index < 0 || index >= items.nodes().size()) {
            return items;
        }
        var nodes = new ArrayList<>(items.nodes());
        if (path.size() == 1 && !add) {
            nodes.remove(index);
        } else if (path.size() > 1) {
            Map<String, Node> group = SectionAnswers.nodes(Optional.of(nodes.get(index)));
            nodes.set(index, SectionAnswers.group(change(group, path.subList(1, path.size()), add)));
        }
        return new Node.Items(items.place(), nodes);
    }

    private static Node added(List<Node> before) {
        var nodes = new ArrayList<>(before);
        if (nodes.size() < SectionAnswers.MOST_GROUPS) {
            nodes.add(SectionAnswers.group(Map.of()));
        }
        return new Node.Items(SectionAnswers.group(Map.of()).place(), nodes);
    }
}
