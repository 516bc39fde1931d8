package org.concordat.server.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.FileShapes;
import org.concordat.policy.reading.Place;
import org.concordat.policy.reading.Problem;
import org.concordat.policy.reading.Problems;
import org.concordat.policy.reading.Values;
import org.concordat.policy.reading.YamlFile;
import org.concordat.policy.words.Word;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entries of the partnership. Everybody in a role sees them; a dataset is written by those who hold it. */
@Service
@Transactional
public class Catalogue {

    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    Catalogue(JdbcClient sql, AuditLog audit, Clock clock) {
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of putting an entry in. */
    public sealed interface Putting {
        /** It is there as written. */
        record Put(CatalogueEntry entry) implements Putting {}

        /** Its text has problems, and nothing has changed. */
        record Wrong(List<Problem> problems) implements Putting {
            public Wrong {
                problems = List.copyOf(problems);
            }
        }

        /** Somebody else changed it since the version that was given. */
        record Overtaken(CatalogueEntry theirs) implements Putting {}
    }

    /** All entries of a kind, by name. */
    @Transactional(readOnly = true)
    public List<CatalogueEntry> all(EntryKind kind) {
        return sql.sql("select * from catalogue.entry where kind = :kind order by lower(name), code")
                .param("kind", kind.word())
                .query(Catalogue::entry)
                .list();
    }

    /** The datasets that an organisation holds, by name. */
    @Transactional(readOnly = true)
    public List<CatalogueEntry> datasetsOf(String organisation) {
        return sql.sql(
                        "select * from catalogue.entry where kind = 'dataset' and holder = :holder order by lower(name), code")
                .param("holder", organisation)
                .query(Catalogue::entry)
                .list();
    }

    /** The entry of that kind and code. */
    @Transactional(readOnly = true)
    public Optional<CatalogueEntry> find(EntryKind kind, String code) {
        return sql.sql("select * from catalogue.entry where kind = :kind and code = :code")
                .param("kind", kind.word())
                .param("code", code)
                .query(Catalogue::entry)
                .optional();
    }

    /** What an entry's text says, field by field, as {@link FileShapes} names them. */
    public Values values(CatalogueEntry entry) {
        return values(entry.kind(), entry.text());
    }

    /** The same of a text that an entry had. */
    public Values values(EntryKind kind, String text) {
        return read(kind, text, new Problems())
                .orElseThrow(() -> new IllegalStateException(
                        "a text that was checked when it was put in is that of no " + kind.word()));
    }

    /** Every text that an entry ever had, latest first. */
    @Transactional(readOnly = true)
    public List<EntryVersion> versions(CatalogueEntry entry) {
        return sql.sql(
                        "select * from catalogue.entry_version where kind = :kind and code = :code order by version desc")
                .param("kind", entry.kind().word())
                .param("code", entry.code())
                .query((row, number) -> new EntryVersion(
                        entry.kind(),
                        entry.code(),
                        row.getInt("version"),
                        row.getString("text"),
                        row.getObject("changed_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Adds an entry, or changes the one of that code whatever its version; for set-ups and imports. */
    public Putting put(EntryKind kind, String text, boolean practice) {
        var problems = new Problems();
        Optional<Values> read = read(kind, text, problems);
        if (read.isEmpty()) {
            return new Putting.Wrong(problems.inOrder());
        }
        Optional<CatalogueEntry> before = find(kind, read.get().text(kind.word()));
        return put(kind, text, read.get(), before.map(CatalogueEntry::version), practice);
    }

    /**
     * Adds an entry, or changes one.
     *
     * @param text of its file
     * @param changing the version that is changed; empty for a new entry
     */
    public Putting put(EntryKind kind, String text, Optional<Integer> changing) {
        var problems = new Problems();
        Optional<Values> read = read(kind, text, problems);
        if (read.isEmpty()) {
            return new Putting.Wrong(problems.inOrder());
        }
        boolean practice = Acting.current() instanceof Actor.InRole inRole && inRole.practice();
        return put(kind, text, read.get(), changing, practice);
    }

    private Putting put(EntryKind kind, String text, Values values, Optional<Integer> changing, boolean practice) {
        String code = values.text(kind.word());
        Optional<CatalogueEntry> before = find(kind, code);
        if (before.isPresent() && !before.map(CatalogueEntry::version).equals(changing)) {
            return new Putting.Overtaken(before.get());
        }
        if (before.isPresent() && before.get().text().equals(text)) {
            return new Putting.Put(before.get());
        }
        Optional<String> holder = values.optionalText("holder");
        if (before.isPresent() && !before.get().holder().equals(holder)) {
            return wrong(
                    values.place("holder"),
                    "DATASET-HOLDER",
                    "The dataset is held by '" + before.get().holder().orElse("") + "'.",
                    "Keep its holder, or describe the other's dataset under a code of its own.");
        }
        var entry = new CatalogueEntry(
                kind,
                code,
                values.text("name"),
                holder,
                text,
                before.map(each -> each.version() + 1).orElse(1));
        write(entry, practice, before.isEmpty());
        return new Putting.Put(entry);
    }

    private void write(CatalogueEntry entry, boolean practice, boolean isNew) {
        sql.sql("""
                        insert into catalogue.entry (kind, code, name, holder, text, practice, changed_by, changed_at)
                        values (:kind, :code, :name, :holder, :text, :practice, :by, :at)
                        on conflict (kind, code) do update
                            set name = :name, text = :text, version = :version, changed_by = :by, changed_at = :at
                        """)
                .param("kind", entry.kind().word())
                .param("code", entry.code())
                .param("name", entry.name())
                .param("holder", entry.holder().orElse(null))
                .param("text", entry.text())
                .param("practice", practice)
                .param("version", entry.version())
                .param("by", Acting.current().who().orElse(null))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        sql.sql("""
                        insert into catalogue.entry_version (kind, code, version, text, changed_by, changed_at)
                        values (:kind, :code, :version, :text, :by, :at)
                        """)
                .param("kind", entry.kind().word())
                .param("code", entry.code())
                .param("version", entry.version())
                .param("text", entry.text())
                .param("by", Acting.current().who().orElse(null))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        AuditEvent event = AuditEvent.of(isNew ? CatalogueAudit.ENTRY_ADDED : CatalogueAudit.ENTRY_CHANGED)
                .about(entry.kind().word(), entry.code());
        audit.record(entry.holder().map(event::concerning).orElse(event));
    }

    private static Putting wrong(Place place, String code, String cause, String remedy) {
        var problems = new Problems();
        problems.add(code, place, cause, remedy);
        return new Putting.Wrong(problems.inOrder());
    }

    private static Optional<Values> read(EntryKind kind, String text, Problems problems) {
        String file = kind.word() + ".yaml";
        return YamlFile.read(file, new ByteArrayInputStream(text.getBytes(UTF_8)), problems)
                .flatMap(fields -> Values.of(
                        kind.word(),
                        fields,
                        java.util.Objects.requireNonNull(FileShapes.KINDS.get(kind.word())),
                        problems));
    }

    private static CatalogueEntry entry(ResultSet row, int number) throws SQLException {
        return new CatalogueEntry(
                Word.of(EntryKind.class, row.getString("kind")).orElseThrow(),
                row.getString("code"),
                row.getString("name"),
                Optional.ofNullable(row.getString("holder")),
                row.getString("text"),
                row.getInt("version"));
    }
}
