package org.concordat.linkage.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.concordat.linkage.LinkageException;

/**
 * A trained model as one readable JSON file, which a person can check and another run can use.
 *
 * <p>Version {@value #VERSION} holds the comparisons with their levels in words; for two records of one person, of two
 * people related in some way (household, neighbours, namesakes) and of two strangers the probability of each level;
 * which comparison it depends on, if any, with a table for each level of that one ({@code given}, in the order of its
 * levels); how rare the values are that strangers share at each level; for each kind of pair how many are one person or
 * related; the blocking rules; and how the training went. Where related people agree only as strangers do, they have no
 * entry.
 *
 * <p>No value of any record is in it. How common each value is gets counted again in whatever files are linked, or is
 * taken from population tables. Numbers are written so that they are read back exactly, and the same model always
 * makes the same bytes.
 *
 * <p>A file may be edited by hand; {@code blocking} may be taken out, and rules are then chosen from the records.
 */
public final class ModelFile {
    /** What the file calls itself. */
    public static final String FORMAT = "concordat linkage model";

    /** The version that this library writes, and the newest that it reads. */
    public static final int VERSION = 1;

    /** No model is nearly as large; a file that is was made by something else. */
    static final int MOST_BYTES = 4 << 20;

    private ModelFile() {}

    /** Writes a model as UTF-8; leaves the stream open. */
    public static void write(TrainedModel model, OutputStream out) throws IOException {
        out.write(ModelWriter.bytes(model));
        out.flush();
    }

    /**
     * Reads a model; leaves the stream open.
     *
     * @throws LinkageException {@code MODEL-NEWER} for a version that this one does not know; {@code MODEL-UNREADABLE}
     *     for anything else that is not a model, unknown words and impossible numbers included
     */
    public static TrainedModel read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw unreadable("The model file is larger than " + (MOST_BYTES >> 20) + " MB, which no model is.");
        }
        return ModelReader.read(bytes);
    }

    static LinkageException unreadable(String whatHappened) {
        return new LinkageException(
                "MODEL-UNREADABLE",
                whatHappened + " Use the file as linking wrote it, or leave the model out and train a new one.");
    }
}
