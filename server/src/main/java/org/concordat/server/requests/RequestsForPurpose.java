package org.concordat.server.requests;

import java.util.List;
import org.concordat.server.catalogue.AskedFor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which requests were made for a purpose. */
@Component
class RequestsForPurpose implements AskedFor {

    private final JdbcClient sql;

    RequestsForPurpose(JdbcClient sql) {
        this.sql = sql;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asked> of(String purpose) {
        return sql.sql(
                        "select code, title from requests.request where purpose = :purpose order by made_at desc limit 100")
                .param("purpose", purpose)
                .query((row, number) -> new Asked(row.getString("title"), "/requests/" + row.getString("code")))
                .list();
    }
}
