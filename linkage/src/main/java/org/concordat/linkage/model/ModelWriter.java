package org.concordat.linkage.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.concordat.linkage.blocking.RuleWords;
import org.concordat.linkage.model.TrainedModel.Words;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a model as {@link ModelFile} describes. */
final class ModelWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final TrainedModel model;

    private ModelWriter(TrainedModel model) {
        this.model = model;
    }

    static byte[] bytes(TrainedModel model) {
        // The same line ends on every system, so that the same model makes the same bytes.
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        String text = JSON.writer().with(printer).writeValueAsString(new ModelWriter(model).file());
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode file() {
        ObjectNode file = JSON.createObjectNode();
        file.put(ModelJson.FORMAT, ModelFile.FORMAT);
        file.put(ModelJson.VERSION, ModelFile.VERSION);
        file.put(ModelJson.SEED, model.seed);
        file.put(ModelJson.RECORDS_PER_PERSON, model.recordsPerPerson);
        ObjectNode training = file.putObject(ModelJson.TRAINING);
        training.put(ModelJson.CONVERGED, model.convergence.converged());
        training.put(ModelJson.ROUNDS, model.convergence.rounds());
        training.put(ModelJson.LAST_CHANGE, model.convergence.lastChange());
        ArrayNode kinds = file.putArray(ModelJson.KINDS);
        for (KindPriors kind : model.kinds) {
            ObjectNode one = kinds.addObject();
            words(one.putArray(ModelJson.SOURCES), kind.sources());
            one.put(ModelJson.PAIRED, kind.isWithin() ? ModelJson.WITHIN : ModelJson.ACROSS);
            one.put(ModelJson.PAIRS, kind.pairs());
            one.put(ModelJson.ONE_PERSON, kind.onePerson());
            for (int r = 0; r < Relation.ALL.size(); r++) {
                one.put(Relation.ALL.get(r).json(), kind.related().get(r));
            }
        }
        ArrayNode comparisons = file.putArray(ModelJson.COMPARISONS);
        for (int c = 0; c < model.comparisons.size(); c++) {
            comparison(comparisons.addObject(), c);
        }
        TrainedModel.@Nullable Blocking blocking = model.blocking;
        if (blocking != null) {
            blocking(file.putObject(ModelJson.BLOCKING), blocking);
        }
        return file;
    }

    private void comparison(ObjectNode json, int number) {
        Words words = model.comparisons.get(number);
        json.put(ModelJson.NAME, words.name());
        json.put(ModelJson.ATTRIBUTE, words.attribute().name());
        json.put(ModelJson.SHARED_BY, words.scope().name());
        words(json.putArray(ModelJson.LEVELS), words.levels());
        json.put(ModelJson.SIMILAR_LEVELS, words.similarLevels());
        double @Nullable [] rarity = model.meanRarity[number];
        if (rarity != null) {
            numbers(json.putArray(ModelJson.MEAN_RARITY), rarity);
        }
        distribution(json.putObject(ModelJson.ONE_PERSON), model.persons, number);
        for (int r = 0; r < Relation.ALL.size(); r++) {
            Relation relation = Relation.ALL.get(r);
            if (relation.shares(words.attribute(), words.scope())) {
                distribution(json.putObject(relation.json()), model.related[r], number);
            }
        }
        distribution(json.putObject(ModelJson.STRANGERS), model.strangers, number);
    }

    private void distribution(ObjectNode json, Dependence dependence, int number) {
        double[][] table = dependence.table(number);
        numbers(json.putArray(ModelJson.PROBABILITIES), table[0]);
        int parent = dependence.parent(number);
        if (parent >= 0) {
            json.put(ModelJson.DEPENDS_ON, model.comparisons.get(parent).name());
            ArrayNode given = json.putArray(ModelJson.GIVEN);
            Arrays.stream(table).skip(1).forEach(row -> numbers(given.addArray(), row));
        }
    }

    private static void blocking(ObjectNode json, TrainedModel.Blocking blocking) {
        json.put(ModelJson.EXPECTED_COVERAGE, blocking.expectedCoverage());
        ArrayNode rules = json.putArray(ModelJson.RULES);
        for (RuleWords rule : blocking.rules()) {
            ObjectNode one = rules.addObject();
            words(one.putArray(ModelJson.KEYS), rule.keys());
            one.put(ModelJson.MOST_SHARING, rule.mostSharing());
        }
    }

    private static void words(ArrayNode json, List<String> words) {
        words.forEach(json::add);
    }

    /** The numbers of levels 1 and on. */
    private static void numbers(ArrayNode json, double[] ofLevels) {
        Arrays.stream(ofLevels).skip(1).forEach(json::add);
    }
}
