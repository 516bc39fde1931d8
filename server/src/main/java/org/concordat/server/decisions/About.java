package org.concordat.server.decisions;

import java.util.Locale;

/** What a statement can be about. */
public enum About {
    /** Everything shared under one schedule. */
    SCHEDULE,
    /** Everything shared by the organisation for one purpose. */
    PURPOSE,
    /** One matter: one request, asked once or several times. */
    MATTER;

    /** As the database has it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
