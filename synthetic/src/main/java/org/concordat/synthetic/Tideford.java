package org.concordat.synthetic;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.concordat.synthetic.agencies.Layout;
import org.concordat.synthetic.names.NameBook;
import org.concordat.synthetic.people.Population;
import org.concordat.synthetic.places.AreaKind;
import org.concordat.synthetic.places.Boundaries;
import org.concordat.synthetic.places.PostcodeList;
import org.concordat.synthetic.records.Agency;
import org.concordat.synthetic.records.Clerk;
import org.concordat.synthetic.records.Coverage;
import org.concordat.synthetic.records.MistakeRates;

/**
 * The town of Tideford with all who lived there, ready to be written.
 *
 * <p>Making it takes some ten seconds and 180 MB for a million people; writing adds only buffers and sixteen bytes
 * a row. What a sink receives depends on the plan alone.
 */
public final class Tideford {
    private static final int BUFFER = 1 << 16;

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

    /** Makes the town and lets it live through its years. */
    public static Tideford of(TownPlan plan) {
        return new Tideford(plan);
    }

    /** Everybody who lived in the town and where; for tests and measures that need the truth. */
    public Population population() {
        return population;
    }

    /** Names of the files that the agencies send, in the order in which they are written. */
    public static List<String> agencyFileNames() {
        return Arrays.stream(Agency.values())
                .map(agency -> Layout.of(agency).fileName())
                .toList();
    }

    /** Writes the agencies' files, the truth, the boundaries and the list of postcodes. */
    public void writeTo(Sink sink) {
        writeAgencies(sink);
        writePlaces(sink);
    }

    /**
     * Writes one file an agency, each in its own format, and {@code truth.csv} with columns {@code source} (the file's name
     * without ending), {@code id} (the row's first column), {@code person}, {@code household} and {@code address_at_date}
     * (the UPRN where the person truly lived that day, empty for no fixed abode).
     *
     * @throws SyntheticException when the sink fails
     */
    public void writeAgencies(Sink sink) {
        AgencyFiles files = new AgencyFiles(population, coverage, clerk, plan.seed());
        for (Agency agency : Agency.values()) {
            Layout layout = Layout.of(agency);
            write(sink, layout.fileName(), layout.encoding(), out -> files.write(agency, out));
        }
        write(sink, "truth.csv", StandardCharsets.UTF_8, files::writeTruth);
    }

    /**
     * Writes boundaries as GeoJSON, one file a kind of area ({@code small_areas.geojson} to {@code districts.geojson}), and
     * {@code postcodes.csv}, which says in which areas each postcode lies and where.
     *
     * @throws SyntheticException when the sink fails
     */
    public void writePlaces(Sink sink) {
        Boundaries boundaries = new Boundaries(population.places().areas(), plan.seed());
        for (AreaKind kind : AreaKind.values()) {
            write(sink, kind.fileName() + ".geojson", StandardCharsets.UTF_8, out -> boundaries.write(kind, out));
        }
        PostcodeList postcodes = new PostcodeList(population.places(), boundaries, plan.seed());
        write(sink, "postcodes.csv", StandardCharsets.UTF_8, postcodes::write);
    }

    /**
     * Writes one standardised file of exactly so many rows, for benchmarks: all agencies' rows with all their mistakes, but
     * in one clean format. Column {@code cluster} is the truth.
     *
     * @throws IllegalArgumentException when the town has too few people for so many rows; {@link TownPlan#forRecords} has
     *     enough
     * @throws SyntheticException when the sink fails
     */
    public void writeFlat(Sink sink, String fileName, int records) {
        if (records < 1) {
            throw new IllegalArgumentException("records must be at least 1, was " + records);
        }
        FlatFile file = new FlatFile(population.people(), coverage, clerk, plan.seed());
        long[] rows = file.rows(records);
        if (rows.length < records) {
            throw new IllegalArgumentException(
                    "a town of " + plan.people() + " people gives at most " + rows.length + " records, not " + records);
        }
        write(sink, fileName, StandardCharsets.UTF_8, out -> file.write(out, rows));
    }

    private interface Content {
        void write(Writer out) throws IOException;
    }

    private static void write(Sink sink, String fileName, Charset encoding, Content content) {
        // Letters that an agency's encoding lacks become question marks, as they do in its system.
        var encoder = encoding.newEncoder()
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .onMalformedInput(CodingErrorAction.REPLACE);
        try (Writer out = new BufferedWriter(new OutputStreamWriter(sink.open(fileName), encoder), BUFFER)) {
            content.write(out);
        } catch (IOException cause) {
            throw new SyntheticException(
                    "The file " + fileName + " could not be written. Check the space left and try again.",
                    "SYNTHETIC-WRITE",
                    cause);
        }
    }
}
