package org.concordat.server.auditlog.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.concordat.server.auditlog.internal.TestLog.COUNCIL;
import static org.concordat.server.auditlog.internal.TestLog.POLICE;
import static org.concordat.server.auditlog.internal.TestLog.event;
import static org.concordat.server.auditlog.internal.TestLog.person;
import static org.concordat.server.auditlog.internal.TestLog.practising;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.ledger.LedgerException;
import org.concordat.ledger.entries.EntryKind;
import org.concordat.server.TestDatabase;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditKind;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** Events are kept with what they tell of, and read by those whom they concern, whatever question is put to the database. */
final class AuditLogIT {
    private static final TestDatabase DATABASE = TestDatabase.migrated();

    /** One connection for all, so that each transaction finds what the one before left on it. */
    private static final TestLog LOG = new TestLog(DATABASE, 1);

    private static final Actor SERVER = new Actor.Server("test");
    private static final Actor ANALYST = person(Role.ANALYST, COUNCIL);

    @AfterAll
    static void close() {
        LOG.close();
    }

    private static List<String> things(Actor actor) {
        return LOG.asked(actor, "select about_id from auditlog.event order by number", String.class);
    }

    @Test
    void anEventAndItsEntryAreKeptTogetherOrNotAtAll() {
        long before = LOG.waiting();
        assertThatThrownBy(() -> Acting.as(
                        ANALYST,
                        () -> LOG.transactions.executeWithoutResult(_ -> {
                            LOG.log.record(event("undone"));
                            throw new IllegalStateException("the business came to nothing");
                        })))
                .hasMessageContaining("came to nothing");
        assertThat(things(SERVER)).doesNotContain("undone");
        assertThat(LOG.waiting()).isEqualTo(before);

        LOG.record(ANALYST, event("done"));
        assertThat(things(SERVER)).contains("done");
        assertThat(LOG.waiting()).isEqualTo(before + 1);
    }

    @Test
    void anEventIsReadAsItWasRecorded() {
        UUID id = LOG.record(ANALYST, event("as-recorded").concerning(POLICE));
        KeptEvent read = Acting.as(ANALYST, () -> Transactions.in(LOG.transactions, () -> LOG.events.event(id)))
                .orElseThrow();
        assertThat(read.at()).isEqualTo(TestLog.MORNING);
        assertThat(read.kind()).isEqualTo("auditlog.witness-added");
        assertThat(read.organisations()).containsExactly(COUNCIL, POLICE);
        assertThat(read.details()).isEqualTo(Map.of("entries", "3"));
        assertThat(read.by().role()).contains("analyst");
        LOG.drain();
        List<Long> places = Acting.as(ANALYST, () -> Transactions.in(LOG.transactions, () -> LOG.events.places(id)));
        assertThat(places).hasSize(1);
        assertThat(LOG.ledger.<Optional<Object>>reading(
                        open -> open.entry(places.getFirst()).field("fingerprint")))
                .contains(read.fingerprint());
    }

    @Test
    void anEntryOfAKindOfItsOwnStandsBesideTheEvents() {
        UUID id = LOG.record(
                ANALYST,
                event("minutes")
                        .inLedger(
                                EntryKind.DOCUMENT,
                                Map.of("document", "minutes", "fingerprint", "sha256:" + "0a".repeat(32))));
        LOG.drain();
        List<Long> places = Acting.as(ANALYST, () -> Transactions.in(LOG.transactions, () -> LOG.events.places(id)));
        assertThat(places).hasSize(2);
        assertThat(LOG.ledger.<List<EntryKind>>reading(open ->
                        places.stream().map(place -> open.entry(place).kind()).toList()))
                .containsExactly(EntryKind.EVENT, EntryKind.DOCUMENT);
    }

    @Test
    void refusesAnEventOutsideATransaction() {
        assertThatThrownBy(() -> Acting.as(ANALYST, () -> LOG.log.record(event("loose"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("in the transaction");
    }

    @Test
    void refusesWhatNoRegisterKnowsAndWithItAllThatWasDone() {
        Actor stranger = person(Role.ANALYST, "mary-smith");
        assertThatThrownBy(() -> LOG.record(stranger, event("stranger")))
                .isInstanceOf(LedgerException.class)
                .hasMessageEndingWith("(ENTRY-REFUSED)")
                .hasMessageNotContaining("mary");
        assertThat(things(SERVER)).doesNotContain("stranger");
    }

    @Test
    void refusesAKindThatIsNoneOfTheServersOwn() {
        AuditKind made = new AuditKind() {
            @Override
            public String name() {
                return "MADE_UP";
            }

            @Override
            public String area() {
                return "auditlog";
            }
        };
        assertThatThrownBy(() -> LOG.record(ANALYST, AuditEvent.of(made))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void practiceIsKeptApartAndLeavesNothingInTheLedger() {
        long before = LOG.waiting();
        Actor.InRole trainee = practising(person(Role.INFORMATION_GOVERNANCE_OFFICER, COUNCIL));
        LOG.record(trainee, event("practice"));
        assertThat(LOG.waiting()).isEqualTo(before);
        assertThat(things(trainee)).containsExactly("practice");
        assertThat(things(person(Role.INFORMATION_GOVERNANCE_OFFICER, COUNCIL))).doesNotContain("practice");
        assertThat(things(person(Role.AUDITOR, COUNCIL))).doesNotContain("practice");
    }

    @Test
    void withTheFirstWallRemovedEachStillReadsOnlyWhatIsTheirs() {
        Actor.InRole constable = person(Role.PRACTITIONER, POLICE);
        LOG.record(ANALYST, event("council-only"));
        LOG.record(ANALYST, event("for-both").concerning(POLICE));
        LOG.record(constable, event("constable"));
        LOG.record(new Actor.Undecided(constable.person()), event("at-the-door"));
        var elsewhere =
                new Actor.InRole(constable.person(), UUID.randomUUID(), COUNCIL, Optional.empty(), Role.ANALYST, false);
        LOG.record(elsewhere, event("other-hat"));
        LOG.record(SERVER, event("server"));
        String[] all = {"council-only", "for-both", "constable", "at-the-door", "other-hat", "server"};

        assertThat(things(SERVER)).contains(all);
        assertThat(things(person(Role.AUDITOR, COUNCIL))).contains(all);
        for (Role role : List.of(
                Role.INFORMATION_GOVERNANCE_OFFICER,
                Role.ORGANISATION_ADMINISTRATOR,
                Role.INFORMATION_SHARING_OFFICER)) {
            assertThat(things(person(role, POLICE)))
                    .contains("for-both", "constable")
                    .doesNotContain("council-only", "at-the-door", "other-hat", "server");
        }
        assertThat(things(constable)).containsExactly("constable", "at-the-door");
        assertThat(things(elsewhere)).containsExactly("at-the-door", "other-hat");
        assertThat(things(person(Role.PRACTITIONER, POLICE))).isEmpty();
        assertThat(things(person(Role.PARTNERSHIP_ADMINISTRATOR, POLICE))).isEmpty();
        var client = new Actor.Client(UUID.randomUUID(), POLICE, Optional.empty(), Role.ANALYST);
        assertThat(things(client)).isEmpty();
        assertThat(things(new Actor.Nobody())).isEmpty();
        // Outside a transaction nobody has been told of, on the very connection that has served all of them.
        assertThat(LOG.sql
                        .sql("select about_id from auditlog.event")
                        .query(String.class)
                        .list())
                .isEmpty();
    }

    @Test
    void theFirstWallShowsTheSameAsTheSecond() {
        Actor.InRole constable = person(Role.PRACTITIONER, POLICE);
        LOG.record(constable, event("walled"));
        for (Role role : Role.values()) {
            for (String organisation : List.of(COUNCIL, POLICE)) {
                for (Actor.InRole actor : List.of(person(role, organisation), practising(person(role, organisation)))) {
                    assertThat(found(actor)).isEqualTo(things(actor));
                }
            }
        }
        for (Actor actor : List.of(constable, SERVER, new Actor.Nobody(), new Actor.Undecided(constable.person()))) {
            assertThat(found(actor)).isEqualTo(things(actor));
        }
    }

    private static List<String> found(Actor actor) {
        return Acting.as(
                actor,
                () -> Transactions.in(
                        LOG.transactions,
                        () -> LOG.events.search(EventSearch.all(), true, 0, 10_000).stream()
                                .map(event -> event.about().orElseThrow().id())
                                .toList()));
    }

    @Test
    void nobodyChangesOrDeletesWhatHappened() {
        LOG.record(ANALYST, event("for-ever"));
        for (String crime : List.of(
                "update auditlog.event set about_id = 'other'",
                "delete from auditlog.event",
                "truncate auditlog.event",
                "update auditlog.ledger_entry set entry = ''",
                "delete from auditlog.ledger_entry",
                "update auditlog.ledger_node set level = 0",
                "delete from auditlog.event_place",
                "delete from auditlog.checkpoint",
                "update auditlog.checkpoint set size = 1",
                "alter table auditlog.event disable row level security")) {
            assertRefused(SERVER, crime);
        }
    }

    @Test
    void nobodyRecordsWhatSomebodyElseDid() {
        String forged = """
                insert into auditlog.event (id, at, kind, reading, practice, actor, %s, organisation, role, organisations,
                    details, salt)
                values (gen_random_uuid(), now(), 'auditlog.forged', false, false, %s, '{}', '{}', decode(repeat('00', 32), 'hex'))
                """;
        String other = "'" + UUID.randomUUID() + "', null, null";
        assertRefused(ANALYST, forged.formatted("person", "'person', " + other));
        assertRefused(ANALYST, forged.formatted("task", "'server', 'test', null, null"));
        assertRefused(SERVER, forged.formatted("person", "'person', " + other));
        assertRefused(new Actor.Nobody(), forged.formatted("person", "'person', " + other));
    }

    @Test
    void onlyTheServerReadsOrTakesOutWhatWaitsForTheLedger() {
        LOG.record(ANALYST, event("waits"));
        for (Actor actor : List.of(ANALYST, person(Role.AUDITOR, COUNCIL), new Actor.Nobody())) {
            for (String table : List.of("awaiting_entry", "ledger_entry", "ledger_node", "ledger_document")) {
                assertThat(LOG.asked(actor, "select count(*) from auditlog." + table, Long.class))
                        .containsExactly(0L);
            }
            assertThat(LOG.asked(actor, "delete from auditlog.awaiting_entry returning number", Long.class))
                    .isEmpty();
        }
        assertThat(LOG.waiting()).isPositive();
    }

    private static void assertRefused(Actor actor, String statement) {
        assertThatThrownBy(() -> Acting.as(
                        actor,
                        () -> LOG.transactions.executeWithoutResult(
                                _ -> LOG.sql.sql(statement).update())))
                .isInstanceOf(DataAccessException.class);
    }
}
