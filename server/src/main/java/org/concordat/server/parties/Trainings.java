package org.concordat.server.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has passed which course, and until when it counts. Without the courses that a role needs, nothing is shared with it. */
@Service
@Transactional
public class Trainings {

    private static final Set<Role> RECORDERS =
            Set.of(Role.ORGANISATION_ADMINISTRATOR, Role.INFORMATION_GOVERNANCE_OFFICER);

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    Trainings(JdbcClient sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A course.
     *
     * @param monthsKept how long it counts once passed
     * @param roles that need it; all of them where empty
     * @param version counts changes, so that two people do not overwrite each other
     */
    public record Course(String code, String name, int monthsKept, Set<Role> roles, int version) {
        public Course {
            roles = Set.copyOf(roles);
        }

        /** One that nobody has changed yet. */
        public Course(String code, String name, int monthsKept, Set<Role> roles) {
            this(code, name, monthsKept, roles, 1);
        }

        /** Whether that role needs it. */
        public boolean isNeededBy(Role role) {
            return roles.isEmpty() || roles.contains(role);
        }
    }

    /** A course as a person stands to it: the last day on which it counts, or none where it was never passed. */
    public record Standing(Course course, Optional<LocalDate> expiresOn) {
        /** Whether it counts on {@code day}. */
        public boolean countsOn(LocalDate day) {
            return expiresOn.filter(last -> !last.isBefore(day)).isPresent();
        }
    }

    /** All courses, by name. */
    @Transactional(readOnly = true)
    public List<Course> courses() {
        return sql.sql("select * from parties.course order by lower(name)")
                .query((row, number) -> new Course(
                        row.getString("code"),
                        row.getString("name"),
                        row.getInt("months_kept"),
                        List.of((String[]) row.getArray("roles").getArray()).stream()
                                .map(role -> Word.of(Role.class, role).orElseThrow())
                                .collect(Collectors.toSet()),
                        row.getInt("version")))
                .list();
    }

    /**
     * Changes a course's name, the months for which it counts from now on, and the roles that need it. What was passed before counts
     * as long as was said then.
     *
     * @return false when somebody else changed it since {@code course.version()}
     */
    public boolean change(Course course) {
        int changed = sql.sql("""
                        update parties.course set name = :name, months_kept = :months, roles = string_to_array(:roles, ','),
                            version = version + 1
                        where code = :code and version = :version
                        """)
                .param("code", course.code())
                .param("version", course.version())
                .param("name", course.name())
                .param("months", course.monthsKept())
                .param("roles", words(course.roles()))
                .update();
        if (changed == 1) {
            audit.record(AuditEvent.of(PartiesAudit.COURSE_SET).about("course", course.code()));
        }
        return changed == 1;
    }

    /** Adds a course, or changes one that is there. */
    public void set(Course course) {
        sql.sql("""
                        insert into parties.course (code, name, months_kept, roles)
                        values (:code, :name, :months, string_to_array(:roles, ','))
                        on conflict (code) do update set name = :name, months_kept = :months,
                            roles = string_to_array(:roles, ','), version = course.version + 1
                        """)
                .param("code", course.code())
                .param("name", course.name())
                .param("months", course.monthsKept())
                .param("roles", words(course.roles()))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.COURSE_SET).about("course", course.code()));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().map(Role::word).sorted().collect(Collectors.joining(","));
    }

    /** Adds a course whose code is made from its name. */
    public void set(String name, int monthsKept, Set<Role> roles, java.util.function.Predicate<String> isTaken) {
        set(new Course(Codes.free(name, isTaken), name, monthsKept, roles));
    }

    /** How a person stands to every course. */
    @Transactional(readOnly = true)
    public List<Standing> of(UUID person) {
        var last = new java.util.HashMap<String, LocalDate>();
        sql.sql("select course, max(expires_on) as last from parties.training where person = :person group by course")
                .param("person", person)
                .query((row, number) -> last.put(row.getString("course"), row.getObject("last", LocalDate.class)))
                .list();
        return courses().stream()
                .map(course -> new Standing(course, Optional.ofNullable(last.get(course.code()))))
                .toList();
    }

    /** Whether a person has today every course that the role needs; not where no course is set for it. */
    @Transactional(readOnly = true)
    public boolean isCurrent(UUID person, Role role) {
        LocalDate today = LocalDate.now(clock.withZone(HERE));
        List<Standing> needed = of(person).stream()
                .filter(standing -> standing.course().isNeededBy(role))
                .toList();
        return !needed.isEmpty() && needed.stream().allMatch(standing -> standing.countsOn(today));
    }

    /**
     * Whether the one who acts may record what that person passed: an administrator or information governance officer of their own
     * organisation, and where it has no other, as a charity of one person, the partnership's administrator. Nobody their own.
     */
    @Transactional(readOnly = true)
    public boolean mayRecord(UUID person) {
        if (!(Acting.current() instanceof Actor.InRole actor) || actor.person().equals(person)) {
            return false;
        }
        return RECORDERS.contains(actor.role())
                || (actor.role() == Role.PARTNERSHIP_ADMINISTRATOR
                        && sql.sql("select parties.has_no_recorder(:person)")
                                .param("person", person)
                                .query(Boolean.class)
                                .single());
    }

    /** Records that a person has passed a course. Nobody records it of themselves. */
    public void record(UUID person, Course course, LocalDate passedOn) {
        sql.sql("""
                        insert into parties.training (person, course, passed_on, expires_on, recorded_by)
                        values (:person, :course, :passed, :expires, :by) on conflict do nothing
                        """)
                .param("person", person)
                .param("course", course.code())
                .param("passed", passedOn)
                .param("expires", passedOn.plusMonths(course.monthsKept()))
                .param("by", Acting.current().who().orElse(person))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.TRAINING_RECORDED)
                .about("person", person.toString())
                .with("course", course.code()));
    }
}
