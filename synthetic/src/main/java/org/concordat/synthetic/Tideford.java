package org.concordat.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.people.Population;
import org.concordat.synthetic.records.Clerk;
import org.concordat.synthetic.records.Coverage;
import org.concordat.synthetic.records.MistakeRates;

/** The town of Tideford with all who lived there, ready to be written. */
public final class Tideford {
    private final TownPlan plan;
    private final Population population;
    private final Coverage coverage;
    private final Clerk clerk;

    private Tideford(TownPlan plan) {
        this.plan = plan;
        NameBook book = NameBook.shipped();
        MistakeRates rates = MistakeRates.shipped();
        int firstDay = (int) plan.firstDay().toEpochDay();
        this.population = new Population(book, plan.people(), firstDay, plan.years(), plan.seed());
        this.coverage = new Coverage(population, rates, plan.seed());
        this.clerk = new Clerk(population, book, rates, coverage, plan.seed());
    }

    /** Makes the town; takes some seconds a million people and about 200 bytes a person. */
    public static Tideford of(TownPlan plan) {
        return new Tideford(plan);
    }

    /** Everybody who lived in the town and where. */
    public Population population() {
        return population;
    }

    /**
     * Writes one standardised file of exactly {@code records} rows.
     *
     * @throws IllegalArgumentException when the town has too few people for so many rows
     * @throws SyntheticException when the sink fails
     */
    public void writeFlat(Sink sink, String fileName, int records) {
        long[] rows = FlatFile.rows(population.people(), coverage, records);
        if (rows.length < records) {
            throw new IllegalArgumentException(
                    "a town of " + plan.people() + " people gives at most " + rows.length + " records, not " + records);
        }
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(sink.open(fileName), StandardCharsets.UTF_8), 1 << 16)) {
            FlatFile.write(out, rows, population.people(), clerk, plan.seed());
        } catch (IOException cause) {
            throw new SyntheticException(
                    "The file " + fileName + " could not be written. Check the space left and try again.",
                    "SYNTHETIC-WRITE",
                    cause);
        }
    }
}
