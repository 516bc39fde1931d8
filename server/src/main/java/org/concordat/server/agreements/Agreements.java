package org.concordat.server.agreements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Word;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.NamedText;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Protocols, agreements and schedules, in all their versions. What is being written is seen by its parties; what was agreed, by
 * everybody in a role. Long because a version's whole life, from draft to end, stands in one place.
 */
@Service
@Transactional
public class Agreements {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private static final String VERSIONS =
            "select d.tier, d.parent, d.steward, v.* from agreements.version v join agreements.document d on d.code = v.document ";

    private final JdbcClient sql;
    private final AgreedFolder folder;
    private final AuditLog audit;
    private final Clock clock;

    Agreements(JdbcClient sql, AgreedFolder folder, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.folder = folder;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of writing a draft. */
    public sealed interface Drafting {
        /** It is there. */
        record Drafted(AgreementVersion draft) implements Drafting {}

        /** Its text has problems, and nothing has changed. */
        record Wrong(List<Problem> problems) implements Drafting {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }

        /** Somebody else changed the draft, or began another, meanwhile. */
        record Overtaken(AgreementVersion theirs) implements Drafting {}
    }

    /** What came of sending a draft out for signature. */
    public sealed interface Sending {
        /** The parties are asked. */
        record Sent(AgreementVersion version) implements Sending {}

        /** It cannot be agreed like this: it contradicts the tiers above it, or what it names is not there. */
        record Wrong(List<Problem> problems) implements Sending {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** All versions of the document of that code that the one who acts may see, latest first. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> versions(String code) {
        return sql.sql(VERSIONS + "where v.document = :code order by v.number desc")
                .param("code", code)
                .query(Agreements::version)
                .list();
    }

    /** One version. */
    @Transactional(readOnly = true)
    public Optional<AgreementVersion> version(String code, int number) {
        return sql.sql(VERSIONS + "where v.document = :code and v.number = :number")
                .param("code", code)
                .param("number", number)
                .query(Agreements::version)
                .optional();
    }

    /** The version that counts now, or where none does the one under way, or else the last. */
    @Transactional(readOnly = true)
    public Optional<AgreementVersion> find(String code) {
        return sql.sql(VERSIONS + """
                        where v.document = :code
                        order by case v.state when 'in-force' then 0 when 'suspended' then 1 when 'out-for-signature' then 2
                            when 'draft' then 3 else 4 end, v.number desc limit 1
                        """)
                .param("code", code)
                .query(Agreements::version)
                .optional();
    }

    /** The version in force, if it is on the public register. Called by the server itself, for anybody. */
    @Transactional(readOnly = true)
    public Optional<AgreementVersion> openToAll(String code) {
        return sql.sql(VERSIONS
                        + "where v.document = :code and v.state = 'in-force' and v.is_public and not d.practice")
                .param("code", code)
                .query(Agreements::version)
                .optional();
    }

    /** What lies directly below a document: the versions that count now or are under way. */
    @Transactional(readOnly = true)
    public List<AgreementVersion> below(String code) {
        return sql.sql(VERSIONS + """
                        where d.parent = :code and v.state in ('in-force', 'suspended', 'out-for-signature', 'draft')
                        order by v.document, v.number
                        """)
                .param("code", code)
                .query(Agreements::version)
                .list();
    }

    /** What a version's text says, field by field, as {@link FileShapes} names them. */
    public Values values(AgreementVersion version) {
        var problems = new Problems();
        return read(version.text(), problems)
                .orElseThrow(() -> new IllegalStateException(
                        "a version whose text was checked is none: " + version.code() + " " + version.number()))
                .values();
    }

    /**
     * Begins a document, or another version of one, as a draft.
     *
     * @param text of a file of a protocol, agreement or schedule
     */
    public Drafting draft(String text) {
        var problems = new Problems();
        Optional<ReadText> read = read(text, problems);
        if (read.isEmpty()) {
            return new Drafting.Wrong(problems.inOrder());
        }
        Values values = read.get().values();
        Tier tier = read.get().tier();
        String code = values.text(tier.word());
        List<AgreementVersion> before = versions(code);
        if (before.isEmpty() && exists(code)) {
            return wrong(
                    values,
                    tier.word(),
                    "AGREEMENT-CODE-TAKEN",
                    "'" + code + "' is another's already.",
                    "Give it another code.");
        }
        Optional<AgreementVersion> underWay = before.stream()
                .filter(each ->
                        each.state() == AgreementState.DRAFT || each.state() == AgreementState.OUT_FOR_SIGNATURE)
                .findFirst();
        if (underWay.isPresent()) {
            return new Drafting.Overtaken(underWay.get());
        }
        int last = before.stream().mapToInt(AgreementVersion::number).max().orElse(0);
        if (values.whole("version") <= last) {
            return wrong(
                    values,
                    "version",
                    "AGREEMENT-VERSION",
                    "Version " + last + " of '" + code + "' is there already.",
                    "Give the new one the number " + (last + 1) + " and say under versions what changed.");
        }
        Optional<String> parent = values.optionalText("parent");
        if (parent.filter(each -> find(each).isEmpty()).isPresent()) {
            return wrong(
                    values,
                    "parent",
                    "AGREEMENT-PARENT",
                    "The tier above, '" + parent.get() + "', is not here.",
                    "Draft it first, or correct its code.");
        }
        if (before.isEmpty()) {
            sql.sql("""
                            insert into agreements.document (code, tier, parent, steward, practice, made_at)
                            values (:code, :tier, :parent, :steward, :practice, :at)
                            """)
                    .param("code", code)
                    .param("tier", tier.word())
                    .param("parent", parent.orElse(null))
                    .param("steward", Acting.current().actsFor().orElseGet(() -> firstParty(values)))
                    .param("practice", Acting.current() instanceof Actor.InRole inRole && inRole.practice())
                    .param("at", now())
                    .update();
        }
        insert(code, values, text);
        audit.record(event(AgreementsAudit.DRAFTED, code, values.whole("version"), parties(values)));
        return new Drafting.Drafted(version(code, values.whole("version")).orElseThrow());
    }

    /** Begins the version after one in force: its text, under the next number, with a note to be filled in of what changes. */
    public Drafting draftNext(AgreementVersion inForce) {
        return draftNext(inForce, "Say here what changes.");
    }

    /** The same with the note filled in. */
    Drafting draftNext(AgreementVersion inForce, String change) {
        int number = versions(inForce.code()).stream()
                        .mapToInt(AgreementVersion::number)
                        .max()
                        .orElse(inForce.number())
                + 1;
        String today = LocalDate.now(clock.withZone(HERE)).toString();
        String text = inForce.text()
                .replaceFirst("(?m)^version: *\\d+ *$", "version: " + number)
                .replaceFirst(
                        "(?m)^versions: *$",
                        "versions:\n  - {version: " + number + ", on: " + today + ", change: '" + change + "'}");
        return draft(text);
    }

    /**
     * Writes a draft anew.
     *
     * @param changing the count of changes that the writer saw
     */
    public Drafting redraft(AgreementVersion draft, String text, int changing) {
        var problems = new Problems();
        Optional<ReadText> read = read(text, problems);
        if (read.isEmpty()) {
            return new Drafting.Wrong(problems.inOrder());
        }
        Values values = read.get().values();
        if (!values.text(read.get().tier().word()).equals(draft.code()) || values.whole("version") != draft.number()) {
            return wrong(
                    values,
                    read.get().tier().word(),
                    "AGREEMENT-OTHER",
                    "The text is that of another document or version.",
                    "Keep the code '" + draft.code() + "' and the version " + draft.number() + ".");
        }
        int changed = sql.sql("""
                        update agreements.version set title = :title, text = :text, parties = string_to_array(:parties, ','),
                            starts_on = :from, ends_on = :to, review_by = :review, is_public = :public, version = version + 1
                        where document = :code and number = :number and state = 'draft' and version = :changing
                        """)
                .param("code", draft.code())
                .param("number", draft.number())
                .param("changing", changing)
                .params(columns(values, text))
                .update();
        AgreementVersion after = version(draft.code(), draft.number()).orElseThrow();
        if (changed == 0) {
            return new Drafting.Overtaken(after);
        }
        audit.record(event(AgreementsAudit.DRAFT_CHANGED, draft.code(), draft.number(), after.parties()));
        return new Drafting.Drafted(after);
    }

    /** Gives a version up that is not signed yet. */
    public boolean withdraw(AgreementVersion version) {
        return become(version, AgreementState.WITHDRAWN, AgreementsAudit.WITHDRAWN, Optional.empty());
    }

    /**
     * Sends a draft out for signature. From here on its text stands.
     *
     * @param mass whether it is to hold for those who have signed as soon as two have
     */
    public Sending send(AgreementVersion draft, boolean mass) {
        if (!draft.state().mayBecome(AgreementState.OUT_FOR_SIGNATURE)) {
            throw new IllegalArgumentException(
                    "a version that is " + draft.state().word() + " cannot be sent out");
        }
        Checked checked = checked(draft);
        if (checked.fingerprint().isEmpty() || !checked.problems().isEmpty()) {
            return new Sending.Wrong(checked.problems());
        }
        int sent = sql.sql("""
                        update agreements.version set state = 'out-for-signature', fingerprint = :fingerprint, mass = :mass,
                            sent_at = :at, version = version + 1
                        where document = :code and number = :number and state = 'draft' and version = :version
                        """)
                .param("code", draft.code())
                .param("number", draft.number())
                .param("version", draft.version())
                .param("fingerprint", checked.fingerprint().get())
                .param("mass", mass)
                .param("at", now())
                .update();
        AgreementVersion after = version(draft.code(), draft.number()).orElseThrow();
        if (sent == 1) {
            for (String party : draft.parties()) {
                sql.sql("""
                                insert into agreements.sign_off (document, number, organisation, state)
                                values (:code, :number, :party, 'awaited')
                                """)
                        .param("code", draft.code())
                        .param("number", draft.number())
                        .param("party", party)
                        .update();
            }
            audit.record(event(AgreementsAudit.SENT_FOR_SIGNATURE, draft.code(), draft.number(), draft.parties()));
        }
        return new Sending.Sent(after);
    }

    /** What stands in the way of sending a draft out: where its text contradicts what is above it, or names what is not there. */
    public List<Problem> problems(AgreementVersion draft) {
        return checked(draft).problems();
    }

    private record Checked(Optional<String> fingerprint, List<Problem> problems) {}

    private Checked checked(AgreementVersion draft) {
        var text = new NamedText(draft.tier().word() + "-" + draft.code() + ".yaml", draft.text());
        AgreedFolder.Reading reading = folder.supposing(List.of(text));
        var problems = new Problems();
        Unwritten.check(text.name(), values(draft).fields(), problems);
        return new Checked(
                Optional.ofNullable(reading.folder().fingerprints().get(draft.code())),
                Stream.concat(reading.leftOut().stream(), problems.inOrder().stream())
                        .filter(problem -> problem.place().file().equals(text.name()))
                        .filter(problem -> problem.code().equals(Unwritten.PROBLEM)
                                || !Unwritten.isInLine(
                                        draft.text(), problem.place().line()))
                        .toList());
    }

    /** Stops all sharing under a version until it is resumed. */
    public boolean suspend(AgreementVersion version) {
        return become(version, AgreementState.SUSPENDED, AgreementsAudit.SUSPENDED, Optional.empty());
    }

    /** Lets sharing go on under a version that was suspended. */
    public boolean resume(AgreementVersion version) {
        return become(version, AgreementState.IN_FORCE, AgreementsAudit.RESUMED, Optional.empty());
    }

    /** Ends a version today; what was agreed to happen then begins. */
    public boolean end(AgreementVersion version) {
        return become(
                version, AgreementState.ENDED, AgreementsAudit.ENDED, Optional.of(LocalDate.now(clock.withZone(HERE))));
    }

    private boolean become(
            AgreementVersion version, AgreementState state, AgreementsAudit kind, Optional<LocalDate> endedOn) {
        if (!version.state().mayBecome(state)) {
            throw new IllegalArgumentException(
                    "a version that is " + version.state().word() + " cannot become " + state.word());
        }
        int changed = sql.sql("""
                        update agreements.version set state = :state, ended_on = coalesce(:ended, ended_on), version = version + 1
                        where document = :code and number = :number and version = :version
                        """)
                .param("code", version.code())
                .param("number", version.number())
                .param("version", version.version())
                .param("state", state.word())
                .param("ended", endedOn.orElse(null), java.sql.Types.DATE)
                .update();
        if (changed == 1) {
            AuditEvent event = event(kind, version.code(), version.number(), version.parties());
            audit.record(
                    state == AgreementState.ENDED
                            ? event.inLedger(EntryKind.AGREEMENT_ENDED, Map.of("agreement", version.code()))
                            : event);
        }
        return changed == 1;
    }

    static AuditEvent event(AgreementsAudit kind, String code, int number, List<String> parties) {
        AuditEvent event = AuditEvent.of(kind).about("agreement", code).with("version", number);
        for (String party : parties) {
            event = event.concerning(party);
        }
        return event;
    }

    private boolean exists(String code) {
        return sql.sql("select exists (select from agreements.document where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private void insert(String code, Values values, String text) {
        sql.sql("""
                        insert into agreements.version (document, number, state, title, text, parties, starts_on, ends_on,
                            review_by, is_public, made_by, made_at)
                        values (:code, :number, 'draft', :title, :text, string_to_array(:parties, ','), :from, :to,
                            :review, :public, :by, :at)
                        """)
                .param("code", code)
                .param("number", values.whole("version"))
                .params(columns(values, text))
                .param("by", Acting.current().who().orElse(null))
                .param("at", now())
                .update();
    }

    private static Map<String, Object> columns(Values values, String text) {
        return Map.of(
                "title", values.text("title"),
                "text", text,
                "parties", String.join(",", parties(values)),
                "from", values.day("from"),
                "to", values.day("to"),
                "review", values.day("review-by"),
                "public", values.isYes("public-register"));
    }

    private static List<String> parties(Values values) {
        return values.groups("parties").stream()
                .map(party -> party.text("organisation"))
                .distinct()
                .collect(Collectors.toList());
    }

    private static String firstParty(Values values) {
        return parties(values).getFirst();
    }

    private static Drafting wrong(Values values, String field, String code, String cause, String remedy) {
        var problems = new Problems();
        problems.add(code, values.place(field), cause, remedy);
        return new Drafting.Wrong(problems.inOrder());
    }

    private record ReadText(Tier tier, Values values) {}

    private static Optional<ReadText> read(String text, Problems problems) {
        return YamlFile.read("agreement.yaml", new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .flatMap(fields -> {
                    String kind = fields.nodes().keySet().stream().findFirst().orElse("");
                    Optional<Tier> tier = Word.of(Tier.class, kind);
                    if (tier.isEmpty()) {
                        problems.add(
                                "FILE-KIND",
                                fields.place(),
                                "The text is neither a protocol, an agreement nor a schedule.",
                                "Begin with one of these words, a colon and its code.");
                        return Optional.empty();
                    }
                    return DraftReading.read(
                                    kind,
                                    fields,
                                    java.util.Objects.requireNonNull(FileShapes.KINDS.get(kind)),
                                    problems)
                            .map(values -> new ReadText(tier.get(), values));
                });
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static AgreementVersion version(ResultSet row, int number) throws SQLException {
        return new AgreementVersion(
                row.getString("document"),
                Word.of(Tier.class, row.getString("tier")).orElseThrow(),
                Optional.ofNullable(row.getString("parent")),
                row.getString("steward"),
                row.getInt("number"),
                Word.of(AgreementState.class, row.getString("state")).orElseThrow(),
                row.getString("title"),
                row.getString("text"),
                List.of((String[]) row.getArray("parties").getArray()),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                row.getObject("review_by", LocalDate.class),
                row.getBoolean("is_public"),
                row.getBoolean("mass"),
                Optional.ofNullable(row.getString("fingerprint")),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                row.getInt("version"));
    }
}
