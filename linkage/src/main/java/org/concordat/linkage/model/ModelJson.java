package org.concordat.linkage.model;

/** The words of a model file. */
final class ModelJson {
    static final String FORMAT = "format";
    static final String VERSION = "version";
    static final String SEED = "seed";
    static final String RECORDS_PER_PERSON = "recordsPerPerson";

    static final String TRAINING = "training";
    static final String CONVERGED = "converged";
    static final String ROUNDS = "rounds";
    static final String LAST_CHANGE = "lastChange";

    static final String KINDS = "kindsOfPair";
    static final String SOURCES = "sources";
    static final String PAIRED = "paired";
    static final String WITHIN = "within one source";
    static final String ACROSS = "across two sources";
    static final String PAIRS = "pairs";

    static final String COMPARISONS = "comparisons";
    static final String NAME = "name";
    static final String ATTRIBUTE = "attribute";
    static final String SHARED_BY = "sharedBy";
    static final String LEVELS = "levels";
    static final String SIMILAR_LEVELS = "levelsWhereRarityCounts";
    static final String MEAN_RARITY = "meanRarity";
    static final String ONE_PERSON = "onePerson";
    static final String STRANGERS = "strangers";
    static final String PROBABILITIES = "probabilities";
    static final String DEPENDS_ON = "dependsOn";
    static final String GIVEN = "given";

    static final String BLOCKING = "blocking";
    static final String EXPECTED_COVERAGE = "expectedCoverage";
    static final String RULES = "rules";
    static final String KEYS = "keys";
    static final String MOST_SHARING = "mostSharing";

    private ModelJson() {}
}
