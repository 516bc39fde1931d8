package org.concordat.server.parties;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.awaiting.Awaiting;
import org.concordat.server.foundation.awaiting.AwaitingSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells administrators what is still to be set up before anything can be agreed and shared: a second organisation, an
 * administrator for each, a course, and an officer and a signatory for one's own.
 */
@Component
class SetUpAwaits implements AwaitingSource {

    private static final int MOST = 5;

    private final JdbcClient sql;
    private final Clock clock;

    SetUpAwaits(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Awaiting> awaiting(Actor.InRole actor) {
        return switch (actor.role()) {
            case PARTNERSHIP_ADMINISTRATOR -> ofThePartnership();
            case ORGANISATION_ADMINISTRATOR -> ofAnOrganisation(actor.organisation());
            case INFORMATION_GOVERNANCE_OFFICER,
                    CALDICOTT_GUARDIAN,
                    INFORMATION_SHARING_OFFICER,
                    DATA_STEWARD,
                    ANALYST,
                    PRACTITIONER,
                    CASE_COORDINATOR,
                    RIGHTS_OFFICER,
                    EXECUTIVE_SIGNATORY,
                    ELECTED_MEMBER,
                    LAY_ASSESSOR,
                    AUDITOR -> List.of();
        };
    }

    private List<Awaiting> ofThePartnership() {
        var all = new ArrayList<Awaiting>();
        int organisations = count("select count(*) from parties.organisation where left_on is null");
        if (organisations < 2) {
            all.add(waiting("parties.awaiting.second-organisation", List.of(), "/organisations/new"));
        }
        // Later ones may do without, such as surgeries that sign by a link and never come here.
        Map<String, String> unlooked = without(Role.ORGANISATION_ADMINISTRATOR);
        if (organisations - unlooked.size() < 2) {
            unlooked.entrySet().stream()
                    .limit(MOST)
                    .forEach(each -> all.add(waiting(
                            "parties.awaiting.first-administrator",
                            List.of(each.getValue()),
                            "/people/invite?organisation=" + each.getKey())));
        }
        if (count("select count(*) from parties.course") == 0) {
            all.add(waiting("parties.awaiting.first-course", List.of(), "/training/new"));
        }
        return all;
    }

    private List<Awaiting> ofAnOrganisation(String organisation) {
        var all = new ArrayList<Awaiting>();
        if (without(Role.INFORMATION_GOVERNANCE_OFFICER).containsKey(organisation)) {
            all.add(waiting("parties.awaiting.invite-officer", List.of(), "/people/invite"));
        }
        if (without(Role.EXECUTIVE_SIGNATORY).containsKey(organisation)) {
            all.add(waiting("parties.awaiting.invite-signatory", List.of(), "/people/invite"));
        }
        return all;
    }

    /** Names of organisations by code in which nobody holds the role, and nobody was invited to it. */
    private Map<String, String> without(Role role) {
        var found = new LinkedHashMap<String, String>();
        sql.sql("""
                        select o.code, o.name from parties.organisation o
                        where o.left_on is null
                          and not exists (select from parties.assignment a
                                          where a.organisation = o.code and a.role = :role and a.ended_at is null)
                          and not exists (select from parties.invitation i
                                          where i.organisation = o.code and i.role = :role and i.accepted_by is null
                                            and i.withdrawn_at is null and i.expires_at > :now)
                        order by lower(o.name)
                        """)
                .param("role", role.word())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> Map.entry(row.getString("code"), row.getString("name")))
                .list()
                .forEach(each -> found.put(each.getKey(), each.getValue()));
        return found;
    }

    private int count(String question) {
        return sql.sql(question).query(Integer.class).single();
    }

    private static Awaiting waiting(String key, List<String> arguments, String address) {
        return new Awaiting(key, arguments, address, Optional.empty());
    }
}
