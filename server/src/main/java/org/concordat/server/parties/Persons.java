package org.concordat.server.parties;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people of the partnership and the roles they hold. Everybody sees their own colleagues. */
@Service
@Transactional
public class Persons {

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    Persons(JdbcClient sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** A person with the roles they hold. */
    public record WithRoles(Person person, List<Assignment> roles) {
        public WithRoles {
            roles = List.copyOf(roles);
        }
    }

    /** Who works for an organisation or holds a role there, by name; those who left are not among them. */
    @Transactional(readOnly = true)
    public List<WithRoles> of(String organisation) {
        List<Assignment> roles = sql.sql(
                        "select * from parties.assignment where organisation = :organisation and ended_at is null")
                .param("organisation", organisation)
                .query(Persons::assignment)
                .list();
        return sql.sql("""
                        select * from parties.person p where left_on is null and (organisation = :organisation
                            or id in (select person from parties.assignment
                                      where organisation = :organisation and ended_at is null))
                        order by lower(name), id
                        """).param("organisation", organisation).query(Persons::person).list().stream()
                .map(person -> new WithRoles(
                        person,
                        roles.stream()
                                .filter(role -> role.person().equals(person.id()))
                                .toList()))
                .toList();
    }

    /** The person of that id, if the one who acts may see them. */
    @Transactional(readOnly = true)
    public Optional<Person> find(UUID id) {
        return sql.sql("select * from parties.person where id = :id")
                .param("id", id)
                .query(Persons::person)
                .optional();
    }

    /** The person of that address, in whatever case it is typed. */
    @Transactional(readOnly = true)
    public Optional<Person> findByEmail(String email) {
        return sql.sql("select * from parties.person where lower(email) = lower(:email)")
                .param("email", email)
                .query(Persons::person)
                .optional();
    }

    /** Adds a person without roles. */
    public Person add(String organisation, String name, String email) {
        Person person = new Person(UUID.randomUUID(), organisation, name, email, Optional.empty(), 1);
        sql.sql("""
                        insert into parties.person (id, organisation, name, email, added_at)
                        values (:id, :organisation, :name, :email, :at)
                        """)
                .param("id", person.id())
                .param("organisation", organisation)
                .param("name", name)
                .param("email", email)
                .param("at", at(clock.instant()))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.PERSON_JOINED)
                .about("person", person.id().toString())
                .concerning(organisation));
        return person;
    }

    /**
     * Changes name and address.
     *
     * @return false when somebody else changed it since {@code person.version()}
     */
    public boolean change(Person person) {
        int changed = sql.sql("""
                        update parties.person set name = :name, email = :email, version = version + 1
                        where id = :id and version = :version
                        """)
                .param("id", person.id())
                .param("version", person.version())
                .param("name", person.name())
                .param("email", person.email())
                .update();
        if (changed == 1) {
            audit.record(AuditEvent.of(PartiesAudit.PERSON_CHANGED)
                    .about("person", person.id().toString())
                    .concerning(person.organisation()));
        }
        return changed == 1;
    }

    /** The roles that a person holds now, their own and those in which they stand in for somebody who is away today. */
    @Transactional(readOnly = true)
    public List<Assignment> roles(UUID person) {
        return sql.sql("""
                        select * from parties.assignment a where ended_at is null and (person = :person
                            or (deputy = :person and exists (select from parties.absence b
                                where b.person = a.person and :today between b.first and b.last)))
                        order by organisation, role, team
                        """)
                .param("person", person)
                .param("today", LocalDate.now(clock.withZone(java.time.ZoneId.of("Europe/London"))))
                .query(Persons::assignment)
                .list();
    }

    /** A role that is held, of that id. */
    @Transactional(readOnly = true)
    public Optional<Assignment> role(UUID assignment) {
        return sql.sql("select * from parties.assignment where id = :id and ended_at is null")
                .param("id", assignment)
                .query(Persons::assignment)
                .optional();
    }

    /**
     * Who holds that role for an organisation now.
     *
     * @return at most a hundred
     */
    @Transactional(readOnly = true)
    public List<Assignment> holders(String organisation, Role role) {
        return sql.sql("""
                        select * from parties.assignment
                        where organisation = :organisation and role = :role and ended_at is null
                            and person not in (select id from parties.person where left_on is not null)
                        limit 100
                        """)
                .param("organisation", organisation)
                .param("role", role.word())
                .query(Persons::assignment)
                .list();
    }

    /** Gives a role; nothing happens where it is held already. */
    public void give(UUID person, String organisation, Optional<String> team, Role role) {
        UUID id = UUID.randomUUID();
        int given = sql.sql("""
                        insert into parties.assignment (id, person, organisation, team, role, given_by, given_at)
                        values (:id, :person, :organisation, :team, :role, :by, :at)
                        on conflict (person, organisation, coalesce(team, ''), role) where ended_at is null do nothing
                        """)
                .param("id", id)
                .param("person", person)
                .param("organisation", organisation)
                .param("team", team.orElse(null))
                .param("role", role.word())
                .param("by", Acting.current().who().orElse(person))
                .param("at", at(clock.instant()))
                .update();
        if (given == 1) {
            AuditEvent event = AuditEvent.of(PartiesAudit.ROLE_GIVEN)
                    .about("person", person.toString())
                    .concerning(organisation)
                    .with("role", role.word());
            audit.record(team.map(code -> event.with("team", code)).orElse(event));
        }
    }

    /** Ends a role, at once. */
    public void end(Assignment assignment) {
        int ended = sql.sql("""
                        update parties.assignment set ended_at = :at, version = version + 1
                        where id = :id and ended_at is null
                        """)
                .param("id", assignment.id())
                .param("at", at(clock.instant()))
                .update();
        if (ended == 1) {
            audit.record(AuditEvent.of(PartiesAudit.ROLE_ENDED)
                    .about("person", assignment.person().toString())
                    .concerning(assignment.organisation())
                    .with("role", assignment.role().word()));
        }
    }

    /**
     * Names who stands in for a role while its holder is away, or that nobody does.
     *
     * @return false when somebody else changed the role since {@code assignment.version()}
     */
    public boolean nameDeputy(Assignment assignment, Optional<UUID> deputy) {
        int changed = sql.sql("""
                        update parties.assignment set deputy = :deputy, version = version + 1
                        where id = :id and version = :version and ended_at is null
                        """)
                .param("id", assignment.id())
                .param("version", assignment.version())
                .param("deputy", deputy.orElse(null))
                .update();
        if (changed == 1) {
            audit.record(AuditEvent.of(PartiesAudit.DEPUTY_NAMED)
                    .about("person", assignment.person().toString())
                    .concerning(assignment.organisation())
                    .with("role", assignment.role().word()));
        }
        return changed == 1;
    }

    /**
     * Moves a role to another team, or to the whole organisation: it ends and is given there, with its deputy, so that nothing of
     * the one hat follows into the other.
     *
     * @return false when somebody else changed the role since {@code assignment.version()}
     */
    public boolean move(Assignment assignment, Optional<String> team) {
        int ended = sql.sql("""
                        update parties.assignment set ended_at = :at, version = version + 1
                        where id = :id and version = :version and ended_at is null
                        """)
                .param("id", assignment.id())
                .param("version", assignment.version())
                .param("at", at(clock.instant()))
                .update();
        if (ended == 1) {
            audit.record(AuditEvent.of(PartiesAudit.ROLE_ENDED)
                    .about("person", assignment.person().toString())
                    .concerning(assignment.organisation())
                    .with("role", assignment.role().word()));
            give(assignment.person(), assignment.organisation(), team, assignment.role());
            sql.sql("""
                            update parties.assignment now set deputy = coalesce(now.deputy, before.deputy),
                                work_role = coalesce(now.work_role, before.work_role)
                            from parties.assignment before
                            where before.id = :id and now.person = before.person and now.organisation = before.organisation
                                and now.role = before.role and coalesce(now.team, '') = :team and now.ended_at is null
                            """)
                    .param("id", assignment.id())
                    .param("team", team.orElse(""))
                    .update();
        }
        return ended == 1;
    }

    /**
     * Lets a person leave: ends all roles, and hands those of this organisation over where a successor is named. Sessions end
     * because no role holds any more.
     *
     * @param successor gets the roles that the person held for the employer
     */
    public void leave(Person person, Optional<UUID> successor) {
        for (Assignment role : held(person.id())) {
            end(role);
            if (role.organisation().equals(person.organisation())) {
                successor.ifPresent(next -> give(next, role.organisation(), role.team(), role.role()));
            }
        }
        sql.sql("update parties.person set left_on = :day, version = version + 1 where id = :id")
                .param("id", person.id())
                .param("day", LocalDate.now(clock))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.PERSON_LEFT)
                .about("person", person.id().toString())
                .concerning(person.organisation()));
    }

    /** The roles that a person holds now, as far as the one who acts may see them. */
    @Transactional(readOnly = true)
    public List<Assignment> held(UUID person) {
        return sql.sql(
                        "select * from parties.assignment where person = :person and ended_at is null order by organisation, role, team")
                .param("person", person)
                .query(Persons::assignment)
                .list();
    }

    /** The first and last day on which a person says they are away. */
    public void setAway(UUID person, LocalDate first, LocalDate last) {
        sql.sql("delete from parties.absence where person = :person and last >= :first")
                .param("person", person)
                .param("first", first)
                .update();
        sql.sql("insert into parties.absence (person, first, last) values (:person, :first, :last)")
                .param("person", person)
                .param("first", first)
                .param("last", last)
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** Ends whatever roles are left to a person who has left, also those held for others. Called as the server. */
    public void endAll(UUID person) {
        held(person).forEach(this::end);
    }

    /** A time during which a person is away. */
    public record Absence(LocalDate first, LocalDate last) {}

    /** When a person is away, from today on. */
    @Transactional(readOnly = true)
    public List<Absence> absences(UUID person) {
        return sql.sql(
                        "select first, last from parties.absence where person = :person and last >= :today order by first")
                .param("person", person)
                .param("today", LocalDate.now(clock))
                .query((row, number) ->
                        new Absence(row.getObject("first", LocalDate.class), row.getObject("last", LocalDate.class)))
                .list();
    }

    /** How many people hold that role in the whole partnership, as far as the one who acts may see. */
    @Transactional(readOnly = true)
    public int count(Role role) {
        return sql.sql("""
                        select count(distinct person) from parties.assignment where role = :role and ended_at is null
                            and person not in (select id from parties.person where left_on is not null)
                        """).param("role", role.word()).query(Integer.class).single();
    }

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("organisation"),
                row.getString("name"),
                row.getString("email"),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                row.getInt("version"));
    }

    static Assignment assignment(ResultSet row, int number) throws SQLException {
        return new Assignment(
                row.getObject("id", UUID.class),
                row.getObject("person", UUID.class),
                row.getString("organisation"),
                Optional.ofNullable(row.getString("team")),
                Word.of(Role.class, row.getString("role")).orElseThrow(),
                Optional.ofNullable(row.getObject("deputy", UUID.class)),
                row.getInt("version"));
    }
}
