package org.concordat.cli.agreements.documents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Tier;

/**
 * Everything the files of a folder say, by kind and id. Documents are written from this and not from the records that
 * decisions use, since a record leaves out what no decision needs.
 *
 * @param files by kind, then id
 */
record FolderTexts(Map<String, Map<String, Values>> files) {

    /** What these files say; they were read as a folder before, without any problem. */
    static FolderTexts of(List<AgreementFolder.Source> sources) {
        var problems = new Problems();
        var files = new TreeMap<String, Map<String, Values>>();
        for (AgreementFolder.Source source : sources) {
            YamlFile.read(source.name(), source.content(), problems).ifPresent(fields -> {
                String kind = fields.nodes().keySet().iterator().next();
                Optional.ofNullable(FileShapes.KINDS.get(kind))
                        .flatMap(shape -> Values.of(kind, fields, shape, problems))
                        .ifPresent(values -> files.computeIfAbsent(kind, none -> new TreeMap<>())
                                .put(values.text(kind), values));
            });
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("sources: files of a checked folder, given others");
        }
        return new FolderTexts(files);
    }

    /** The file of that kind and id. */
    Optional<Values> file(String kind, String id) {
        return Optional.ofNullable(all(kind).get(id));
    }

    /** All files of a kind, by id. */
    Map<String, Values> all(String kind) {
        return files.getOrDefault(kind, Map.of());
    }

    /** The tier of the protocol, agreement or schedule of that id. */
    Optional<Tier> tier(String id) {
        return Stream.of(Tier.values())
                .filter(tier -> all(tier.word()).containsKey(id))
                .findFirst();
    }

    /** The document of that id and those above it, lowest first. */
    Map<String, Values> upwards(String id) {
        var tiers = new LinkedHashMap<String, Values>();
        Optional<String> next = Optional.of(id);
        while (next.isPresent() && !tiers.containsKey(next.get())) {
            String at = next.get();
            Optional<Values> text = tier(at).flatMap(tier -> file(tier.word(), at));
            text.ifPresent(values -> tiers.put(at, values));
            next = text.flatMap(values -> values.optionalText("parent"));
        }
        return tiers;
    }

    /** What people call the thing of that kind and id; its id where no file describes it. */
    String name(String kind, String id) {
        return file(kind, id).map(values -> values.text("name")).orElse(id);
    }

    /** The same with the id, for the place where a reader meets it first. */
    String nameAndId(String kind, String id) {
        return file(kind, id)
                .map(values -> values.text("name") + " (" + id + ")")
                .orElse(id);
    }
}
