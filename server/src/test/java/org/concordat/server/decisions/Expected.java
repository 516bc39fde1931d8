package org.concordat.server.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;

/** One honest answer of a playbook, as far as decisions are compared with it. */
record Expected(String request, String answer, Set<String> practice, Set<String> rules) {

    static List<Expected> of(String playbook) {
        var problems = new Problems();
        Node.Fields file = YamlFile.read(
                        playbook,
                        new ByteArrayInputStream(Town.expected(playbook).getBytes(UTF_8)),
                        problems)
                .orElseThrow(() -> new AssertionError(problems.inOrder()));
        return ((Node.Items) java.util.Objects.requireNonNull(file.nodes().get("answers")))
                .nodes().stream()
                        .map(node -> ((Node.Fields) node).nodes())
                        .map(each -> new Expected(
                                text(each, "request"),
                                text(each, "answer"),
                                texts(each, "practice"),
                                texts(each, "rules")))
                        .toList();
    }

    private static String text(Map<String, Node> fields, String name) {
        return ((Node.Text) java.util.Objects.requireNonNull(fields.get(name))).value();
    }

    private static Set<String> texts(Map<String, Node> fields, String name) {
        var texts = new HashSet<String>();
        if (fields.get(name) instanceof Node.Items items) {
            items.nodes().forEach(node -> texts.add(((Node.Text) node).value()));
        }
        return texts;
    }
}
