package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.blocking.RuleWords;
import org.concordat.linkage.levels.Comparison.Scope;
import org.concordat.linkage.levels.Comparisons;
import org.concordat.linkage.model.TrainedModel.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link ModelFile} describes, and nothing else. */
final class ModelReader {
    /** A level takes four bits of a pattern, one of which means missing. */
    private static final int MOST_LEVELS = 15;

    private static final int MOST_KINDS = 1000;
    private static final int MOST_RULES = 1000;
    /** Probabilities that a person typed in need not add up to the last digit. */
    private static final double CLOSE_ENOUGH = 1e-6;

    private static final double LARGEST = 1e300;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private List<Words> comparisons = List.of();
    private int[] levelCounts = {};

    private ModelReader() {}

    static TrainedModel read(byte[] bytes) {
        JsonNode json;
        try {
            json = JSON.readTree(bytes);
        } catch (JacksonException e) {
            // Without the cause: it quotes the file, which may be a file of people given by mistake.
            throw ModelFile.unreadable("The model file is not whole JSON" + place(e.getLocation()) + ".");
        }
        if (json == null || !json.isObject() || !ModelFile.FORMAT.equals(textOf(json.get(ModelJson.FORMAT)))) {
            throw ModelFile.unreadable("The file is not a model: it does not begin as \"" + ModelFile.FORMAT + "\".");
        }
        refuseNewer(json.get(ModelJson.VERSION));
        return new ModelReader().file(JsonFields.of(json, ""));
    }

    private static String place(@Nullable TokenStreamLocation at) {
        return at == null || at.getLineNr() < 1 ? "" : ": line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static @Nullable String textOf(@Nullable JsonNode json) {
        return json != null && json.isString() ? json.stringValue() : null;
    }

    private static void refuseNewer(@Nullable JsonNode version) {
        if (version != null
                && version.isIntegralNumber()
                && (!version.canConvertToLong() || version.longValue() > ModelFile.VERSION)) {
            throw new LinkageException(
                    "MODEL-NEWER",
                    "The model file is of a later version than this program, which knows version " + ModelFile.VERSION
                            + ". Use a newer program, or train a new model with this one.");
        }
    }

    private TrainedModel file(JsonFields file) {
        file.text(ModelJson.FORMAT);
        file.whole(ModelJson.VERSION, ModelFile.VERSION, ModelFile.VERSION);
        long seed = file.whole(ModelJson.SEED, Long.MIN_VALUE, Long.MAX_VALUE);
        double recordsPerPerson = file.number(ModelJson.RECORDS_PER_PERSON, 1, LARGEST);
        Training.Convergence convergence = convergence(file.object(ModelJson.TRAINING));
        List<KindPriors> kinds = kinds(file);
        List<JsonFields> all = file.objects(ModelJson.COMPARISONS, 1, Comparisons.MOST);
        comparisons = words(all);
        levelCounts = comparisons.stream().mapToInt(w -> w.levels().size()).toArray();
        Dependence persons = dependence(all, ModelJson.ONE_PERSON);
        Dependence strangers = dependence(all, ModelJson.STRANGERS);
        Dependence[] related = Relation.ALL.stream()
                .map(relation -> sharedOnly(all, relation, strangers))
                .toArray(Dependence[]::new);
        double[][] rarity = rarity(all);
        all.forEach(JsonFields::refuseOthers);
        TrainedModel.@Nullable Blocking blocking =
                file.has(ModelJson.BLOCKING) ? blocking(file.object(ModelJson.BLOCKING)) : null;
        file.refuseOthers();
        return new TrainedModel(
                comparisons, persons, related, strangers, kinds, rarity, convergence, seed, recordsPerPerson, blocking);
    }

    private static Training.Convergence convergence(JsonFields json) {
        Training.Convergence convergence = new Training.Convergence(
                json.truth(ModelJson.CONVERGED),
                json.whole(ModelJson.ROUNDS, 0, Integer.MAX_VALUE),
                json.number(ModelJson.LAST_CHANGE, 0, LARGEST));
        json.refuseOthers();
        return convergence;
    }

    private static List<KindPriors> kinds(JsonFields file) {
        List<KindPriors> kinds = new ArrayList<>();
        Set<Object> seen = new HashSet<>();
        for (JsonFields json : file.objects(ModelJson.KINDS, 1, MOST_KINDS)) {
            List<String> sources = json.texts(ModelJson.SOURCES, 0, 2);
            boolean within = oneOf(json, ModelJson.PAIRED, ModelJson.WITHIN, ModelJson.ACROSS) == 0;
            double pairs = json.number(ModelJson.PAIRS, 0, LARGEST);
            double person = json.number(ModelJson.ONE_PERSON, Double.MIN_NORMAL, 1);
            List<Double> related = new ArrayList<>();
            Relation.ALL.forEach(relation -> related.add(json.number(relation.json(), 0, 1)));
            json.refuseOthers();
            if (!sources.isEmpty() && (sources.size() == 1) != within) {
                throw JsonFields.wrong(json.at(ModelJson.SOURCES), "one source within, two across");
            }
            if (sources.size() == 2 && sources.get(0).equals(sources.get(1))
                    || !seen.add(List.of(Set.copyOf(sources), within))) {
                throw JsonFields.wrong(json.at(ModelJson.SOURCES), "sources that no other kind of pair has");
            }
            if (!(KindPriors.strangerShare(person, related) > 0)) {
                throw JsonFields.wrong(json.at(ModelJson.ONE_PERSON), "shares that leave room for strangers");
            }
            kinds.add(new KindPriors(sources, within, pairs, person, related));
        }
        return kinds;
    }

    private static int oneOf(JsonFields json, String field, String... words) {
        int found = Arrays.asList(words).indexOf(json.text(field));
        if (found < 0) {
            throw JsonFields.wrong(json.at(field), "one of " + String.join(", ", words));
        }
        return found;
    }

    private static <E extends Enum<E>> E oneOf(JsonFields json, String field, E[] values) {
        return values[oneOf(json, field, Arrays.stream(values).map(Enum::name).toArray(String[]::new))];
    }

    private static List<Words> words(List<JsonFields> all) {
        List<Words> words = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (JsonFields json : all) {
            String name = json.text(ModelJson.NAME);
            if (!names.add(name)) {
                throw JsonFields.wrong(json.at(ModelJson.NAME), "a name that no other comparison has");
            }
            List<String> levels = json.texts(ModelJson.LEVELS, 2, MOST_LEVELS);
            words.add(new Words(
                    name,
                    oneOf(json, ModelJson.ATTRIBUTE, Attribute.values()),
                    oneOf(json, ModelJson.SHARED_BY, Scope.values()),
                    List.copyOf(levels),
                    json.whole(ModelJson.SIMILAR_LEVELS, 0, levels.size())));
        }
        return words;
    }

    private double[][] rarity(List<JsonFields> all) {
        double[][] rarity = new double[all.size()][];
        for (int c = 0; c < rarity.length; c++) {
            if (all.get(c).has(ModelJson.MEAN_RARITY)) {
                rarity[c] = all.get(c).numbers(ModelJson.MEAN_RARITY, levelCounts[c], 0, LARGEST);
            }
        }
        return rarity;
    }

    private Dependence dependence(List<JsonFields> all, String kind) {
        int[] parents = new int[all.size()];
        double[][][] tables = new double[all.size()][][];
        for (int c = 0; c < parents.length; c++) {
            fill(all.get(c).object(kind), c, parents, tables);
        }
        refuseCircles(parents, kind);
        return new Dependence(parents, tables);
    }

    /** The same for comparisons in which people so related agree in a way of their own; strangers' for the rest. */
    private Dependence sharedOnly(List<JsonFields> all, Relation relation, Dependence strangers) {
        int[] parents = strangers.parents();
        double[][][] tables = new double[all.size()][][];
        for (int c = 0; c < parents.length; c++) {
            Words words = comparisons.get(c);
            if (relation.shares(words.attribute(), words.scope())) {
                fill(all.get(c).object(relation.json()), c, parents, tables);
            } else {
                tables[c] = strangers.table(c);
            }
        }
        return new Dependence(parents, tables);
    }

    private void fill(JsonFields json, int number, int[] parents, double[][][] tables) {
        List<double[]> table = new ArrayList<>();
        table.add(json.numbers(ModelJson.PROBABILITIES, levelCounts[number], Double.MIN_NORMAL, 1));
        parents[number] = -1;
        if (json.has(ModelJson.DEPENDS_ON)) {
            String parent = json.text(ModelJson.DEPENDS_ON);
            parents[number] = comparisons.stream().map(Words::name).toList().indexOf(parent);
            if (parents[number] < 0 || parents[number] == number) {
                throw JsonFields.wrong(json.at(ModelJson.DEPENDS_ON), "the name of another comparison");
            }
            table.addAll(json.tables(
                    ModelJson.GIVEN, levelCounts[parents[number]], levelCounts[number], Double.MIN_NORMAL, 1));
        }
        json.refuseOthers();
        for (double[] row : table) {
            if (Math.abs(Arrays.stream(row).sum() - 1) > CLOSE_ENOUGH) {
                throw JsonFields.wrong(json.at(ModelJson.PROBABILITIES), "probabilities that add up to 1");
            }
        }
        tables[number] = table.toArray(double[][]::new);
    }

    private static void refuseCircles(int[] parents, String kind) {
        for (int c = 0; c < parents.length; c++) {
            int at = c;
            for (int step = 0; at >= 0; step++) {
                if (step > parents.length) {
                    throw JsonFields.wrong(kind, "comparisons that do not depend on each other in a circle");
                }
                at = parents[at];
            }
        }
    }

    private static TrainedModel.Blocking blocking(JsonFields json) {
        double coverage = json.number(ModelJson.EXPECTED_COVERAGE, 0, 1);
        List<RuleWords> rules = new ArrayList<>();
        for (JsonFields rule : json.objects(ModelJson.RULES, 1, MOST_RULES)) {
            List<String> keys = rule.texts(ModelJson.KEYS, 1, 3);
            if (Set.copyOf(keys).size() < keys.size()) {
                throw JsonFields.wrong(rule.at(ModelJson.KEYS), "each key once");
            }
            rules.add(new RuleWords(keys, rule.whole(ModelJson.MOST_SHARING, 2, Integer.MAX_VALUE)));
            rule.refuseOthers();
        }
        json.refuseOthers();
        return new TrainedModel.Blocking(coverage, rules);
    }
}
