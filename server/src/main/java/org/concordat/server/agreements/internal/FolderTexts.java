package org.concordat.server.agreements.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Word;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the files that say what the partnership has agreed now: its organisations, teams, datasets and so on, the versions in
 * force or out for signature, signatures, and officers' readings of the law. Called within a transaction of the server.
 */
@Component
public class FolderTexts {

    private static final String NOT_GIVEN = "Not given yet";

    private final JdbcClient sql;

    FolderTexts(JdbcClient sql) {
        this.sql = sql;
    }

    /** All files; those of the made-up partnership where {@code practice}. */
    public List<NamedText> all(boolean practice) {
        var texts = new ArrayList<>(surroundings(practice));
        List<Document> documents = documents(practice);
        documents.forEach(document -> texts.add(document.file()));
        List<AccessionFile> accessions = accessions(documents);
        accessions.forEach(accession -> texts.add(accession.file()));
        Set<String> signed = Stream.concat(
                        documents.stream().map(Document::code),
                        accessions.stream().map(AccessionFile::code))
                .collect(Collectors.toSet());
        texts.addAll(signatures(signed));
        texts.addAll(readings());
        return List.copyOf(texts);
    }

    /** What documents refer to: organisations, teams, and the catalogue's entries. */
    public List<NamedText> surroundings(boolean practice) {
        var texts = new ArrayList<NamedText>();
        Map<String, List<Map<String, Object>>> signatories = signatories();
        texts.addAll(sql.sql("select * from parties.organisation where practice = :practice order by code")
                .param("practice", practice)
                .query((row, number) -> organisation(row, signatories))
                .list());
        texts.addAll(sql.sql("""
                        select t.*, o.kinds as all_kinds from parties.team t
                        join parties.organisation o on o.code = t.organisation
                        where o.practice = :practice and t.closed_on is null order by t.code
                        """)
                .param("practice", practice)
                .query(FolderTexts::team)
                .list());
        texts.addAll(
                sql.sql("select kind, code, text from catalogue.entry where practice = :practice order by kind, code")
                        .param("practice", practice)
                        .query((row, number) -> new NamedText(
                                row.getString("kind") + "-" + row.getString("code") + ".yaml", row.getString("text")))
                        .list());
        return texts;
    }

    /**
     * One text for each document: the version in force, or where there is none the one out for signature. Of an ended one the
     * last version in force, with the day on which it ended.
     */
    private List<Document> documents(boolean practice) {
        return sql.sql("""
                        select distinct on (v.document) d.tier, v.document, v.text, v.ended_on, v.parties
                        from agreements.version v join agreements.document d on d.code = v.document
                        where d.practice = :practice and v.state in ('in-force', 'ended', 'out-for-signature')
                            and not exists (select from agreements.version s
                                            where s.document = v.document and s.state = 'suspended')
                        order by v.document,
                            case v.state when 'in-force' then 0 when 'out-for-signature' then 1 else 2 end, v.number desc
                        """)
                .param("practice", practice)
                .query((row, number) -> new Document(
                        row.getString("document"),
                        new NamedText(
                                row.getString("tier") + "-" + row.getString("document") + ".yaml",
                                ended(
                                        row.getString("text"),
                                        Optional.ofNullable(row.getObject("ended_on", LocalDate.class)))),
                        Set.copyOf(List.of((String[]) row.getArray("parties").getArray()))))
                .list();
    }

    /**
     * Who joined these documents, or is about to: of each organisation the last accession, with its last day where it left. Whoever
     * a later version names as a party joins no more.
     */
    private List<AccessionFile> accessions(List<Document> documents) {
        Map<String, Set<String>> parties =
                documents.stream().collect(Collectors.toMap(Document::code, Document::parties));
        return sql
                .sql("""
                        select distinct on (c.document, c.organisation) c.code, c.document, c.organisation, c.text,
                            case when a.document = c.document then a.left_on end as left_on
                        from agreements.accession c join agreements.admission a on a.id = c.admission
                        where a.state in ('asked', 'joined', 'left') and not c.lapsed
                        order by c.document, c.organisation, c.number desc
                        """)
                .query((row, number) -> new AccessionFile(
                        row.getString("code"),
                        row.getString("document"),
                        row.getString("organisation"),
                        row.getString("text"),
                        Optional.ofNullable(row.getObject("left_on", LocalDate.class))))
                .list()
                .stream()
                .filter(each -> parties.containsKey(each.document())
                        && !parties.getOrDefault(each.document(), Set.of()).contains(each.organisation()))
                .toList();
    }

    /** The text with its last day; unchanged where it has not been ended, or says so already. */
    static String ended(String text, Optional<LocalDate> lastDay) {
        return lastDay.filter(day -> text.lines().noneMatch(line -> line.startsWith("ended-on:")))
                .map(day -> text + (text.endsWith("\n") ? "" : "\n") + "ended-on: " + day + "\n")
                .orElse(text);
    }

    private record Document(String code, NamedText file, Set<String> parties) {}

    private List<NamedText> signatures(Set<String> ofDocuments) {
        record Signature(String signed, NamedText file) {}
        return sql
                .sql("select id, signed, text from agreements.signature order by id")
                .query((row, number) -> new Signature(
                        row.getString("signed"), new NamedText(row.getString("id") + ".yaml", row.getString("text"))))
                .list()
                .stream()
                .filter(signature -> ofDocuments.contains(signature.signed()))
                .map(Signature::file)
                .toList();
    }

    private List<NamedText> readings() {
        return sql.sql("select * from agreements.reading where withdrawn_on is null order by code")
                .query((row, number) ->
                        new NamedText("verification-" + row.getString("code") + ".yaml", YamlText.of(reading(row))))
                .list();
    }

    private static Map<String, Object> reading(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("verification", row.getString("code"));
        fields.put("row", row.getString("law_row"));
        fields.put("fingerprint", row.getString("fingerprint"));
        fields.put("officer", "officer-" + row.getString("officer"));
        fields.put("on", row.getString("on_day"));
        fields.put("source", row.getString("source"));
        fields.put("in-force", "yes");
        return fields;
    }

    private Map<String, List<Map<String, Object>>> signatories() {
        record One(String organisation, Map<String, Object> fields) {}
        return sql
                .sql("select * from agreements.signatory order by code")
                .query((row, number) -> {
                    Map<String, Object> fields = new LinkedHashMap<>();
                    fields.put("id", row.getString("code"));
                    fields.put("level", row.getString("office"));
                    fields.put("key", Base64.getEncoder().encodeToString(row.getBytes("public_key")));
                    fields.put("from", row.getString("starts_on"));
                    Optional.ofNullable(row.getString("ends_on")).ifPresent(last -> fields.put("to", last));
                    return new One(row.getString("organisation"), fields);
                })
                .list()
                .stream()
                .collect(
                        Collectors.groupingBy(One::organisation, Collectors.mapping(One::fields, Collectors.toList())));
    }

    private static NamedText organisation(ResultSet row, Map<String, List<Map<String, Object>>> signatories)
            throws SQLException {
        String code = row.getString("code");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("organisation", code);
        fields.put("name", row.getString("name"));
        fields.put("legal-name", or(row.getString("legal_name"), row.getString("name")));
        fields.put("kinds", List.of((String[]) row.getArray("kinds").getArray()));
        List<String> listedIn = List.of((String[]) row.getArray("listed_in").getArray());
        if (!listedIn.isEmpty()) {
            fields.put("listed-in", listedIn);
        }
        fields.put("nation", row.getString("nation"));
        fields.put(
                "data-protection-officer",
                or(both(row.getString("protection_officer"), row.getString("protection_email")), NOT_GIVEN));
        fields.put("contact", or(row.getString("contact_email"), NOT_GIVEN));
        List<Map<String, Object>> its = signatories.getOrDefault(code, List.of());
        if (!its.isEmpty()) {
            fields.put("signatories", its);
        }
        return new NamedText("organisation-" + code + ".yaml", YamlText.of(fields));
    }

    private static NamedText team(ResultSet row, int number) throws SQLException {
        List<String> kinds = List.of((String[]) row.getArray("kinds").getArray());
        List<String> all = List.of((String[]) row.getArray("all_kinds").getArray());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("team", row.getString("code"));
        fields.put("name", row.getString("name"));
        fields.put("organisation", row.getString("organisation"));
        fields.put(
                "kinds",
                kinds.isEmpty() ? all.stream().filter(FolderTexts::isGeneral).toList() : kinds);
        return new NamedText("team-" + row.getString("code") + ".yaml", YamlText.of(fields));
    }

    /** Without kinds of its own a team acts as what its organisation is in general, and has none of its special powers. */
    private static boolean isGeneral(String kind) {
        return Word.of(OrganisationKind.class, kind)
                .filter(each -> switch (each) {
                    case BILLING_AUTHORITY,
                            HOUSING_AUTHORITY,
                            SOCIAL_SERVICES,
                            EDUCATION_AUTHORITY,
                            SAFEGUARDING_PARTNER,
                            SAFEGUARDING_ADULTS_BOARD -> false;
                    default -> true;
                })
                .isPresent();
    }

    private static String both(String one, String other) {
        return Stream.of(one, other).filter(text -> !text.isBlank()).collect(Collectors.joining(", "));
    }

    private static String or(String text, String otherwise) {
        return text.isBlank() ? otherwise : text;
    }
}
