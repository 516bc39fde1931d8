package org.concordat.server.parties;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.concordat.server.auditlog.names.Names;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the audit log's pages what people and organisations are called, as far as the asker may see them. */
@Component
class PartyNames implements Names {

    private static final int MOST = 50;

    private final JdbcClient sql;

    PartyNames(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, String> people(Set<UUID> people) {
        var names = new HashMap<UUID, String>();
        if (!people.isEmpty()) {
            sql.sql("select id, name from parties.person where id in (:people)")
                    .param("people", people)
                    .query((row, number) -> names.put(row.getObject("id", UUID.class), row.getString("name")))
                    .list();
        }
        return names;
    }

    @Override
    @Transactional(readOnly = true)
    public List<UUID> named(String words) {
        return sql.sql("""
                        select id from parties.person
                        where strpos(lower(name), lower(:words)) > 0 or strpos(lower(email), lower(:words)) > 0
                        order by lower(name), id limit :most
                        """)
                .param("words", words)
                .param("most", MOST)
                .query(UUID.class)
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, String> organisations(Set<String> codes) {
        var names = new HashMap<String, String>();
        if (!codes.isEmpty()) {
            sql.sql("select code, name from parties.organisation where code in (:codes)")
                    .param("codes", codes)
                    .query((row, number) -> names.put(row.getString("code"), row.getString("name")))
                    .list();
        }
        return names;
    }
}
