package org.concordat.server.catalogue.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.Word;
import org.concordat.server.catalogue.CatalogueEntry;
import org.concordat.server.foundation.forms.Form;
import org.concordat.server.foundation.forms.Option;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A dataset as it is typed: a file of the agreement folder, or a name and a line for each field. */
final class DatasetForm {

    /** What codes of the catalogue look like. */
    static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private static final int LONGEST_TEXT = 100_000;

    private DatasetForm() {}

    /** The text of the dataset's file, from an uploaded file or from what was typed; problems are noted in the form. */
    static Optional<String> text(Form form, Optional<String> file, String holder, Map<String, String> offered) {
        String name = form.text("name").label("catalogue.name").atMost(300).value();
        Optional<String> code = form.text("code")
                .label("catalogue.code")
                .matches(CODE, "code")
                .atMost(60)
                .optional();
        Optional<Origin> origin = form.choice("origin", words(Origin.class))
                .label("catalogue.origin")
                .value();
        SequencedSet<String> purposes = form.choices("purposes", offered)
                .label("catalogue.collected-for")
                .value();
        String lines = form.text("fields")
                .label("catalogue.fields")
                .lines()
                .atMost(LONGEST_TEXT)
                .value();
        if (file.isPresent() || form.hasProblems()) {
            return file;
        }
        if (name.isEmpty()) {
            form.problem("name", "catalogue.name.required");
        }
        if (code.isEmpty()) {
            form.problem("code", "catalogue.code.required");
        }
        if (origin.isEmpty()) {
            form.problem("origin", "catalogue.origin.required");
        }
        if (purposes.isEmpty()) {
            form.problem("purposes", "catalogue.collected-for.required");
        }
        List<Map<String, Object>> fields = fields(form, lines);
        if (form.hasProblems()) {
            return Optional.empty();
        }
        var written = new LinkedHashMap<String, Object>();
        written.put("dataset", code.orElseThrow());
        written.put("name", name);
        written.put("holder", holder);
        written.put("origin", origin.orElseThrow().word());
        written.put("collected-for", List.copyOf(purposes));
        written.put("fields", fields);
        return Optional.of(yaml(written));
    }

    /** The text of a file with these fields. */
    static String yaml(Map<String, ?> fields) {
        return new Dump(DumpSettings.builder()
                        .setDefaultFlowStyle(FlowStyle.AUTO)
                        .setWidth(120)
                        .build())
                .dumpToString(fields);
    }

    /** Fields from lines such as {@code nhs-number, NHS number, identifier} with, if need be, what makes it sensitive and {@code opinion}. */
    private static List<Map<String, Object>> fields(Form form, String lines) {
        var fields = new ArrayList<Map<String, Object>>();
        int number = 0;
        for (String line : lines.split("\n", -1)) {
            number++;
            if (line.isBlank()) {
                continue;
            }
            List<String> parts =
                    Stream.of(line.split("[,\t;]", -1)).map(String::strip).toList();
            if (parts.size() < 3 || Word.of(FieldClass.class, parts.get(2)).isEmpty()) {
                form.problem(
                        "fields", "catalogue.fields.line", number, String.join(", ", Word.spellings(FieldClass.class)));
                return fields;
            }
            var field = new LinkedHashMap<String, Object>();
            field.put("field", parts.get(0));
            field.put("about", parts.get(1));
            field.put("class", parts.get(2));
            List<String> more = parts.subList(3, parts.size());
            field.put(
                    "written-as",
                    more.stream()
                            .filter(word -> Word.of(Authorship.class, word).isPresent())
                            .findFirst()
                            .orElse(Authorship.FACT.word()));
            List<String> sensitive = more.stream()
                    .filter(word -> Word.of(Sensitivity.class, word).isPresent())
                    .toList();
            if (!sensitive.isEmpty()) {
                field.put("sensitive", sensitive);
            }
            fields.add(field);
        }
        if (fields.isEmpty()) {
            form.problem("fields", "catalogue.fields.required");
        }
        return fields;
    }

    /** What is wrong where the text says that another organisation holds the dataset, or is another's than the one changed. */
    static Optional<Problem> elsewhere(String text, String ours, Optional<CatalogueEntry> before) {
        var problems = new Problems();
        Optional<Node.Fields> fields =
                YamlFile.read("dataset.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), problems);
        if (fields.isEmpty()) {
            return problems.inOrder().stream().findFirst();
        }
        String holder = value(fields.get(), "holder");
        if (!holder.isEmpty() && !holder.equals(ours)) {
            return Optional.of(new Problem(
                    "DATASET-NOT-YOURS",
                    fields.get().place(),
                    "The dataset is held by '" + holder + "'.",
                    "Describe those that your organisation holds, and write '" + ours + "' as holder."));
        }
        return before.filter(entry -> !entry.code().equals(value(fields.get(), "dataset")))
                .map(entry -> new Problem(
                        "DATASET-OTHER",
                        fields.get().place(),
                        "The text is that of another dataset.",
                        "Keep the code '" + entry.code() + "', or add the other as a new one."));
    }

    private static String value(Node.Fields fields, String name) {
        return fields.nodes().get(name) instanceof Node.Text text ? text.value() : "";
    }

    static List<Option> purposes(List<CatalogueEntry> entries) {
        return entries.stream()
                .map(entry -> Option.named(entry.code(), entry.name()))
                .toList();
    }

    static List<Option> origins() {
        return Word.spellings(Origin.class).stream()
                .map(word -> Option.named(word, word.replace('-', ' ')))
                .toList();
    }

    private static <W extends Enum<W> & Word> Map<String, W> words(Class<W> vocabulary) {
        return Stream.of(vocabulary.getEnumConstants()).collect(Collectors.toMap(Word::word, Function.identity()));
    }
}
