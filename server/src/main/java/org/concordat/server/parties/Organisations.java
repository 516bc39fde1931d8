package org.concordat.server.parties;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations that take part and their teams. Everybody in a role sees all of them. */
@Service
@Transactional
public class Organisations {

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    Organisations(JdbcClient sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** All, by name; those that left last. */
    @Transactional(readOnly = true)
    public List<Organisation> all() {
        return sql.sql("select * from parties.organisation order by left_on is not null, lower(name)")
                .query(Organisations::organisation)
                .list();
    }

    /** The one of that code. */
    @Transactional(readOnly = true)
    public Optional<Organisation> find(String code) {
        return sql.sql("select * from parties.organisation where code = :code")
                .param("code", code)
                .query(Organisations::organisation)
                .optional();
    }

    /** Adds one. Its code is made from its name. */
    public Organisation add(
            String name,
            Set<OrganisationKind> kinds,
            Nation nation,
            Organisation.Controller controller,
            boolean practice) {
        String code = Codes.free(name, taken -> exists("parties.organisation", taken));
        return add(new Organisation(
                code,
                name,
                kinds,
                Set.of(),
                nation,
                controller,
                "",
                practice,
                LocalDate.now(clock),
                Optional.empty(),
                1));
    }

    /** Adds one whose code is fixed already, as in an agreement that was written elsewhere. */
    public Organisation add(Organisation organisation) {
        Organisation.Controller controller = organisation.controller();
        sql.sql("""
                        insert into parties.organisation (code, name, legal_name, kinds, listed_in, nation, address, contact_email,
                            registration_number, privacy_notice, protection_officer, protection_email, objects, practice, joined_on)
                        values (:code, :name, :legalName, string_to_array(:kinds, ','), string_to_array(:listedIn, ','), :nation, :address,
                            :contactEmail, :registrationNumber, :privacyNotice, :protectionOfficer, :protectionEmail, :objects,
                            :practice, :joinedOn)
                        """)
                .param("code", organisation.code())
                .param("name", organisation.name())
                .param("kinds", words(organisation.kinds()))
                .param("listedIn", String.join(",", organisation.listedIn()))
                .param("nation", organisation.nation().word())
                .param("legalName", controller.legalName())
                .param("address", controller.address())
                .param("contactEmail", controller.contactEmail())
                .param("registrationNumber", controller.registrationNumber())
                .param("privacyNotice", controller.privacyNotice())
                .param("protectionOfficer", controller.protectionOfficer())
                .param("protectionEmail", controller.protectionEmail())
                .param("objects", organisation.objects())
                .param("practice", organisation.practice())
                .param("joinedOn", organisation.joinedOn())
                .update();
        audit.record(AuditEvent.of(PartiesAudit.ORGANISATION_ADDED)
                .about("organisation", organisation.code())
                .concerning(organisation.code()));
        return organisation;
    }

    /**
     * Changes what may change: name, kinds, nation, controller details, objects.
     *
     * @return false when somebody else changed it since {@code organisation.version()}
     */
    public boolean change(Organisation organisation) {
        Organisation.Controller controller = organisation.controller();
        int changed = sql.sql("""
                        update parties.organisation set name = :name, legal_name = :legalName, kinds = string_to_array(:kinds, ','), nation = :nation,
                            listed_in = string_to_array(:listedIn, ','), address = :address, contact_email = :contactEmail,
                            registration_number = :registrationNumber, privacy_notice = :privacyNotice,
                            protection_officer = :protectionOfficer, protection_email = :protectionEmail, objects = :objects,
                            version = version + 1
                        where code = :code and version = :version
                        """)
                .param("code", organisation.code())
                .param("version", organisation.version())
                .param("name", organisation.name())
                .param("kinds", words(organisation.kinds()))
                .param("listedIn", String.join(",", organisation.listedIn()))
                .param("nation", organisation.nation().word())
                .param("legalName", controller.legalName())
                .param("address", controller.address())
                .param("contactEmail", controller.contactEmail())
                .param("registrationNumber", controller.registrationNumber())
                .param("privacyNotice", controller.privacyNotice())
                .param("protectionOfficer", controller.protectionOfficer())
                .param("protectionEmail", controller.protectionEmail())
                .param("objects", organisation.objects())
                .update();
        if (changed == 1) {
            audit.record(AuditEvent.of(PartiesAudit.ORGANISATION_CHANGED)
                    .about("organisation", organisation.code())
                    .concerning(organisation.code()));
        }
        return changed == 1;
    }

    /** The open teams of an organisation, by name. */
    @Transactional(readOnly = true)
    public List<Team> teams(String organisation) {
        return sql.sql("""
                        select * from parties.team where organisation = :organisation and closed_on is null
                        order by lower(name)
                        """)
                .param("organisation", organisation)
                .query(Organisations::team)
                .list();
    }

    /** The team of that code, open or closed. */
    @Transactional(readOnly = true)
    public Optional<Team> team(String code) {
        return sql.sql("select * from parties.team where code = :code")
                .param("code", code)
                .query(Organisations::team)
                .optional();
    }

    /** Adds a team. Its code is made from its organisation's and its name. */
    public Team addTeam(String organisation, String name, String function, Set<OrganisationKind> kinds) {
        return addTeam(new Team(
                Codes.free(organisation + " " + name, taken -> exists("parties.team", taken)),
                organisation,
                name,
                function,
                kinds,
                1));
    }

    /** Adds a team whose code is fixed already. */
    public Team addTeam(Team team) {
        sql.sql(
                        "insert into parties.team (code, organisation, name, function, kinds) values (:code, :organisation, :name, :function, string_to_array(:kinds, ','))")
                .param("code", team.code())
                .param("organisation", team.organisation())
                .param("name", team.name())
                .param("function", team.function())
                .param("kinds", words(team.kinds()))
                .update();
        audit.record(AuditEvent.of(PartiesAudit.TEAM_ADDED)
                .about("team", team.code())
                .concerning(team.organisation()));
        return team;
    }

    /**
     * Changes a team's name and function.
     *
     * @return false when somebody else changed it since {@code team.version()}
     */
    public boolean changeTeam(Team team) {
        int changed = sql.sql("""
                        update parties.team set name = :name, function = :function, kinds = string_to_array(:kinds, ','), version = version + 1
                        where code = :code and version = :version
                        """)
                .param("code", team.code())
                .param("version", team.version())
                .param("name", team.name())
                .param("function", team.function())
                .param("kinds", words(team.kinds()))
                .update();
        if (changed == 1) {
            audit.record(AuditEvent.of(PartiesAudit.TEAM_CHANGED)
                    .about("team", team.code())
                    .concerning(team.organisation()));
        }
        return changed == 1;
    }

    /** Whether any organisation that is not made up for practice is there: if not, the server waits to be set up. */
    @Transactional(readOnly = true)
    public boolean areSetUp() {
        return sql.sql("select exists (select from parties.organisation where not practice)")
                .query(Boolean.class)
                .single();
    }

    private boolean exists(String table, String code) {
        return sql.sql("select exists (select from " + table + " where code = :code)")
                .param("code", code)
                .query(Boolean.class)
                .single();
    }

    private static String words(Set<OrganisationKind> kinds) {
        return kinds.stream().sorted().map(OrganisationKind::word).collect(Collectors.joining(","));
    }

    static Organisation organisation(ResultSet row, int number) throws SQLException {
        return new Organisation(
                row.getString("code"),
                row.getString("name"),
                kinds(row),
                Set.copyOf(texts(row.getArray("listed_in"))),
                Word.of(Nation.class, row.getString("nation")).orElseThrow(),
                new Organisation.Controller(
                        row.getString("legal_name"),
                        row.getString("address"),
                        row.getString("contact_email"),
                        row.getString("registration_number"),
                        row.getString("privacy_notice"),
                        row.getString("protection_officer"),
                        row.getString("protection_email")),
                row.getString("objects"),
                row.getBoolean("practice"),
                row.getObject("joined_on", LocalDate.class),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                row.getInt("version"));
    }

    private static Team team(ResultSet row, int number) throws SQLException {
        return new Team(
                row.getString("code"),
                row.getString("organisation"),
                row.getString("name"),
                row.getString("function"),
                kinds(row),
                row.getInt("version"));
    }

    private static Set<OrganisationKind> kinds(ResultSet row) throws SQLException {
        return texts(row.getArray("kinds")).stream()
                .map(kind -> Word.of(OrganisationKind.class, kind).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
