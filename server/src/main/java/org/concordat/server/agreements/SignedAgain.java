package org.concordat.server.agreements;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.agreements.Agreements.Drafting;
import org.concordat.server.agreements.Agreements.Sending;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether what is in force still rests on what its parties signed. A signature covers the tier above, the datasets, the purposes
 * and what the parties are: once one of these changes it counts no more, and all sign again before anything is shared.
 */
@Service
@Transactional
public class SignedAgain {

    private static final String CHANGE =
            "Signed again, since what it rests on changed after the version before was signed. Its words are the same.";

    private final JdbcClient sql;
    private final Agreements agreements;
    private final Admissions admissions;
    private final AgreedFolder folder;

    SignedAgain(JdbcClient sql, Agreements agreements, Admissions admissions, AgreedFolder folder) {
        this.sql = sql;
        this.agreements = agreements;
        this.admissions = admissions;
        this.folder = folder;
    }

    /** What came of it. */
    public sealed interface Again {
        /** The parties are asked. */
        record Sent(AgreementVersion version) implements Again {}

        /** There is a draft that somebody has to look at first: it was there, or does not keep within what changed. */
        record Draft(AgreementVersion version) implements Again {}
    }

    /**
     * What has to be signed anew once a version takes effect in the place of an earlier one.
     *
     * @param below titles of what lies below it and is in force, by code
     * @param joiners how many joined what it is a version of
     */
    public record Follows(Map<String, String> below, int joiners) {}

    /** Whether a version is in force and yet its signatures do not count any more. */
    @Transactional(readOnly = true)
    public boolean isDue(AgreementVersion version) {
        return version.state().isInForce()
                && !version.fingerprint()
                        .equals(Optional.ofNullable(
                                folder.folder().fingerprints().get(version.code())));
    }

    /** Those of a steward; at most a hundred. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> dueOf(String steward) {
        return sql.sql("""
                        select d.tier, d.parent, d.steward, v.* from agreements.version v
                        join agreements.document d on d.code = v.document
                        where d.steward = :steward and v.state = 'in-force' order by v.document
                        """).param("steward", steward).query(Agreements::version).list().stream()
                .filter(this::isDue)
                .limit(100)
                .toList();
    }

    /** What follows for others when a draft takes effect; nothing where it is the first version. */
    @Transactional(readOnly = true)
    public Follows follows(AgreementVersion draft) {
        boolean replaces = agreements.versions(draft.code()).stream()
                .anyMatch(each -> each.state().isInForce());
        if (!replaces) {
            return new Follows(Map.of(), 0);
        }
        var below = new LinkedHashMap<String, String>();
        var next = new ArrayList<>(List.of(draft.code()));
        while (!next.isEmpty()) {
            agreements.below(next.removeFirst()).stream()
                    .filter(each -> each.state().isInForce())
                    .forEach(each -> {
                        below.put(each.code(), each.title());
                        next.add(each.code());
                    });
        }
        return new Follows(below, admissions.joined(draft.code()).size());
    }

    /** Sends the same words out for signature again, as the next version. */
    public Again ask(AgreementVersion version) {
        return switch (agreements.draftNext(version, CHANGE)) {
            case Drafting.Drafted drafted ->
                switch (agreements.send(drafted.draft(), version.mass())) {
                    case Sending.Sent sent -> new Again.Sent(sent.version());
                    case Sending.Wrong _ -> new Again.Draft(drafted.draft());
                };
            case Drafting.Overtaken overtaken -> new Again.Draft(overtaken.theirs());
            case Drafting.Wrong _ ->
                throw new IllegalStateException("the text of a version in force is none: " + version.code());
        };
    }
}
