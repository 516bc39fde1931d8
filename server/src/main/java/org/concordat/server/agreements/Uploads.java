package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Node;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Shape;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Word;
import org.concordat.server.agreements.internal.NamedText;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.catalogue.Catalogue;
import org.concordat.server.catalogue.EntryKind;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files of an agreement folder in: entries of the catalogue that are not there yet, and documents as drafts; all of them or
 * none. What an organisation says of itself, signatures and law readings are not taken from files.
 */
@Service
public class Uploads {

    private final Agreements agreements;
    private final Catalogue catalogue;
    private final AuditLog audit;
    private final TransactionTemplate transaction;

    Uploads(Agreements agreements, Catalogue catalogue, AuditLog audit, PlatformTransactionManager transactions) {
        this.agreements = agreements;
        this.catalogue = catalogue;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What came of it. */
    public sealed interface Taking {
        /**
         * They are there.
         *
         * @param drafts in the order of the tiers
         * @param leftOut names of files that were not taken, since what they describe is there already or is not taken from files
         */
        record Taken(List<AgreementVersion> drafts, List<String> leftOut) implements Taking {
            public Taken {
                drafts = List.copyOf(drafts);
                leftOut = List.copyOf(leftOut);
            }
        }

        /** Nothing was taken. */
        record Wrong(List<Problem> problems) implements Taking {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    private record File(String name, String kind, String text, Values values) {
        String id() {
            return values.text(kind);
        }
    }

    /** Takes files in whose names end in {@code .yaml} and whose content is not known yet. */
    public Taking take(List<NamedText> texts) {
        var problems = new Problems();
        List<File> files =
                texts.stream().flatMap(text -> file(text, problems).stream()).toList();
        if (problems.count() > 0) {
            return new Taking.Wrong(problems.inOrder());
        }
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            Taking taking = takeRead(files);
            if (taking instanceof Taking.Wrong) {
                status.setRollbackOnly();
            }
            return taking;
        }));
    }

    private Taking takeRead(List<File> files) {
        var problems = new ArrayList<Problem>();
        var leftOut = new ArrayList<String>();
        var drafts = new ArrayList<AgreementVersion>();
        for (File file : files) {
            Optional<EntryKind> kind = Word.of(EntryKind.class, file.kind());
            if (kind.isPresent() && isNew(kind.get(), file)) {
                if (catalogue.put(kind.get(), file.text(), Optional.empty()) instanceof Catalogue.Putting.Wrong wrong) {
                    problems.addAll(wrong.problems());
                }
            } else if (Word.of(Tier.class, file.kind()).isEmpty()) {
                leftOut.add(file.name());
            }
        }
        files.stream()
                .filter(file -> Word.of(Tier.class, file.kind()).isPresent())
                .sorted(Comparator.comparing(
                        file -> Word.of(Tier.class, file.kind()).orElseThrow()))
                .forEach(file -> {
                    switch (agreements.draft(file.text())) {
                        case Agreements.Drafting.Drafted drafted -> drafts.add(drafted.draft());
                        case Agreements.Drafting.Wrong wrong ->
                            wrong.problems().forEach(each -> problems.add(in(file.name(), each)));
                        case Agreements.Drafting.Overtaken _ -> leftOut.add(file.name());
                    }
                });
        if (!problems.isEmpty()) {
            return new Taking.Wrong(problems);
        }
        drafts.forEach(draft -> audit.record(AuditEvent.of(AgreementsAudit.TAKEN_IN)
                .about("agreement", draft.code())
                .with("version", draft.number())));
        return new Taking.Taken(drafts, leftOut);
    }

    /** A dataset is described by whoever holds it; the rest by whoever needs it first. */
    private boolean isNew(EntryKind kind, File file) {
        Actor actor = Acting.current();
        return catalogue.find(kind, file.id()).isEmpty()
                && (kind != EntryKind.DATASET
                        || actor.actsFor().equals(file.values().optionalText("holder")));
    }

    private static Problem in(String name, Problem problem) {
        return new Problem(problem.code(), new Place(name, problem.place().line()), problem.cause(), problem.remedy());
    }

    private static Optional<File> file(NamedText text, Problems problems) {
        Optional<Node.Fields> fields =
                YamlFile.read(text.name(), new ByteArrayInputStream(text.text().getBytes(UTF_8)), problems);
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String kind = fields.get().nodes().keySet().stream().findFirst().orElse("");
        if (!FileShapes.KINDS.containsKey(kind)) {
            problems.add(
                    "FILE-KIND",
                    fields.get().place(),
                    "The file is of no kind that belongs to agreements.",
                    "Begin it with its kind, a colon and its code, such as schedule: SC-1.");
            return Optional.empty();
        }
        Shape.Group shape = java.util.Objects.requireNonNull(FileShapes.KINDS.get(kind));
        return (Word.of(Tier.class, kind).isPresent()
                        ? DraftReading.read(kind, fields.get(), shape, problems)
                        : Values.of(kind, fields.get(), shape, problems))
                .map(values -> new File(text.name(), kind, text.text(), values));
    }
}
