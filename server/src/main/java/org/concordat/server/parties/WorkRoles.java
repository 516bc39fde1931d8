package org.concordat.server.parties;

import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people are in the words of agreements, such as {@code social-worker}, beside the role in which they use the server. Agreements
 * say which of these may see what; the organisation whose people they are says who is one.
 */
@Service
@Transactional
public class WorkRoles {

    /** How agreements write a role. */
    public static final String FORM = "[a-z0-9][a-z0-9-]{1,58}[a-z0-9]";

    private final JdbcClient sql;
    private final AuditLog audit;

    WorkRoles(JdbcClient sql, AuditLog audit) {
        this.sql = sql;
        this.audit = audit;
    }

    /**
     * What the holder of a role is; empty where nothing was said.
     *
     * @param assignment the role's id
     */
    @Transactional(readOnly = true)
    public Optional<String> of(UUID assignment) {
        return sql.sql("select work_role from parties.assignment where id = :id and work_role is not null")
                .param("id", assignment)
                .query(String.class)
                .optional();
    }

    /**
     * Says what the holder of a role is, or that it is nothing besides. It counts for the next decision.
     *
     * @return false when somebody else changed the role since {@code assignment.version()}
     */
    public boolean set(Assignment assignment, Optional<String> workRole) {
        int changed = sql.sql("""
                        update parties.assignment set work_role = :workRole, version = version + 1
                        where id = :id and version = :version and ended_at is null
                        """)
                .param("id", assignment.id())
                .param("version", assignment.version())
                .param("workRole", workRole.orElse(null))
                .update();
        if (changed == 1) {
            AuditEvent event = AuditEvent.of(PartiesAudit.WORK_ROLE_SAID)
                    .about("person", assignment.person().toString())
                    .concerning(assignment.organisation())
                    .with("role", assignment.role().word());
            audit.record(workRole.map(word -> event.with("work-role", word)).orElse(event));
        }
        return changed == 1;
    }
}
