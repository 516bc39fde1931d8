package org.concordat.server.parties;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Organisations and people as lists: those that fit the filters, sorted, page by page. */
@Service
@Transactional(readOnly = true)
public class PartyLists {

    private static final String ORGANISATIONS = """
             from parties.organisation where (:name = '' or strpos(lower(name), lower(:name)) > 0)
                and (:kind = '' or :kind = any (kinds)) and (:nation = '' or nation = :nation)
            """;

    private static final String PEOPLE = """
             from parties.person p where p.left_on is null and (:name = '' or strpos(lower(p.name), lower(:name)) > 0)
                and (:organisation = '' or p.organisation = :organisation or exists (select from parties.assignment a
                    where a.person = p.id and a.ended_at is null and a.organisation = :organisation))
                and (:role = '' and :team = '' or exists (select from parties.assignment a
                    where a.person = p.id and a.ended_at is null and (:organisation = '' or a.organisation = :organisation)
                        and (:role = '' or a.role = :role) and (:team = '' or a.team = :team)))
            """;

    private final JdbcClient sql;

    PartyLists(JdbcClient sql) {
        this.sql = sql;
    }

    /** Organisations. Filters: {@code name}, any part of it; {@code kind} and {@code nation}, by their words. */
    public Found<Organisation> organisations(Listing asked) {
        Map<String, Object> filters = Map.of(
                "name", asked.filterText("name"),
                "kind", asked.filterText("kind"),
                "nation", asked.filterText("nation"));
        List<Organisation> rows = sql.sql("select *" + ORGANISATIONS + order(asked, "code"))
                .params(filters)
                .param("size", size(asked))
                .param("offset", offset(asked))
                .query(Organisations::organisation)
                .list();
        return asked.found(rows, total(ORGANISATIONS, filters));
    }

    /**
     * People who have not left. Filters: {@code name}, any part of it; {@code role} by its word; {@code team} by its code.
     *
     * @param organisation for which they work or hold a role; any where empty
     */
    public Found<Persons.WithRoles> people(Listing asked, Optional<String> organisation) {
        Map<String, Object> filters = Map.of(
                "name", asked.filterText("name"),
                "role", asked.filterText("role"),
                "team", asked.filterText("team"),
                "organisation", organisation.orElse(""));
        List<Person> people = sql.sql("select p.*" + PEOPLE + order(asked, "p.id"))
                .params(filters)
                .param("size", size(asked))
                .param("offset", offset(asked))
                .query(Persons::person)
                .list();
        Map<UUID, List<Assignment>> roles = rolesOf(people, organisation.orElse(""));
        return asked.found(
                people.stream()
                        .map(person -> new Persons.WithRoles(person, roles.getOrDefault(person.id(), List.of())))
                        .toList(),
                total(PEOPLE, filters));
    }

    private Map<UUID, List<Assignment>> rolesOf(List<Person> people, String organisation) {
        if (people.isEmpty()) {
            return Map.of();
        }
        return sql
                .sql("""
                        select * from parties.assignment where person in (:people) and ended_at is null
                            and (:organisation = '' or organisation = :organisation)
                        order by role, team
                        """)
                .param("people", people.stream().map(Person::id).toList())
                .param("organisation", organisation)
                .query(Persons::assignment)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Assignment::person));
    }

    private long total(String from, Map<String, Object> filters) {
        return sql.sql("select count(*)" + from)
                .params(filters)
                .query(Long.class)
                .single();
    }

    private static String order(Listing asked, String key) {
        return " order by " + asked.orderBy() + ", " + key + " limit :size offset :offset";
    }

    private static int size(Listing asked) {
        return asked.csv() ? Integer.MAX_VALUE : asked.size();
    }

    private static long offset(Listing asked) {
        return asked.csv() ? 0 : asked.offset();
    }
}
