package org.concordat.server.agreements.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.concordat.policy.reading.Node;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Writes files of the agreement folder. Lists of short texts stand in one line. */
public final class YamlText {

    private static final int WIDTH = 120;

    /** Longer texts begin on a line of their own. */
    private static final int LONGEST_BESIDE_NAME = 100;

    private YamlText() {}

    /** The file with these fields, in their order: texts, numbers, lists and maps. */
    static String of(Map<String, ?> fields) {
        return of(fields, FlowStyle.AUTO);
    }

    /** The same with each field in a line of its own, so that lines can be added. */
    static String inLines(Map<String, ?> fields) {
        return of(fields, FlowStyle.BLOCK);
    }

    private static String of(Map<String, ?> fields, FlowStyle style) {
        var settings = DumpSettings.builder()
                .setDefaultFlowStyle(style)
                .setWidth(WIDTH)
                .setSplitLines(true)
                .build();
        return new Dump(settings).dumpToString(fields);
    }

    /** The file with what was read from one, or typed in its place, as people write such files. Comments are not kept. */
    public static String of(Node.Fields fields) {
        var settings = DumpSettings.builder()
                .setWidth(WIDTH)
                .setSplitLines(true)
                .setIndicatorIndent(2)
                .setIndentWithIndicator(true)
                .build();
        var text = new StringBuilder();
        new Dump(settings).dumpNode(node(fields, settings), new StreamDataWriter() {
            @Override
            public void write(String part) {
                text.append(part);
            }

            @Override
            public void write(String part, int from, int length) {
                text.append(part, from, from + length);
            }
        });
        return text.toString();
    }

    private static org.snakeyaml.engine.v2.nodes.Node node(Node node, DumpSettings settings) {
        return switch (node) {
            case Node.Text text -> scalar(text.value(), settings);
            case Node.Items items -> {
                boolean plain = items.nodes().stream().allMatch(Node.Text.class::isInstance);
                List<org.snakeyaml.engine.v2.nodes.Node> nodes = new ArrayList<>();
                items.nodes().forEach(each -> nodes.add(node(each, settings)));
                yield new SequenceNode(Tag.SEQ, nodes, plain ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
            case Node.Fields fields -> {
                List<NodeTuple> tuples = new ArrayList<>();
                fields.nodes()
                        .forEach((name, value) ->
                                tuples.add(new NodeTuple(scalar(name, settings), node(value, settings))));
                yield new MappingNode(Tag.MAP, tuples, tuples.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
            }
        };
    }

    /** Our reader takes every value as text, so none needs quotes to be kept from being a number or a yes. */
    private static ScalarNode scalar(String value, DumpSettings settings) {
        Tag tag = settings.getSchema().getScalarResolver().resolve(value, true);
        ScalarStyle style = value.contains("\n")
                ? ScalarStyle.LITERAL
                : value.length() > LONGEST_BESIDE_NAME ? ScalarStyle.FOLDED : ScalarStyle.PLAIN;
        return new ScalarNode(tag, value, style);
    }
}
