package org.concordat.server.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.words.Word;
import org.concordat.server.agreements.internal.AccessionFile;
import org.concordat.server.agreements.internal.AccessionFile.Brought;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.Organisation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who joins what others signed, or wants to: asking, giving up, leaving. Signing and accepting is {@link AdmissionSignatures}. */
@Service
@Transactional
public class Admissions {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private static final String ADMISSIONS = """
            select a.*, c.code, c.document as tier, c.accepted_by, c.accepted_at, c.text
            from agreements.admission a
            join agreements.accession c on c.admission = a.id and (not c.lapsed or c.document = a.document)
            """;

    private final JdbcClient sql;
    private final AgreedFolder folder;
    private final AuditLog audit;
    private final Clock clock;

    Admissions(JdbcClient sql, AgreedFolder folder, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.folder = folder;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of asking to join. */
    public sealed interface Asking {
        /** It is asked. */
        record Asked(Admission admission) implements Asking {}

        /** What was signed does not let it. */
        record Shut(WayIn.Shut why) implements Asking {}

        /** What it would bring is not like that for which it would stand. */
        record Wrong(List<Problem> problems) implements Asking {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }
    }

    /** The way of an organisation into a document today. */
    @Transactional(readOnly = true)
    public WayIn way(String document, Organisation organisation) {
        return WayIn.of(
                folder.folder(), document, organisation.code(), organisation.kinds(), organisation.nation(), today());
    }

    /**
     * Asks for an organisation to join a document and whatever tier above it has to be joined.
     *
     * @param office of whoever will sign for it
     */
    public Asking ask(String document, Organisation organisation, String office, List<Brought> brings) {
        return switch (way(document, organisation)) {
            case WayIn.Shut shut -> new Asking.Shut(shut);
            case WayIn.Open open -> {
                List<AccessionFile> files = files(document, organisation.code(), open.steps(), office, brings);
                List<Problem> problems = problems(files);
                if (!problems.isEmpty()) {
                    yield new Asking.Wrong(problems);
                }
                UUID id = insert(
                        document,
                        organisation.code(),
                        office,
                        Optional.empty(),
                        Acting.inRole().person(),
                        open.steps(),
                        files);
                audit.record(event(AgreementsAudit.ADMISSION_ASKED, find(id).orElseThrow()));
                yield new Asking.Asked(find(id).orElseThrow());
            }
        };
    }

    /** Asks in a sign-up, as the server, for somebody whose way was looked at. */
    UUID askFor(
            UUID signUp,
            String document,
            String organisation,
            String office,
            List<Brought> brings,
            WayIn.Open way,
            UUID askedBy) {
        UUID id = insert(
                document,
                organisation,
                office,
                Optional.of(signUp),
                askedBy,
                way.steps(),
                files(document, organisation, way.steps(), office, brings));
        audit.record(event(AgreementsAudit.ADMISSION_ASKED, find(id).orElseThrow()));
        return id;
    }

    /** Gives it up before it joined. */
    public boolean withdraw(Admission admission) {
        boolean withdrawn = become(admission, AdmissionState.WITHDRAWN, "");
        if (withdrawn) {
            audit.record(event(AgreementsAudit.ADMISSION_WITHDRAWN, admission));
        }
        return withdrawn;
    }

    /** Lets it leave the document after a last day. It stays a party of the tiers above. */
    public boolean leave(Admission admission, LocalDate lastDay) {
        int left =
                sql.sql("""
                        update agreements.admission set state = 'left', left_on = :day where id = :id and state = 'joined'
                        """).param("id", admission.id()).param("day", lastDay).update();
        if (left == 1) {
            audit.record(event(AgreementsAudit.LEFT, admission).with("day", lastDay));
        }
        return left == 1;
    }

    /** Ends what is asked, with a reason where there is one; false when it is not asked any more. */
    boolean become(Admission admission, AdmissionState state, String reason) {
        return sql.sql("""
                        update agreements.admission set state = :state, reason = :reason where id = :id and state = 'asked'
                        """)
                        .param("id", admission.id())
                        .param("state", state.word())
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** The one of that id. */
    @Transactional(readOnly = true)
    public Optional<Admission> find(UUID id) {
        return list("where a.id = :by", id).stream().findFirst();
    }

    /** All that ever joined a document or wanted to, itself or what lies below it, latest first. */
    @Transactional(readOnly = true)
    public List<Admission> of(String document) {
        return list("""
                        where a.id in (select admission from agreements.accession
                            where document = :by and (not lapsed or a.document = :by))
                        """, document).reversed();
    }

    /** All of a sign-up, in their order. */
    @Transactional(readOnly = true)
    public List<Admission> ofSignUp(UUID signUp) {
        return list("where a.sign_up = :by", signUp);
    }

    /** Those that wait for an organisation's own signature. */
    @Transactional(readOnly = true)
    public List<Admission> toSign(String organisation) {
        return list("where a.organisation = :by and a.state = 'asked' and a.signed_at is null", organisation);
    }

    /** Those that wait for an organisation to accept them. */
    @Transactional(readOnly = true)
    public List<Admission> toAccept(String organisation) {
        return list("""
                where a.state = 'asked' and a.id in (select admission from agreements.accession
                    where accepted_by = :by and accepted_at is null and not lapsed)
                """, organisation);
    }

    /** Organisations that joined a document and are parties of it today, by code. */
    @Transactional(readOnly = true)
    public List<String> joined(String document) {
        return sql.sql("""
                        select distinct c.organisation from agreements.accession c
                        join agreements.admission a on a.id = c.admission
                        where c.document = :document and not c.lapsed and (a.state = 'joined'
                            or (a.state = 'left' and (a.document <> c.document or a.left_on >= :today)))
                        order by c.organisation
                        """)
                .param("document", document)
                .param("today", today())
                .query(String.class)
                .list();
    }

    static AuditEvent event(AgreementsAudit kind, Admission admission) {
        AuditEvent event = AuditEvent.of(kind)
                .about("agreement", admission.document())
                .with("admission", admission.id())
                .concerning(admission.organisation());
        for (String acceptor : admission.allAcceptors()) {
            event = event.concerning(acceptor);
        }
        return event;
    }

    private List<AccessionFile> files(
            String document, String organisation, List<WayIn.Step> steps, String office, List<Brought> brings) {
        return steps.stream()
                .map(step -> AccessionFile.of(
                        code(),
                        step.document(),
                        organisation,
                        step.like(),
                        office,
                        today().isBefore(step.from()) ? step.from() : today(),
                        step.document().equals(document) ? brings : List.of()))
                .toList();
    }

    private List<Problem> problems(List<AccessionFile> files) {
        List<String> names = files.stream().map(file -> file.file().name()).toList();
        return folder.supposing(files.stream().map(AccessionFile::file).toList()).leftOut().stream()
                .filter(problem -> names.contains(problem.place().file()))
                .toList();
    }

    private String code() {
        while (true) {
            String code = "AC-"
                    + sql.sql("select nextval('agreements.accession_number')")
                            .query(Long.class)
                            .single();
            boolean taken = sql.sql("select exists (select from agreements.document where code = :code)")
                    .param("code", code)
                    .query(Boolean.class)
                    .single();
            if (!taken) {
                return code;
            }
        }
    }

    private UUID insert(
            String document,
            String organisation,
            String office,
            Optional<UUID> signUp,
            UUID askedBy,
            List<WayIn.Step> steps,
            List<AccessionFile> files) {
        UUID id = UUID.randomUUID();
        sql.sql("""
                        insert into agreements.admission (id, document, organisation, state, sign_up, office, asked_by, asked_at)
                        values (:id, :document, :organisation, 'asked', :signUp, :office, :by, :at)
                        """)
                .param("id", id)
                .param("document", document)
                .param("organisation", organisation)
                .param("signUp", signUp.orElse(null))
                .param("office", office)
                .param("by", askedBy)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        for (int i = 0; i < files.size(); i++) {
            AccessionFile file = files.get(i);
            sql.sql("""
                            insert into agreements.accession (code, number, admission, document, organisation, accepted_by, text)
                            values (:code, :number, :admission, :document, :organisation, :acceptor, :text)
                            """)
                    .param("code", file.code())
                    .param("number", Long.parseLong(file.code().substring("AC-".length())))
                    .param("admission", id)
                    .param("document", file.document())
                    .param("organisation", organisation)
                    .param("acceptor", steps.get(i).acceptedBy().orElse(null))
                    .param("text", file.text())
                    .update();
        }
        return id;
    }

    private List<Admission> list(String where, Object by) {
        record Row(Admission admission, Admission.Accession accession) {}
        Map<UUID, Admission> found = new LinkedHashMap<>();
        Map<UUID, List<Admission.Accession>> accessions = new LinkedHashMap<>();
        sql.sql(ADMISSIONS + where + " order by a.asked_at, a.organisation, a.id, c.number")
                .param("by", by)
                .query((row, number) -> new Row(admission(row), accession(row)))
                .list()
                .forEach(row -> {
                    found.putIfAbsent(row.admission().id(), row.admission());
                    accessions
                            .computeIfAbsent(row.admission().id(), none -> new ArrayList<>())
                            .add(row.accession());
                });
        return found.values().stream()
                .map(each -> each.with(accessions.getOrDefault(each.id(), List.of())))
                .toList();
    }

    private static Admission admission(ResultSet row) throws SQLException {
        return new Admission(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getString("organisation"),
                Word.of(AdmissionState.class, row.getString("state")).orElseThrow(),
                Optional.ofNullable(row.getObject("sign_up", UUID.class)),
                row.getString("office"),
                row.getString("reason"),
                instant(row, "signed_at"),
                row.getBoolean("by_link"),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                row.getInt("chased_times"),
                List.of());
    }

    private static Admission.Accession accession(ResultSet row) throws SQLException {
        return new Admission.Accession(
                row.getString("code"),
                row.getString("tier"),
                Optional.ofNullable(row.getString("accepted_by")),
                instant(row, "accepted_at"),
                row.getString("text"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
