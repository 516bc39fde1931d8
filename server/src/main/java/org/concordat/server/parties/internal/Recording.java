package org.concordat.server.parties.internal;

import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what happens without any other change to the database, such as signing out. */
@Service
public class Recording {

    private final AuditLog audit;

    Recording(AuditLog audit) {
        this.audit = audit;
    }

    /** Records it in a transaction of its own. */
    @Transactional
    public void record(AuditEvent event) {
        audit.record(event);
    }
}
