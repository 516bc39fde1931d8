package org.concordat.cli.report;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.concordat.cli.sources.Gathered;
import org.concordat.linkage.Linkage;

/**
 * Everything that a linkage's report is made of.
 *
 * @param gathered the sources and what was read of them
 * @param linkage what was found
 * @param judgement how good it is, as far as truth or labels say
 * @param seconds what each stage took by the wall, in order
 * @param threads how many worked
 * @param knownModel whether the model was trained on other files before
 * @param day the day of the run
 * @param version of Concordat
 */
public record LinkFacts(
        Gathered gathered,
        Linkage linkage,
        Judgement judgement,
        Map<String, Double> seconds,
        int threads,
        boolean knownModel,
        LocalDate day,
        String version) {

    /** Keeps its own copy. */
    public LinkFacts {
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
