package org.concordat.cli.link;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.cli.console.Screen;
import org.concordat.cli.report.Judgement;
import org.concordat.cli.sources.Gathered;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.judge.ClericalEstimate;
import org.concordat.linkage.judge.TruthScore;

/** What a linkage came to, in a few lines for people and in numbers for machines. */
record LinkOutcome(Gathered gathered, Linkage linkage, Written written, Judgement judgement) {

    private static final int MOST_ROWS_SHOWN = 3;

    /** How many of each were written. */
    record Written(long links, long persons, long households) {}

    /** The numbers for machines. */
    LinkSummary summary(LinkRequest request, StageClock clock) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("records", gathered.records().size());
        List<Object> sources = new ArrayList<>();
        for (Gathered.Source source : gathered.sources()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("name", source.name());
            one.put("records", source.reading().rows());
            one.put("set_aside", source.reading().setAsideCount());
            sources.add(one);
        }
        fields.put("sources", sources);
        fields.put("persons", written.persons());
        fields.put("households", written.households());
        fields.put("links", written.links());
        fields.put("candidate_pairs", linkage.comparedPairs());
        fields.put("blocking_rules", linkage.plan().rules().size());
        fields.put("converged", linkage.model().convergence().converged());
        fields.putAll(figures());
        fields.put("threads", request.threads());
        fields.put("seed", request.settings().seed());
        fields.put("seconds", clock.wallSeconds());
        fields.put("cpu_seconds", clock.cpuSeconds());
        fields.put("peak_heap_mebibytes", StageClock.peakHeapMebibytes());
        fields.put("out", request.out().toString());
        return new LinkSummary(fields);
    }

    /** The few lines that a person reads at the end. */
    void tell(Screen screen) {
        screen.say("");
        screen.say(String.format(
                Locale.ROOT,
                "%,d persons in %,d records; %,d pairs that may be one person, of %,d compared.",
                written.persons(),
                linkage.records().size(),
                written.links(),
                linkage.comparedPairs()));
        for (Gathered.Source source : gathered.sources()) {
            if (source.reading().setAsideCount() > 0) {
                screen.say(String.format(
                        Locale.ROOT,
                        source.reading().setAsideCount() == 1
                                ? "%,d row of %s could not be read and was set aside; the report names it by number."
                                : "%,d rows of %s could not be read and were set aside; the report lists them by number.",
                        source.reading().setAsideCount(),
                        source.name()));
                source.reading().setAside().stream()
                        .limit(MOST_ROWS_SHOWN)
                        .forEach(row -> screen.say("  row " + row.rowNumber() + ": " + row.reason()));
            }
        }
        TruthScore truth = judgement.truth();
        if (truth != null) {
            screen.say(String.format(
                    Locale.ROOT,
                    "Beside the truth: precision %.4f, recall %.4f, F1 %.4f of pairs within persons.",
                    truth.persons().precision(),
                    truth.persons().recall(),
                    truth.persons().f1()));
        }
        ClericalEstimate review = judgement.review();
        if (review != null) {
            screen.say(String.format(
                    Locale.ROOT,
                    "By %s: precision %.3f (%.3f to %.3f) of links from the threshold on; they are %.3f (%.3f to %.3f) of the"
                            + " right pairs that were kept. Matches that were never compared are in neither figure.",
                    review.labelled() == 1 ? "1 label" : String.format(Locale.ROOT, "%,d labels", review.labelled()),
                    review.precision().estimate(),
                    review.precision().low(),
                    review.precision().high(),
                    review.recall().estimate(),
                    review.recall().low(),
                    review.recall().high()));
        }
        if (!linkage.model().convergence().converged()) {
            screen.say("The training found no rest, or the columns say too little to tell persons from chance: treat"
                    + " probabilities with caution. The report says more.");
        }
    }

    private Map<String, Object> figures() {
        Map<String, Object> fields = new LinkedHashMap<>();
        TruthScore truth = judgement.truth();
        if (truth != null) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("true_pairs", truth.truePairs());
            figures.put("share_compared", judgement.candidatesShare());
            figures.put("precision", truth.persons().precision());
            figures.put("recall", truth.persons().recall());
            figures.put("f1", truth.persons().f1());
            fields.put("truth", figures);
        }
        ClericalEstimate review = judgement.review();
        if (review != null) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("labels", review.labelled());
            figures.put("precision", review.precision().estimate());
            figures.put("precision_from", review.precision().low());
            figures.put("precision_to", review.precision().high());
            figures.put("recall", review.recall().estimate());
            figures.put("recall_from", review.recall().low());
            figures.put("recall_to", review.recall().high());
            fields.put("review", figures);
        }
        return fields;
    }
}
