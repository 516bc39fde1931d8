package org.concordat.cli.report;

import java.util.function.Consumer;
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
            s.warning("The training did not come to rest in " + convergence.rounds()
                    + " rounds; its last one still changed a probability by "
                    + Numbers.SHORT.write(convergence.lastChange())
                    + ". Treat the probabilities with caution, most of all those between 5% and 95%.");
        }
        NumberTable priors = NumberTable.of("How many pairs are expected to be one person", "Pairs")
                .numbers("One in");
        for (int k = 0; k < linkage.kinds().count(); k++) {
            double prior = linkage.model().prior(k);
            priors =
                    priors.row(linkage.kinds().name(k), prior > 0 ? Figures.count(Math.round(1 / prior)) : "no figure");
        }
        s.details("What was expected before anything was compared", table(priors));
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

    private static Consumer<Section> table(NumberTable table) {
        return inside -> inside.table(table);
    }
}
