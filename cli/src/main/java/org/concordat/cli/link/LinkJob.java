package org.concordat.cli.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.concordat.cli.console.CommandException;
import org.concordat.cli.console.ExitCode;
import org.concordat.cli.console.Screen;
import org.concordat.cli.report.Judgement;
import org.concordat.cli.report.LinkFacts;
import org.concordat.cli.report.LinkReport;
import org.concordat.cli.results.NewFolder;
import org.concordat.cli.results.OutputTrouble;
import org.concordat.cli.sources.Gathered;
import org.concordat.cli.sources.Gathering;
import org.concordat.cli.sources.SourceFile;
import org.concordat.cli.sources.Truth;
import org.concordat.cli.sources.TruthTable;
import org.concordat.files.StandardiserOptions;
import org.concordat.linkage.Linkage;
import org.concordat.linkage.Linker;
import org.concordat.linkage.judge.ClericalEstimate;
import org.concordat.linkage.judge.LabelledPair;
import org.concordat.linkage.judge.TruePairs;
import org.concordat.linkage.judge.TruthScore;
import org.concordat.linkage.model.ModelFile;
import org.concordat.linkage.model.TrainedModel;
import org.concordat.linkage.records.Records;
import org.jspecify.annotations.Nullable;

/** One linkage from files to a folder of results. */
public final class LinkJob {
    /** Of this build; a run from unpacked classes has none. */
    private static final String VERSION =
            Objects.requireNonNullElse(LinkJob.class.getPackage().getImplementationVersion(), "(not packaged)");

    private final LinkRequest request;
    private final Screen screen;
    private final StageClock clock = new StageClock();

    public LinkJob(LinkRequest request, Screen screen) {
        this.request = request;
        this.screen = screen;
    }

    /** Does all of it; either the whole folder appears, or nothing does. */
    public LinkSummary run() {
        try (NewFolder folder = NewFolder.at(request.out())) {
            LinkSummary summary = into(folder);
            folder.finish();
            screen.say("The results are in " + request.out() + "; begin with "
                    + request.out().resolve("report.html"));
            return summary;
        }
    }

    /** Does all of it, in a folder that somebody else finishes. */
    public LinkSummary into(NewFolder folder) {
        try (ForkJoinPool pool = new ForkJoinPool(request.threads())) {
            clock.begin("reading");
            TrainedModel model = model();
            Path review = request.review();
            List<ClericalFile.Written> labels = review == null ? List.of() : ClericalFile.read(review);
            Gathered gathered = gathered();
            List<LabelledPair> labelled = ClericalFile.of(gathered.records(), labels);
            Linkage linkage = within(pool, gathered.records(), model);
            clock.begin("writing");
            screen.bar().begin("writing", 0);
            LinkOutcome.Written written = write(folder, pool, linkage);
            clock.begin("reporting");
            Judgement judgement = judge(gathered, linkage, labelled);
            report(folder, pool, gathered, linkage, judgement);
            clock.end();
            LinkOutcome outcome = new LinkOutcome(gathered, linkage, written, judgement);
            outcome.tell(screen);
            return outcome.summary(request, clock);
        } catch (OutOfMemoryError tooMuch) {
            throw new CommandException(
                    "LINK-OUT-OF-MEMORY",
                    ExitCode.COULD_NOT,
                    "The files need more memory than Concordat was given ("
                            + (Runtime.getRuntime().maxMemory() >> 20)
                            + " MB). Give it more with the setting CONCORDAT_MEMORY, such as CONCORDAT_MEMORY=6g, or link"
                            + " fewer records at a time.",
                    tooMuch);
        } finally {
            screen.bar().clear();
        }
    }

    private Judgement judge(Gathered gathered, Linkage linkage, List<LabelledPair> labelled) {
        Truth truth = gathered.truth();
        Path table = request.truthTable();
        if (table != null) {
            truth = TruthTable.read(table).of(gathered.records());
        }
        int[] persons = truth == null ? new int[0] : truth.persons();
        return new Judgement(
                truth == null ? null : TruthScore.of(persons, linkage),
                TruePairs.share(persons, linkage::isCandidate),
                labelled.isEmpty()
                        ? null
                        : ClericalEstimate.of(
                                linkage, labelled, request.settings().personThreshold()));
    }

    private void report(NewFolder folder, ForkJoinPool pool, Gathered gathered, Linkage linkage, Judgement judgement) {
        LinkFacts facts = new LinkFacts(
                gathered,
                linkage,
                judgement,
                clock.wallSeconds(),
                request.threads(),
                request.model() != null,
                request.today(),
                VERSION);
        folder.write("report.html", out -> {
            out.write(inPool(pool, () -> LinkReport.of(facts).html()).getBytes(StandardCharsets.UTF_8));
            return 1;
        });
    }

    private @Nullable TrainedModel model() {
        Path path = request.model();
        if (path == null) {
            return null;
        }
        if (!Files.isRegularFile(path)) {
            throw new CommandException(
                    "MODEL-MISSING",
                    ExitCode.COULD_NOT,
                    "There is no model file " + path
                            + ". Name the model.json of an earlier run, or leave --model out to" + " train one.");
        }
        try (InputStream in = Files.newInputStream(path)) {
            return ModelFile.read(in);
        } catch (IOException trouble) {
            throw new CommandException(
                    "MODEL-MISSING",
                    ExitCode.COULD_NOT,
                    "The model file " + path + " cannot be read. Look whether you" + " have the right to.",
                    trouble);
        }
    }

    private Gathered gathered() {
        List<SourceFile> files =
                SourceFile.openAll(request.files(), request.reading(), request.choices(), false, screen.bar()::advance);
        try {
            Gathering gathering = new Gathering(
                    StandardiserOptions.bornUpTo(request.today()),
                    request.threads(),
                    request.rowNumbers(),
                    request.withTruth());
            RecognisedColumns.show(files, screen);
            gathering.check(files);
            screen.bar()
                    .begin(
                            "reading",
                            files.stream().mapToLong(SourceFile::sizeBytes).sum());
            return gathering.gather(files);
        } finally {
            files.forEach(SourceFile::close);
        }
    }

    private Linkage within(ForkJoinPool pool, Records records, @Nullable TrainedModel model) {
        try (CandidateFile listed = candidates(records)) {
            Linker linker = new Linker(request.settings(), new LinkProgressTeller(screen, clock), listed);
            Linkage linkage = inPool(pool, () -> model == null ? linker.link(records) : linker.link(records, model));
            if (listed != null) {
                listed.finish();
            }
            return linkage;
        } catch (UncheckedIOException trouble) {
            // Nothing is written while comparing but the list of candidates.
            throw OutputTrouble.of(trouble, Objects.requireNonNull(request.candidates()));
        }
    }

    /** Runs work so that its parallel parts use the pool's threads and no others. */
    private static <T> T inPool(ForkJoinPool pool, Callable<T> work) {
        return finished(pool.submit(work));
    }

    private static <T> T finished(Future<T> task) {
        try {
            return task.get();
        } catch (ExecutionException trouble) {
            throw rethrown(trouble.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The linkage was interrupted.", interrupted);
        }
    }

    private static RuntimeException rethrown(@Nullable Throwable cause) {
        return switch (cause) {
            case RuntimeException trouble -> trouble;
            case Error error -> throw error;
            case null, default -> new IllegalStateException(cause);
        };
    }

    private @Nullable CandidateFile candidates(Records records) {
        Path path = request.candidates();
        return path == null ? null : new CandidateFile(records, path);
    }

    private LinkOutcome.Written write(NewFolder folder, ForkJoinPool pool, Linkage linkage) {
        LinkTables tables = new LinkTables(linkage);
        // The large tables side by side; all are done, or have failed, before anything else happens to the folder.
        List<Callable<Long>> tasks = List.of(
                () -> folder.write(
                        "links.csv", out -> tables.links(out, request.settings().leastProbability())),
                () -> folder.write("clusters.csv", tables::persons),
                () -> folder.write("households.csv", tables::households));
        List<Future<Long>> large = inPool(pool, () -> pool.invokeAll(tasks));
        long links = finished(large.get(0));
        long persons = finished(large.get(1));
        long households = finished(large.get(2));
        folder.write("review.csv", tables::bridges);
        if (request.sampleSize() > 0) {
            folder.write("clerical-sample.csv", out -> ClericalFile.write(linkage, request.sampleSize(), out));
        }
        folder.write("model.json", out -> {
            ModelFile.write(linkage.trainedModel(), out);
            return 1;
        });
        return new LinkOutcome.Written(links, persons, households);
    }
}
