package org.concordat.server.parties;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.parties.internal.ClientSystems;
import org.concordat.server.parties.internal.ClientSystems.ClientSystem;
import org.concordat.server.parties.internal.Invitations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Closes a team: nobody holds a role in it any more, none of its systems gets in, and no agreement can name it. What its people
 * did stays under its name.
 */
@Service
@Transactional
public class TeamClosing {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final JdbcClient sql;
    private final Persons persons;
    private final ClientSystems systems;
    private final Invitations invitations;
    private final List<TeamNamedIn> named;
    private final AuditLog audit;
    private final Clock clock;

    TeamClosing(
            JdbcClient sql,
            Persons persons,
            ClientSystems systems,
            Invitations invitations,
            List<TeamNamedIn> named,
            AuditLog audit,
            Clock clock) {
        this.sql = sql;
        this.persons = persons;
        this.systems = systems;
        this.invitations = invitations;
        this.named = List.copyOf(named);
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * What ends with a team, or has to be moved before.
     *
     * @param roles that people hold in it
     * @param systems that act in it
     * @param invitations how many are open
     * @param agreements titles of what names it
     */
    public record Holds(List<Assignment> roles, List<ClientSystem> systems, int invitations, List<String> agreements) {
        public Holds {
            roles = List.copyOf(roles);
            systems = List.copyOf(systems);
            agreements = List.copyOf(agreements);
        }
    }

    /** What a team holds now. */
    @Transactional(readOnly = true)
    public Holds holds(Team team) {
        return new Holds(
                roles(team),
                systems(team),
                openInvitations(team).size(),
                named.stream()
                        .flatMap(each -> each.titles(team.code()).stream())
                        .toList());
    }

    /**
     * Closes it today, as it was seen.
     *
     * @param successor the team in which its roles go on; without one they end
     * @return false when somebody else changed or closed it meanwhile
     */
    public boolean close(Team team, Optional<String> successor) {
        int closed = sql.sql("""
                        update parties.team set closed_on = :today, version = version + 1
                        where code = :code and version = :version and closed_on is null
                        """)
                .param("today", LocalDate.now(clock.withZone(HERE)))
                .param("code", team.code())
                .param("version", team.version())
                .update();
        if (closed == 0) {
            return false;
        }
        List<Assignment> roles = roles(team);
        for (Assignment role : roles) {
            if (successor.isPresent()) {
                persons.move(role, successor);
            } else {
                persons.end(role);
            }
        }
        systems(team).stream().map(ClientSystem::id).forEach(systems::end);
        openInvitations(team).forEach(invitations::withdraw);
        audit.record(AuditEvent.of(PartiesAudit.TEAM_CLOSED)
                .about("team", team.code())
                .concerning(team.organisation())
                .with("roles", roles.size()));
        return true;
    }

    private List<Assignment> roles(Team team) {
        return sql.sql("select * from parties.assignment where team = :team and ended_at is null order by role, person")
                .param("team", team.code())
                .query(Persons::assignment)
                .list();
    }

    private List<ClientSystem> systems(Team team) {
        return systems.of(team.organisation()).stream()
                .filter(each -> each.team().equals(Optional.of(team.code())))
                .toList();
    }

    private List<String> openInvitations(Team team) {
        return sql.sql("""
                        select token_hash from parties.invitation
                        where team = :team and accepted_by is null and withdrawn_at is null and expires_at > :now
                        """)
                .param("team", team.code())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> HexFormat.of().formatHex(row.getBytes("token_hash")))
                .list();
    }
}
