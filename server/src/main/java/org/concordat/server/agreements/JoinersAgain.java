package org.concordat.server.agreements;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Joining;
import org.concordat.server.agreements.internal.AgreedFolder;
import org.concordat.server.agreements.internal.NamedText;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Asks those who joined a document again when a new version of it takes effect, since they signed the earlier one and nobody is
 * bound by what they did not sign. Called by whoever's signature brings the new version.
 */
@Component
class JoinersAgain {

    private final JdbcClient sql;
    private final AgreedFolder folder;

    JoinersAgain(JdbcClient sql, AgreedFolder folder) {
        this.sql = sql;
        this.folder = folder;
    }

    private record Row(String code, String document, String organisation, UUID admission) {}

    /** Asks those of the version's document; whom it names as a party, or does not let join, joins no more. */
    void ask(AgreementVersion version) {
        AgreementFolder after = folder.supposing(
                        List.of(new NamedText(version.tier().word() + "-" + version.code() + ".yaml", version.text())))
                .folder();
        List<Row> rows = sql.sql("""
                        select c.code, c.document, c.organisation, c.admission from agreements.accession c
                        join agreements.admission a on a.id = c.admission
                        where a.document = :code and a.state in ('asked', 'joined') and not c.lapsed order by c.number
                        """)
                .param("code", version.code())
                .query((row, number) -> new Row(
                        row.getString("code"),
                        row.getString("document"),
                        row.getString("organisation"),
                        row.getObject("admission", UUID.class)))
                .list();
        sql.sql("""
                        update agreements.admission set signed_at = null, by_link = false, state = 'asked'
                        where document = :code and state in ('asked', 'joined')
                        """).param("code", version.code()).update();
        rows.forEach(row -> ask(row, version.code(), after));
        // Who left what lies below stayed a party by signing the earlier version. Not of this one, unless it joins
        // anew.
        sql.sql("""
                        update agreements.accession set lapsed = true where document = :code and admission in
                            (select id from agreements.admission where state = 'left' and document <> :code)
                        """).param("code", version.code()).update();
    }

    private void ask(Row row, String document, AgreementFolder after) {
        Optional<Agreement> tier = Optional.ofNullable(after.agreements().get(row.document()));
        boolean fits = after.accessions().containsKey(row.code());
        sql.sql("""
                        update agreements.accession set accepted_at = null, accepted_by = :acceptor, lapsed = :lapsed
                        where code = :code
                        """)
                .param("code", row.code())
                .param(
                        "acceptor",
                        tier.flatMap(Agreement::joining)
                                .flatMap(Joining::acceptedBy)
                                .orElse(null))
                .param("lapsed", !fits)
                .update();
        boolean named = tier.flatMap(each -> each.party(row.organisation()))
                .filter(party -> party.accession().isEmpty())
                .isPresent();
        if (!fits && (row.document().equals(document) || !named)) {
            sql.sql("update agreements.admission set state = 'withdrawn' where id = :id and state = 'asked'")
                    .param("id", row.admission())
                    .update();
        }
    }
}
