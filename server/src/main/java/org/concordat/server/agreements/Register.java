package org.concordat.server.agreements;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.lists.Column;
import org.concordat.server.foundation.lists.Found;
import org.concordat.server.foundation.lists.ListShape;
import org.concordat.server.foundation.lists.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of all documents, each by the version that counts now, and the part of it that is open to the public. */
@Service
@Transactional(readOnly = true)
public class Register {

    /** What can be asked of the list by those in a role. */
    public static final ListShape SHAPE = ListShape.of(
                    Column.sorted("title", "agreements.title", "lower(title)", "document"),
                    Column.sorted("tier", "agreements.tier", "tier", "document"),
                    Column.sorted("state", "agreements.state", "state", "document"),
                    Column.plain("parties", "agreements.parties"),
                    Column.sorted("last-day", "agreements.last-day", "last_day", "document"),
                    Column.sorted("review", "agreements.review-by", "review_by", "document"))
            .filteredBy("words", "tier", "state", "party", "review", "mine");

    /** What anybody can ask of the public list. */
    public static final ListShape PUBLIC_SHAPE = ListShape.of(
                    Column.sorted("title", "agreements.title", "lower(title)", "document"),
                    Column.sorted("tier", "agreements.tier", "tier", "document"),
                    Column.plain("parties", "agreements.parties"),
                    Column.sorted("last-day", "agreements.last-day", "last_day", "document"))
            .filteredBy("words");

    static final String WHICH_COUNTS = """
            case v.state when 'in-force' then 0 when 'suspended' then 1 when 'out-for-signature' then 2
                when 'draft' then 3 else 4 end, v.number desc""";

    private static final int MOST_ROWS = 100_000;

    private static final String LISTED = """
            from (select distinct on (v.document) v.document, d.tier, d.parent, d.steward, v.number, v.state, v.title, v.parties,
                      least(v.ends_on, v.ended_on) as last_day, v.review_by
                  from agreements.version v join agreements.document d on d.code = v.document
                  order by v.document,
            """ + WHICH_COUNTS + """
            ) counting
            where (:words = '' or strpos(lower(title), lower(:words)) > 0 or strpos(lower(document), lower(:words)) > 0)
                and (:tier = '' or tier = :tier) and (:state = '' or state = :state)
                and (:party = '' or :party = any (parties) or document in (select c.document from agreements.accession c join agreements.admission a on a.id = c.admission
                        where c.organisation = :party and not c.lapsed and (a.state = 'joined' or (a.state = 'left' and a.document <> c.document))))
                and (not :due or (state = 'in-force' and review_by <= :until))
                and (not :mine or steward = :organisation or :organisation = any (parties)
                    or document in (select c.document from agreements.accession c join agreements.admission a on a.id = c.admission
                        where c.organisation = :organisation and not c.lapsed and (a.state = 'joined' or (a.state = 'left' and a.document <> c.document))))
            """;

    /** A row of the list, with whoever joined it since among the parties. */
    private static final String ROW = """
            select document, tier, parent, steward, number, state, title,
                parties || array(select distinct c.organisation from agreements.accession c
                    join agreements.admission a on a.id = c.admission
                    where c.document = counting.document and not c.lapsed
                        and (a.state = 'joined' or (a.state = 'left' and a.document <> c.document))) as parties,
                last_day, review_by
            """;

    private static final String PUBLIC = """
            from (select v.document, d.tier, d.parent, d.steward, v.number, v.state, v.title, v.parties,
                      least(v.ends_on, v.ended_on) as last_day, v.review_by
                  from agreements.version v join agreements.document d on d.code = v.document
                  where v.state = 'in-force' and v.is_public and not d.practice) counting
            where (:words = '' or strpos(lower(title), lower(:words)) > 0 or strpos(lower(document), lower(:words)) > 0)
            """;

    private final JdbcClient sql;

    Register(JdbcClient sql) {
        this.sql = sql;
    }

    /** A document of the list. */
    public record Row(
            String code,
            Tier tier,
            Optional<String> parent,
            String steward,
            int number,
            AgreementState state,
            String title,
            List<String> parties,
            LocalDate lastDay,
            LocalDate reviewBy) {
        public Row {
            parties = List.copyOf(parties);
        }
    }

    /**
     * A page of those that the one who acts may see, or all of them where a file is wanted.
     *
     * @param until reviews by this day are due soon
     */
    public Found<Row> page(Listing asked, LocalDate until) {
        long total = filtered("select count(*) " + LISTED, asked, until)
                .query(Long.class)
                .single();
        return asked.found(
                limited(filtered(ROW + LISTED + order(asked), asked, until), asked)
                        .query(Register::row)
                        .list(),
                total);
    }

    /** A page of those in force that are on the public register. Called by the server itself, for anybody. */
    public Found<Row> publicPage(Listing asked) {
        String words = asked.filterText("words");
        long total = sql.sql("select count(*) " + PUBLIC)
                .param("words", words)
                .query(Long.class)
                .single();
        return asked.found(
                limited(sql.sql(ROW + PUBLIC + order(asked)).param("words", words), asked)
                        .query(Register::row)
                        .list(),
                total);
    }

    /** Documents of a tier that are under way or count, by title; at most a thousand. */
    public List<Row> ofTier(Tier tier) {
        return sql.sql("""
                        select distinct on (lower(v.title), v.document) v.document, d.tier, d.parent, d.steward, v.number, v.state,
                            v.title, v.parties, least(v.ends_on, v.ended_on) as last_day, v.review_by
                        from agreements.version v join agreements.document d on d.code = v.document
                        where d.tier = :tier and v.state in ('draft', 'out-for-signature', 'in-force', 'suspended')
                        order by lower(v.title), v.document, v.number desc limit 1000
                        """).param("tier", tier.word()).query(Register::row).list();
    }

    /** Documents in force for which the organisation is steward and that are to be reviewed by then; at most a hundred. */
    public List<Row> reviewsDue(String steward, LocalDate until) {
        return sql.sql("""
                        select v.document, d.tier, d.parent, d.steward, v.number, v.state, v.title, v.parties,
                            least(v.ends_on, v.ended_on) as last_day, v.review_by
                        from agreements.version v join agreements.document d on d.code = v.document
                        where v.state = 'in-force' and v.review_by <= :until and d.steward = :steward
                        order by v.review_by, v.document limit 100
                        """)
                .param("steward", steward)
                .param("until", until)
                .query(Register::row)
                .list();
    }

    /** Versions out for signature that a party declined and whose steward the organisation is; at most a hundred. */
    public List<Row> declined(String steward) {
        return sql.sql("""
                        select v.document, d.tier, d.parent, d.steward, v.number, v.state, v.title, v.parties,
                            least(v.ends_on, v.ended_on) as last_day, v.review_by
                        from agreements.version v join agreements.document d on d.code = v.document
                        where v.state = 'out-for-signature' and d.steward = :steward
                            and exists (select from agreements.sign_off s where s.document = v.document
                                and s.number = v.number and s.state = 'declined')
                        order by v.document limit 100
                        """).param("steward", steward).query(Register::row).list();
    }

    private static String order(Listing asked) {
        return " order by " + asked.orderBy() + ", document limit :most offset :before";
    }

    private static JdbcClient.StatementSpec limited(JdbcClient.StatementSpec statement, Listing asked) {
        return statement
                .param("most", asked.csv() ? MOST_ROWS : asked.size())
                .param("before", asked.csv() ? 0 : asked.offset());
    }

    private JdbcClient.StatementSpec filtered(String statement, Listing asked, LocalDate until) {
        return sql.sql(statement)
                .param("words", asked.filterText("words"))
                .param("tier", asked.filterText("tier"))
                .param("state", asked.filterText("state"))
                .param("party", asked.filterText("party"))
                .param("due", asked.filter("review").isPresent())
                .param("until", until)
                .param("mine", asked.filter("mine").isPresent())
                .param("organisation", Acting.current().actsFor().orElse(""));
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("document"),
                Word.of(Tier.class, row.getString("tier")).orElseThrow(),
                Optional.ofNullable(row.getString("parent")),
                row.getString("steward"),
                row.getInt("number"),
                Word.of(AgreementState.class, row.getString("state")).orElseThrow(),
                row.getString("title"),
                List.of((String[]) row.getArray("parties").getArray()),
                row.getObject("last_day", LocalDate.class),
                row.getObject("review_by", LocalDate.class));
    }
}
