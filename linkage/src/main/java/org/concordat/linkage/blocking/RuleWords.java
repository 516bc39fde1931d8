package org.concordat.linkage.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.concordat.linkage.LinkageException;

/**
 * A blocking rule in words, as a model file keeps it: keys by name, bound to no records.
 *
 * @param keys the names of one to three different keys
 * @param mostSharing when more records than this share a value, the rule leaves them to others; 2 or more
 */
public record RuleWords(List<String> keys, int mostSharing) {
    private static final int MOST_KEYS = 3;

    public RuleWords {
        keys = List.copyOf(keys);
        if (keys.isEmpty()
                || keys.size() > MOST_KEYS
                || keys.stream().distinct().count() < keys.size()) {
            throw new IllegalArgumentException("keys: expected one to three different keys, given " + keys);
        }
        if (mostSharing < 2) {
            throw new IllegalArgumentException("mostSharing: expected 2 or more, given " + mostSharing);
        }
    }

    /** The words of a rule. */
    public static RuleWords of(BlockingRule rule) {
        return new RuleWords(rule.keys().stream().map(BlockingKey::name).toList(), rule.mostSharing());
    }

    /**
     * The plan that these rules make with the keys of some records, in the same order.
     *
     * @param expectedCoverage the share of probable matches that the rules were expected to find, from 0 to 1
     * @throws LinkageException {@code MODEL-OTHER-COLUMNS} when a rule names a key that the records do not have: left
     *     out, it would lose matches silently
     */
    public static BlockingPlan plan(List<RuleWords> rules, double expectedCoverage, List<BlockingKey> keys) {
        Map<String, BlockingKey> byName =
                keys.stream().collect(Collectors.toMap(BlockingKey::name, Function.identity(), (a, b) -> a));
        List<BlockingRule> bound = new ArrayList<>();
        for (RuleWords rule : rules) {
            List<BlockingKey> found = new ArrayList<>();
            for (String name : rule.keys) {
                BlockingKey key = byName.get(name);
                if (key == null) {
                    throw new LinkageException(
                            "MODEL-OTHER-COLUMNS",
                            "A blocking rule of the model needs the key '" + name
                                    + "', which these records do not offer. Train a model on these records, or take"
                                    + " \"blocking\" out of the model file, and rules are chosen from the records.");
                }
                found.add(key);
            }
            bound.add(new BlockingRule(found, rule.mostSharing));
        }
        return new BlockingPlan(bound, expectedCoverage);
    }
}
