package org.concordat.cli.report;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.model.Training.Convergence;
import org.concordat.pictures.NumberTable;
import org.concordat.pictures.Numbers;
import org.concordat.pictures.pages.Section;

/** How the model was trained, by which settings, and how long everything took. */
final class MakingSection {
    private final LinkFacts facts;

    MakingSection(LinkFacts facts) {
        this.facts = facts;
    }

    void fill(Section s) {
        Linkage linkage = facts.linkage();
        Convergence convergence = linkage.model().convergence();
        if (facts.knownModel()) {
            s.paragraph(
                    "The model was trained before, on other files or an earlier state of these, and used as it is.");
        }
        if (convergence.converged()) {
            s.paragraph("The training came to rest after " + convergence.rounds()
                    + " rounds: its last round changed no probability by more than one in ten thousand.");
        } else {
            s.warning(
                    "The training found no rest in " + convergence.rounds()
                            + " rounds (its last one still changed a probability by "
                            + Numbers.SHORT.write(convergence.lastChange())
                            + "), or the columns are too few or say too little to tell one person's records from strangers' that"
                            + " agree by chance. Treat the probabilities with caution, and do not take the lack of links for a"
                            + " proof that nobody is in the files twice. More columns help: dates of birth, addresses, numbers.");
        }
        NumberTable priors = NumberTable.of("How many pairs are expected to be one person", "Pairs")
                .numbers("One in");
        for (int k = 0; k < linkage.kinds().count(); k++) {
            double prior = linkage.model().prior(k);
            priors =
                    priors.row(linkage.kinds().name(k), prior > 0 ? Figures.count(Math.round(1 / prior)) : "no figure");
        }
        s.details("What was expected before anything was compared", table(priors));
        List<Attribute> leftOut = linkage.comparisons().leftOut();
        if (!leftOut.isEmpty()) {
            s.paragraph("Not compared, since there are more columns than fit and these say least about a person: "
                    + leftOut.stream().map(MakingSection::words).collect(Collectors.joining(", ")) + ".");
        }
        NumberTable times = NumberTable.of("What each stage took", "Stage").numbers("Seconds");
        for (var stage : facts.seconds().entrySet()) {
            times = times.row(stage.getKey(), Numbers.decimals(1).write(stage.getValue()));
        }
        s.table(times);
        s.summary("Threads", Integer.toString(facts.threads()))
                .summary("Seed", Long.toString(linkage.settings().seed()))
                .summary(
                        "Threshold of a person",
                        Figures.round(linkage.settings().personThreshold()));
    }

    private static String words(Attribute attribute) {
        return attribute.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Consumer<Section> table(NumberTable table) {
        return inside -> inside.table(table);
    }
}
