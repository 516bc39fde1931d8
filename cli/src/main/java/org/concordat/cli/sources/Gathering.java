package org.concordat.cli.sources;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.files.StandardField;
import org.concordat.files.Standardiser;
import org.concordat.files.StandardiserOptions;
import org.concordat.files.columns.Meaning;
import org.concordat.linkage.Attribute;
import org.concordat.linkage.LinkageException;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/** Makes records of several files: reads, standardises, checks ids, in the order of files and rows. */
public final class Gathering {
    private final StandardiserOptions options;
    private final int threads;
    private final boolean rowNumbersAsIds;
    private final boolean withTruth;

    /**
     * @param threads how many standardise at once, at least 1; the records are the same for any number
     * @param rowNumbersAsIds whether rows are named by their number instead of by a column
     * @param withTruth whether every file has a column that says who is who
     */
    public Gathering(StandardiserOptions options, int threads, boolean rowNumbersAsIds, boolean withTruth) {
        this.options = options;
        this.threads = threads;
        this.rowNumbersAsIds = rowNumbersAsIds;
        this.withTruth = withTruth;
    }

    /**
     * Refuses files that could not be linked, before any is read to its end.
     *
     * @throws CommandException when rows of a file have no ids
     * @throws LinkageException when no file has a column to compare
     */
    public void check(List<SourceFile> files) {
        for (SourceFile file : files) {
            if (!rowNumbersAsIds && !file.mapping().has(Meaning.ROW_ID)) {
                throw new CommandException(
                        "LINK-ID-MISSING",
                        ExitCode.REFUSED,
                        "No column of " + file.name()
                                + " was recognised as the id of its rows, so its rows could not be"
                                + " named in the results. Name one with --id " + file.name()
                                + ":COLUMN, or number the rows with --row-numbers.");
            }
        }
        if (attributes(files).isEmpty()) {
            throw new LinkageException(
                    "LINK-NOTHING-TO-COMPARE",
                    "No column of any file says something about a person that could be compared. Look at the header,"
                            + " and say what columns hold with --column COLUMN=MEANING.");
        }
    }

    private List<Attribute> attributes(List<SourceFile> files) {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (SourceFile file : files) {
            for (StandardField field : Standardiser.of(file.mapping(), options).fields()) {
                attributes.add(attribute(field));
            }
        }
        return List.copyOf(attributes);
    }

    /** What a standardised field is called in linkage. */
    static Attribute attribute(StandardField field) {
        return field == StandardField.DATE_OF_BIRTH_DIGITS ? Attribute.DATE_OF_BIRTH : Attribute.valueOf(field.name());
    }

    /** Reads all files to their ends and closes them. */
    public Gathered gather(List<SourceFile> files) {
        List<Attribute> attributes = attributes(files);
        Records.Builder records = Records.of(attributes);
        Truth truth = withTruth ? new Truth() : null;
        List<Gathered.Source> sources = new ArrayList<>();
        for (SourceFile file : files) {
            records.source(file.name());
            sources.add(gather(file, attributes, records, truth));
            file.close();
        }
        Records built = records.build();
        requireSomethingToLink(built);
        return new Gathered(built, sources, truth);
    }

    /** Refuses records of which no two could be told apart. */
    private static void requireSomethingToLink(Records records) {
        if (records.size() < 2) {
            throw new LinkageException(
                    "LINK-TOO-FEW-RECORDS",
                    (records.size() == 1 ? "There is one record" : "There is no record")
                            + " in all the files together, and linking takes two or more. Look whether these are the"
                            + " right files.");
        }
        boolean tellsApart = records.attributes().stream()
                .map(records::column)
                .anyMatch(column -> column != null && column.distinct() > 1);
        if (!tellsApart) {
            throw new LinkageException(
                    "LINK-NOTHING-TO-COMPARE",
                    "In every column that says something about a person, all records hold the same value or none, so"
                            + " nothing tells one person from another. Look whether the files are whole.");
        }
    }

    private Gathered.Source gather(
            SourceFile file, List<Attribute> attributes, Records.Builder records, @Nullable Truth truth) {
        int idColumn = rowNumbersAsIds
                ? -1
                : file.mapping().first(Meaning.ROW_ID).orElseThrow().index();
        RowIds ids = new RowIds();
        StandardisingPipeline pipeline = new StandardisingPipeline(file, options, attributes, threads);
        pipeline.run((row, rowNumber, values) -> {
            String id = idColumn < 0 ? Long.toString(rowNumber) : row[idColumn];
            if (id == null) {
                ids.addEmpty(rowNumber);
                return;
            }
            if (idColumn >= 0) {
                ids.add(id, rowNumber);
            }
            records.add(id, values);
            if (truth != null) {
                truth.add(row[file.truthColumn()]);
            }
        });
        if (idColumn >= 0) {
            ids.check(file.name(), file.columnNames().get(idColumn));
        }
        return new Gathered.Source(file.name(), file.mapping(), file.report(), pipeline.report());
    }
}
