package org.concordat.server.agreements;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.Signatories;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.mail.Letter;
import org.concordat.server.foundation.mail.Outbox;
import org.concordat.server.foundation.rows.Apart;
import org.concordat.server.parties.Organisation;
import org.concordat.server.parties.Organisations;
import org.concordat.server.parties.Persons;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What follows from the rows of a sign-up, one row at a time, so that one that fails holds up no other: organisations and
 * signatories that are not here yet, joinings, links, and the end of it. Callers have made sure that whoever acts may.
 */
@Service
public class SignUpSteps {

    private static final ZoneId HERE = ZoneId.of("Europe/London");
    private static final String TASK = "sign-up";
    private static final Logger LOG = LoggerFactory.getLogger(SignUpSteps.class);

    private final JdbcClient sql;
    private final SignUps signUps;
    private final Admissions admissions;
    private final AdmissionLinks links;
    private final AgreedFolder folder;
    private final Signatories signatories;
    private final Organisations organisations;
    private final Persons persons;
    private final BroughtDatasets brought;
    private final Outbox outbox;
    private final Apart apart;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignUpSteps(
            JdbcClient sql,
            SignUps signUps,
            Admissions admissions,
            AdmissionLinks links,
            AgreedFolder folder,
            Signatories signatories,
            Organisations organisations,
            Persons persons,
            BroughtDatasets brought,
            Outbox outbox,
            Apart apart,
            AuditLog audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.sql = sql;
        this.signUps = signUps;
        this.admissions = admissions;
        this.links = links;
        this.folder = folder;
        this.signatories = signatories;
        this.organisations = organisations;
        this.persons = persons;
        this.brought = brought;
        this.outbox = outbox;
        this.apart = apart;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * A link to send to somebody.
     *
     * @param secret the last part of its address, shown once
     */
    public record MadeLink(String organisation, String email, String office, String secret) {

        /** Whoever holds it can sign. */
        @Override
        public String toString() {
            return "MadeLink[" + organisation + "]";
        }
    }

    /** Lets all rows go ahead that can; how many did. */
    public int goAhead(SignUp signUp) {
        UUID maker = Acting.inRole().person();
        AgreementFolder now = folder.folder();
        int gone = 0;
        for (CheckedRow row : signUps.rows(signUp)) {
            if (row.standing() == CheckedRow.Standing.READY && goesAhead(signUp, row, now, maker)) {
                gone++;
            }
        }
        int rows = gone;
        transaction.executeWithoutResult(status -> audit.record(
                SignUps.event(AgreementsAudit.SIGN_UP_WENT_AHEAD, signUp).with("rows", rows)));
        return gone;
    }

    private boolean goesAhead(SignUp signUp, CheckedRow row, AgreementFolder now, UUID maker) {
        try {
            return apart.asServer(TASK, () -> {
                Organisation organisation = row.existing().orElseGet(() -> added(row));
                Optional<UUID> person = signatory(organisation, row);
                WayIn way = WayIn.of(
                        now,
                        signUp.document(),
                        organisation.code(),
                        organisation.kinds(),
                        organisation.nation(),
                        today());
                if (!(way instanceof WayIn.Open open)) {
                    throw new IllegalStateException("a row whose way was looked at has none: " + way);
                }
                UUID admission = admissions.askFor(
                        signUp.id(),
                        signUp.document(),
                        organisation.code(),
                        row.row().officeOrUsual(),
                        signUp.brings() ? brought.describe(now, signUp.document(), organisation) : List.of(),
                        open,
                        maker);
                int noted = sql.sql("""
                                update agreements.sign_up_row set organisation = :organisation, person = :person, admission = :admission
                                where sign_up = :id and line = :line and admission is null
                                """)
                        .param("id", signUp.id())
                        .param("line", row.row().line())
                        .param("organisation", organisation.code())
                        .param("person", person.orElse(null))
                        .param("admission", admission)
                        .update();
                if (noted == 0) {
                    throw new IllegalStateException("somebody else let the row go ahead at the same moment");
                }
                return true;
            });
        } catch (IllegalStateException | DataAccessException trouble) {
            // The row stays as it is, and the next look at the page says what is wrong with it now.
            LOG.warn(
                    "A row of a sign-up did not go ahead: {}",
                    trouble.getClass().getName());
            return false;
        }
    }

    private Organisation added(CheckedRow row) {
        PastedRow pasted = row.row();
        var controller = new Organisation.Controller(
                pasted.name(), "", pasted.email(), pasted.registration(), "", "", pasted.email());
        return organisations.add(pasted.name(), row.kinds(), row.nation().orElseThrow(), controller, false);
    }

    /** Who signs by a link; nobody where the organisation looks after itself. */
    private Optional<UUID> signatory(Organisation organisation, CheckedRow row) {
        if (signUps.lookAfterThemselves().contains(organisation.code())) {
            return Optional.empty();
        }
        Optional<UUID> before = persons.findByEmail(row.row().email())
                .filter(person -> person.organisation().equals(organisation.code()))
                .map(person -> person.id());
        if (before.isPresent()
                && signatories.of(organisation.code(), before.get(), today()).isPresent()) {
            return before;
        }
        String office = row.row().officeOrUsual();
        UUID person = before.orElseGet(() ->
                persons.add(organisation.code(), office, row.row().email()).id());
        persons.give(person, organisation.code(), Optional.empty(), Role.EXECUTIVE_SIGNATORY);
        signatories.nameHere(organisation.code(), person, office, today());
        return Optional.of(person);
    }

    /**
     * Makes a link for each joiner that is silent and signs by link, and writes to it where e-mail is on. For those who had one
     * it counts as asking again.
     */
    public List<MadeLink> links(SignUp signUp) {
        UUID maker = Acting.inRole().person();
        // Once, and before anything changes: each change of a joining would have it read again.
        AgreementFolder now = folder.folder();
        Map<UUID, CheckedRow> rows = new HashMap<>();
        signUps.rows(signUp).forEach(row -> row.row().admission().ifPresent(admission -> rows.put(admission, row)));
        var made = new ArrayList<MadeLink>();
        int again = apart.asServer(TASK, () -> {
            int chased = 0;
            Set<String> selves = signUps.lookAfterThemselves();
            for (Admission admission : admissions.ofSignUp(signUp.id())) {
                CheckedRow row = rows.get(admission.id());
                if (row == null
                        || row.row().person().isEmpty()
                        || !admission.waitsForSignature()
                        || selves.contains(admission.organisation())) {
                    continue;
                }
                boolean before = links.wasMade(admission);
                Optional<String> seen = AdmissionSignatures.seen(now, admission);
                if (seen.isEmpty()) {
                    continue;
                }
                String secret = links.make(admission, row.row().person().get(), maker, seen.get());
                outbox.post(Letter.of(
                        "agreements.mail.join",
                        row.row().email(),
                        admission.office(),
                        "/join/" + secret,
                        Optional.of(admission.organisation())));
                made.add(new MadeLink(row.row().name(), row.row().email(), admission.office(), secret));
                if (before) {
                    chased++;
                    chased(admission);
                }
            }
            return chased;
        });
        transaction.executeWithoutResult(status -> audit.record(SignUps.event(AgreementsAudit.SIGN_UP_CHASED, signUp)
                .with("links", made.size())
                .with("again", again)));
        return made;
    }

    private void chased(Admission admission) {
        sql.sql("""
                        update agreements.admission set chased_times = chased_times + 1, chased_at = :at where id = :id
                        """)
                .param("id", admission.id())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Stops it: links are dead, and whoever has not signed is asked no more. Who signed stays. How many were given up. */
    public int stop(SignUp signUp) {
        transaction.executeWithoutResult(status -> {
            sql.sql("""
                            update agreements.sign_up set state = 'stopped', stopped_at = :at where id = :id and state = 'open'
                            """)
                    .param("id", signUp.id())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            audit.record(SignUps.event(AgreementsAudit.SIGN_UP_STOPPED, signUp));
        });
        return apart.asServer(TASK, () -> {
            int given = 0;
            for (Admission admission : admissions.ofSignUp(signUp.id())) {
                links.close(admission);
                if (admission.waitsForSignature() && admissions.withdraw(admission)) {
                    given++;
                }
            }
            return given;
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HERE));
    }
}
