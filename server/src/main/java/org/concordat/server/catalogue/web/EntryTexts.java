package org.concordat.server.catalogue.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.reading.Values;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.parts.Revised;

/** A dataset or purpose as texts by what they are called, so that two versions of it can be laid side by side. */
final class EntryTexts {

    private EntryTexts() {}

    /** What changed from one version to another. */
    static List<Revised> between(EntryKind kind, Values before, Values after) {
        Map<String, String> old = of(kind, before);
        Map<String, String> now = of(kind, after);
        return now.keySet().stream()
                .filter(key -> !Objects.equals(old.get(key), now.get(key)))
                .map(key -> Revised.of(key, old.getOrDefault(key, ""), now.getOrDefault(key, "")))
                .toList();
    }

    private static Map<String, String> of(EntryKind kind, Values values) {
        var texts = new LinkedHashMap<String, String>();
        texts.put("catalogue.name", values.text("name"));
        switch (kind) {
            case DATASET -> {
                texts.put("catalogue.origin", values.text("origin"));
                texts.put(
                        "catalogue.received-under",
                        values.optionalText("received-under").orElse(""));
                texts.put("catalogue.collected-for", String.join(", ", values.texts("collected-for")));
                texts.put(
                        "catalogue.fields",
                        values.groups("fields").stream().map(EntryTexts::field).collect(Collectors.joining("\n")));
            }
            case PURPOSE -> {
                texts.put("catalogue.purpose.about", values.text("about"));
                texts.put("catalogue.purpose.kinds", String.join(", ", values.texts("kinds")));
            }
            case ROLE, CODE_LIST -> {}
        }
        return texts;
    }

    /** Everything that a description says of a field, in a line. */
    private static String field(Values field) {
        List<String> said = new ArrayList<>(
                List.of(field.text("field"), field.text("about"), field.text("class"), field.text("written-as")));
        said.addAll(field.texts("sensitive"));
        Stream.of("detail", "codes")
                .flatMap(name -> field.optionalText(name).stream())
                .forEach(said::add);
        return String.join(", ", said);
    }
}
