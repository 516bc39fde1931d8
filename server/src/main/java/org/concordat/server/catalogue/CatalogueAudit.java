package org.concordat.server.catalogue;

import org.concordat.server.auditlog.AuditKind;

/** What the audit log keeps of the catalogue. */
public enum CatalogueAudit implements AuditKind {
    ENTRY_ADDED,
    ENTRY_CHANGED;

    @Override
    public String area() {
        return "catalogue";
    }
}
