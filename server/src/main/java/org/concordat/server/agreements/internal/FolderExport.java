package org.concordat.server.agreements.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.concordat.server.agreements.AgreementsAudit;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The agreement folder as files, as far as the one who acts may see it: what {@code concordat check} and {@code concordat
 * agreements} read, with the list of signatories' keys beside it, as that has to lie outside.
 */
@Service
public class FolderExport {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private final FolderTexts texts;
    private final JdbcClient sql;
    private final AuditLog audit;
    private final Clock clock;

    FolderExport(FolderTexts texts, JdbcClient sql, AuditLog audit, Clock clock) {
        this.texts = texts;
        this.sql = sql;
        this.audit = audit;
        this.clock = clock;
    }

    /** The files, those of the folder in {@code agreements/}. */
    @Transactional
    public List<NamedText> files() {
        boolean practice = Acting.current() instanceof Actor.InRole inRole && inRole.practice();
        var files = new ArrayList<NamedText>();
        texts.all(practice).forEach(text -> files.add(new NamedText("agreements/" + text.name(), text.text())));
        files.add(new NamedText("trusted-keys.yaml", trusted()));
        audit.record(AuditEvent.of(AgreementsAudit.EXPORTED).with("files", files.size()));
        return files;
    }

    private String trusted() {
        String today = LocalDate.now(clock.withZone(HERE)).toString();
        List<Map<String, Object>> keys = sql.sql("select * from agreements.signatory order by code")
                .query((row, number) -> {
                    Map<String, Object> key = new LinkedHashMap<>();
                    key.put("organisation", row.getString("organisation"));
                    key.put("signatory", row.getString("code"));
                    key.put("key", Base64.getEncoder().encodeToString(row.getBytes("public_key")));
                    key.put("checked-on", today);
                    key.put("checked-by", "server");
                    key.put("how", "Made by the partnership's server for somebody whom their organisation named.");
                    return key;
                })
                .list();
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("trusted-keys", "partnership-server");
        file.put("keys", keys);
        return YamlText.of(file);
    }
}
