package org.concordat.server.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.rows.Apart;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sign-ups: many organisations asked at once to join one document, from rows pasted out of a spreadsheet. Rows stay as they were
 * pasted until they are corrected; {@link SignUpSteps} does what follows from them. Long because a sign-up's rows, from the
 * paste to the answer about like names, stand in one place.
 */
@Service
@Transactional
public class SignUps {

    /** How many rows one sign-up may have. */
    public static final int MOST_ROWS = 500;

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final Agreements agreements;
    private final AgreedFolder folder;
    private final Organisations organisations;
    private final Apart apart;
    private final AuditLog audit;
    private final Clock clock;

    SignUps(
            JdbcClient sql,
            Agreements agreements,
            AgreedFolder folder,
            Organisations organisations,
            Apart apart,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.agreements = agreements;
        this.folder = folder;
        this.organisations = organisations;
        this.apart = apart;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of pasting. */
    public sealed interface Pasting {
        /** The rows are there, with whatever is wrong with them. */
        record Pasted(int rows) implements Pasting {}

        /** There would be more rows than a sign-up may have; nothing was taken. */
        record TooMany(int rows) implements Pasting {}

        /** There was no row in it. */
        record Nothing() implements Pasting {}
    }

    /**
     * The organisation whose sign-up to a document it would be: the party that accepts joiners, or where the document is open
     * to all its steward. Empty where the document is not in force or lets nobody join.
     */
    @Transactional(readOnly = true)
    public Optional<String> keeper(AgreementVersion version) {
        return Optional.ofNullable(folder.folder().agreements().get(version.code()))
                .filter(agreement -> version.state().isInForce())
                .flatMap(agreement -> agreement.joining())
                .map(joining -> joining.acceptedBy().orElse(version.steward()));
    }

    /** Datasets for which joiners of a document bring their own; none where they send nothing. */
    @Transactional(readOnly = true)
    public List<String> modelDatasets(String document) {
        return WayIn.modelDatasets(folder.folder(), document);
    }

    /** Opens one, or finds the one that is open. The caller has made sure that it may. */
    public SignUp open(AgreementVersion version, boolean brings) {
        Optional<SignUp> before = ofDocument(version.code());
        if (before.isPresent()) {
            return before.get();
        }
        UUID id = UUID.randomUUID();
        String keeper = keeper(version).orElseThrow();
        sql.sql("""
                        insert into agreements.sign_up (id, document, organisation, state, brings, made_by, made_at)
                        values (:id, :document, :organisation, 'open', :brings, :by, :at)
                        """)
                .param("id", id)
                .param("document", version.code())
                .param("organisation", keeper)
                .param("brings", brings)
                .param("by", Acting.inRole().person())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        SignUp made = find(id).orElseThrow();
        audit.record(event(AgreementsAudit.SIGN_UP_OPENED, made));
        return made;
    }

    /** The one of that id. */
    @Transactional(readOnly = true)
    public Optional<SignUp> find(UUID id) {
        return sql.sql("select * from agreements.sign_up where id = :id")
                .param("id", id)
                .query(SignUps::signUp)
                .optional();
    }

    /** The open one of a document. */
    @Transactional(readOnly = true)
    public Optional<SignUp> ofDocument(String document) {
        return sql.sql("select * from agreements.sign_up where document = :document and state = 'open'")
                .param("document", document)
                .query(SignUps::signUp)
                .optional();
    }

    /** The document that a sign-up is to, as it is now. */
    @Transactional(readOnly = true)
    public AgreementVersion document(SignUp signUp) {
        return agreements.find(signUp.document()).orElseThrow();
    }

    /** The rows of a sign-up, each with what is wrong with it. */
    @Transactional(readOnly = true)
    public List<CheckedRow> rows(SignUp signUp) {
        List<PastedRow> rows = pasted(signUp);
        AgreementFolder now = folder.folder();
        Map<String, Organisation> here =
                organisations.all().stream().collect(Collectors.toMap(Organisation::code, each -> each));
        Set<String> emails = rows.stream()
                .map(row -> row.email().toLowerCase(Locale.ROOT))
                .filter(email -> !email.isEmpty())
                .collect(Collectors.toSet());
        var all = apart.asServer("check-sign-up", () -> here(here, emails));
        return new RowChecks(now, signUp.document(), LocalDate.now(clock.withZone(HERE)), all).check(rows);
    }

    /** Adds pasted rows; nothing of what is there is touched. */
    public Pasting paste(SignUp signUp, String text) {
        List<PastedRow> before = pasted(signUp);
        int last = before.stream().mapToInt(PastedRow::line).max().orElse(0);
        List<PastedRow> rows = PastedText.read(text, last + 1);
        return put(signUp, rows, before.size());
    }

    /** Puts corrected rows in the place of all that have not gone ahead and are among these lines. */
    public Pasting correct(SignUp signUp, Set<Integer> lines, String text) {
        List<PastedRow> before = pasted(signUp);
        int last = before.stream().mapToInt(PastedRow::line).max().orElse(0);
        List<PastedRow> rows = PastedText.read(text, last + 1);
        int staying = (int) before.stream()
                .filter(row -> row.admission().isPresent() || !lines.contains(row.line()))
                .count();
        if (staying + rows.size() > MOST_ROWS) {
            return new Pasting.TooMany(staying + rows.size());
        }
        for (int line : lines) {
            sql.sql("delete from agreements.sign_up_row where sign_up = :id and line = :line and admission is null")
                    .param("id", signUp.id())
                    .param("line", line)
                    .update();
        }
        return rows.isEmpty() ? new Pasting.Pasted(0) : put(signUp, rows, staying);
    }

    private Pasting put(SignUp signUp, List<PastedRow> rows, int besides) {
        if (rows.isEmpty()) {
            return new Pasting.Nothing();
        }
        if (besides + rows.size() > MOST_ROWS) {
            return new Pasting.TooMany(besides + rows.size());
        }
        for (PastedRow row : rows) {
            sql.sql("""
                            insert into agreements.sign_up_row (sign_up, line, name, kind, nation, email, registration, office)
                            values (:id, :line, :name, :kind, :nation, :email, :registration, :office)
                            """)
                    .param("id", signUp.id())
                    .param("line", row.line())
                    .param("name", row.name())
                    .param("kind", row.kind())
                    .param("nation", row.nation())
                    .param("email", row.email())
                    .param("registration", row.registration())
                    .param("office", row.office())
                    .update();
        }
        audit.record(event(AgreementsAudit.SIGN_UP_PASTED, signUp).with("rows", rows.size()));
        return new Pasting.Pasted(rows.size());
    }

    /** Says which organisation a row is that is called like one here: its code, or {@link PastedRow#NEW}. */
    public void answer(SignUp signUp, int line, String sameAs) {
        sql.sql("""
                        update agreements.sign_up_row set same_as = :same where sign_up = :id and line = :line and admission is null
                        """)
                .param("id", signUp.id())
                .param("line", line)
                .param("same", sameAs)
                .update();
    }

    static AuditEvent event(AgreementsAudit kind, SignUp signUp) {
        return AuditEvent.of(kind)
                .about("agreement", signUp.document())
                .with("sign-up", signUp.id())
                .concerning(signUp.organisation());
    }

    private List<PastedRow> pasted(SignUp signUp) {
        return sql
                .sql("select * from agreements.sign_up_row where sign_up = :id")
                .param("id", signUp.id())
                .query(SignUps::row)
                .list()
                .stream()
                .sorted(Comparator.comparingInt(PastedRow::line))
                .toList();
    }

    private RowChecks.Here here(Map<String, Organisation> known, Set<String> emails) {
        Map<String, String> owners = new HashMap<>();
        if (!emails.isEmpty()) {
            sql.sql("select lower(email) as email, organisation from parties.person where lower(email) in (:emails)")
                    .param("emails", new ArrayList<>(emails))
                    .query((row, number) -> owners.put(row.getString("email"), row.getString("organisation")))
                    .list();
        }
        Map<String, Set<String>> signatories = new HashMap<>();
        sql.sql("""
                        select s.organisation, lower(p.email) as email from agreements.signatory s
                        join parties.person p on p.id = s.person where s.ends_on is null and p.left_on is null
                        """)
                .query((row, number) -> signatories
                        .computeIfAbsent(row.getString("organisation"), none -> new HashSet<>())
                        .add(row.getString("email")))
                .list();
        return new RowChecks.Here(known, owners, lookAfterThemselves(), signatories);
    }

    /**
     * Organisations in which somebody signs in, or does more than sign. They name their own signatories, who sign signed in:
     * nobody else gets a link that signs for them. Asked as the server.
     */
    Set<String> lookAfterThemselves() {
        return new HashSet<>(sql.sql("""
                        select distinct a.organisation from parties.assignment a
                        where a.ended_at is null and (a.role <> :signs
                            or exists (select from parties.account c where c.person = a.person))
                        """)
                .param("signs", Role.EXECUTIVE_SIGNATORY.word())
                .query(String.class)
                .list());
    }

    private static PastedRow row(ResultSet row, int number) throws SQLException {
        return new PastedRow(
                row.getInt("line"),
                row.getString("name"),
                row.getString("kind"),
                row.getString("nation"),
                row.getString("email"),
                row.getString("registration"),
                row.getString("office"),
                row.getString("same_as"),
                Optional.ofNullable(row.getString("organisation")),
                Optional.ofNullable(row.getObject("person", UUID.class)),
                Optional.ofNullable(row.getObject("admission", UUID.class)));
    }

    private static SignUp signUp(ResultSet row, int number) throws SQLException {
        return new SignUp(
                row.getObject("id", UUID.class),
                row.getString("document"),
                row.getString("organisation"),
                row.getString("state").equals("open"),
                row.getBoolean("brings"));
    }
}
