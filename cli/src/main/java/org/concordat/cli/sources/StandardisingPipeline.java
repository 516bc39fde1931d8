package org.concordat.cli.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.concordat.files.StandardField;
import org.concordat.files.StandardisationReport;
import org.concordat.files.StandardisationReport.RuleCount;
import org.concordat.files.Standardiser;
import org.concordat.files.StandardiserOptions;
import org.concordat.linkage.Attribute;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file in one thread, standardises its rows in others and hands them over in the file's order. Holds a few
 * batches of rows at a time.
 */
final class StandardisingPipeline {
    private final SourceFile file;
    private final StandardiserOptions options;
    private final int[] placeOfField;
    private final int digitsField;
    private final int width;
    private final int threads;
    private final ConcurrentLinkedQueue<Standardiser> idle = new ConcurrentLinkedQueue<>();

    /** Takes the rows in order, in the calling thread. */
    @FunctionalInterface
    interface RowTaker {
        /** @param values standardised, in the order of the attributes */
        void take(@Nullable String[] row, long rowNumber, @Nullable String[] values);
    }

    /** Rows as written, and the same standardised; none at the end of the file. */
    private record Ready(RowBatch rows, @Nullable String[][] values) {
        static final Ready END = new Ready(RowBatch.empty(), new String[0][]);
    }

    StandardisingPipeline(SourceFile file, StandardiserOptions options, List<Attribute> attributes, int threads) {
        this.file = file;
        this.options = options;
        this.width = attributes.size();
        this.threads = threads;
        Standardiser first = Standardiser.of(file.mapping(), options);
        idle.add(first);
        this.digitsField = first.fields().indexOf(StandardField.DATE_OF_BIRTH_DIGITS);
        this.placeOfField = first.fields().stream()
                .map(Gathering::attribute)
                .mapToInt(attributes::indexOf)
                .toArray();
    }

    /** Runs through the file to its end. */
    void run(RowTaker taker) {
        BlockingQueue<Future<Ready>> inOrder = new ArrayBlockingQueue<>(2 * threads + 2);
        ExecutorService readers = Executors.newSingleThreadExecutor();
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            Future<?> reading = readers.submit(() -> read(inOrder, workers));
            for (Ready ready = inOrder.take().get();
                    ready.rows().size() > 0;
                    ready = inOrder.take().get()) {
                RowBatch rows = ready.rows();
                for (int r = 0; r < rows.size(); r++) {
                    taker.take(rows.values()[r], rows.rowNumbers()[r], ready.values()[r]);
                }
            }
            reading.get();
        } catch (ExecutionException trouble) {
            throw rethrown(trouble.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Reading " + file.name() + " was interrupted.", interrupted);
        } finally {
            readers.shutdownNow();
            workers.shutdownNow();
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException trouble -> trouble;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private boolean read(BlockingQueue<Future<Ready>> inOrder, ExecutorService workers) throws InterruptedException {
        try {
            for (RowBatch rows = file.nextRows(); rows.size() > 0; rows = file.nextRows()) {
                RowBatch batch = rows;
                inOrder.put(workers.submit(() -> standardised(batch)));
            }
            return true;
        } finally {
            inOrder.put(CompletableFuture.completedFuture(Ready.END));
        }
    }

    private Ready standardised(RowBatch rows) {
        Standardiser standardiser = idle.poll();
        if (standardiser == null) {
            standardiser = Standardiser.of(file.mapping(), options);
        }
        BatchTable table = new BatchTable(file.columnNames(), rows);
        @Nullable String[][] all = new String[rows.size()][];
        for (int r = 0; table.next(); r++) {
            @Nullable String[] fields = standardiser.standardise(table);
            @Nullable String[] values = new String[width];
            for (int f = 0; f < fields.length; f++) {
                if (f != digitsField) {
                    values[placeOfField[f]] = fields[f];
                }
            }
            if (digitsField >= 0 && values[placeOfField[digitsField]] == null) {
                values[placeOfField[digitsField]] = asDate(fields[digitsField]);
            }
            all[r] = values;
        }
        idle.add(standardiser);
        return new Ready(rows, all);
    }

    /** Digits with a slip in them, in the form of a date: linkage compares digits, and never asks whether a day was. */
    private static @Nullable String asDate(@Nullable String digits) {
        return digits == null
                ? null
                : digits.substring(0, 4) + '-' + digits.substring(4, 6) + '-' + digits.substring(6);
    }

    /** What was changed and set aside, by all threads together; complete once {@link #run} has returned. */
    StandardisationReport report() {
        StandardisationReport sum = new StandardisationReport(0, List.of());
        for (Standardiser standardiser : new ArrayList<>(idle)) {
            sum = sum.plus(standardiser.report());
        }
        // Which standardiser took which rows is chance, so their counts are put into an order of their own.
        List<String> columns = file.columnNames();
        List<RuleCount> counts = new ArrayList<>(sum.counts());
        counts.sort(Comparator.comparingInt((RuleCount count) -> columns.indexOf(count.column()))
                .thenComparing(RuleCount::rule));
        return new StandardisationReport(sum.rows(), counts);
    }
}
