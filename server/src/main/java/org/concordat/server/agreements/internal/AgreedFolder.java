package org.concordat.server.agreements.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.TrustedKeys;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.server.decisions.facts.FolderSource;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.rows.Apart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The agreement folder as it is now, read anew whenever something changed that it is made of. Signatories' keys are trusted
 * because the server made them for people whom their organisation authorised.
 */
@Component
public class AgreedFolder implements FolderSource {

    private static final Logger LOG = LoggerFactory.getLogger(AgreedFolder.class);

    /** Each round leaves out what is wrong; what depends on it is wrong in the next. Three tiers and what they name. */
    private static final int MOST_ROUNDS = 8;

    private final JdbcClient sql;
    private final FolderTexts texts;
    private final LawPack law;
    private final Apart apart;
    private final ConcurrentHashMap<Boolean, Kept> kept = new ConcurrentHashMap<>();
    private final ReentrantLock reads = new ReentrantLock();

    AgreedFolder(JdbcClient sql, FolderTexts texts, LawPack law, Apart apart) {
        this.sql = sql;
        this.texts = texts;
        this.law = law;
        this.apart = apart;
    }

    /** A folder with what had to be left out of it. */
    public record Reading(AgreementFolder folder, List<Problem> leftOut) {
        public Reading {
            leftOut = List.copyOf(leftOut);
        }
    }

    private record Kept(String version, Reading reading) {}

    @Override
    public String version() {
        return count(practises());
    }

    @Override
    public AgreementFolder folder() {
        return reading().folder();
    }

    /** The folder as it is now, with what is wrong in it and does not count. */
    public Reading reading() {
        boolean practice = practises();
        String now = count(practice);
        Kept before = kept.get(practice);
        if (before != null && before.version().equals(now)) {
            return before.reading();
        }
        // Whoever comes while it is read waits for that reading, and does not read the whole of it once more beside it.
        reads.lock();
        try {
            Kept meanwhile = kept.get(practice);
            if (meanwhile != null && meanwhile.version().equals(count(practice))) {
                return meanwhile.reading();
            }
            Kept read = apart.asServer("read-folder", () -> {
                // The number first: should something change meanwhile, the folder is read again for the next question.
                String version = count(practice);
                return new Kept(version, read(texts.all(practice), trusted()));
            });
            kept.put(practice, read);
            return read.reading();
        } finally {
            reads.unlock();
        }
    }

    /** The folder as it would be with other texts in the place of those of the same names. */
    public Reading supposing(List<NamedText> instead) {
        boolean practice = practises();
        return apart.asServer("read-folder", () -> {
            Set<String> names = instead.stream().map(NamedText::name).collect(Collectors.toSet());
            var all = new ArrayList<>(instead);
            texts.all(practice).stream()
                    .filter(text -> !names.contains(text.name()))
                    .forEach(all::add);
            return read(all, trusted());
        });
    }

    private String count(boolean practice) {
        return sql.sql("""
                        select coalesce(string_agg(topic || ' ' || number, ', ' order by topic), '') from foundation.change
                        where topic in ('parties', 'catalogue', 'agreements')
                        """).query(String.class).single() + (practice ? ", practice" : "");
    }

    private static boolean practises() {
        return Acting.current() instanceof Actor.InRole inRole && inRole.practice();
    }

    private Reading read(List<NamedText> all, TrustedKeys trusted) {
        var leftOut = new ArrayList<Problem>();
        Set<String> without = new HashSet<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            var problems = new Problems();
            Optional<AgreementFolder> folder = AgreementFolder.read(
                    all.stream()
                            .filter(text -> !without.contains(text.name()))
                            .map(text -> new AgreementFolder.Source(
                                    text.name(),
                                    new ByteArrayInputStream(text.text().getBytes(UTF_8))))
                            .toList(),
                    law,
                    trusted,
                    problems);
            if (folder.isPresent()) {
                if (!leftOut.isEmpty()) {
                    LOG.warn(
                            "What was agreed has problems; the files with them do not count: {}",
                            leftOut.stream()
                                    .map(problem -> problem.place() + " (" + problem.code() + ")")
                                    .collect(Collectors.joining(", ")));
                }
                return new Reading(folder.get(), leftOut);
            }
            leftOut.addAll(problems.inOrder());
            Set<String> wrong = problems.inOrder().stream()
                    .map(problem -> problem.place().file())
                    .collect(Collectors.toSet());
            if (!without.addAll(wrong)) {
                break;
            }
        }
        throw new IllegalStateException("What was agreed cannot be read: " + leftOut.size() + " problems.");
    }

    private TrustedKeys trusted() {
        return new TrustedKeys(sql.sql("select organisation, code, public_key, starts_on from agreements.signatory")
                .query((row, number) -> new TrustedKeys.Key(
                        row.getString("organisation"),
                        row.getString("code"),
                        row.getBytes("public_key"),
                        row.getObject("starts_on", LocalDate.class)))
                .list());
    }
}
