package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.internal.Recording;
import org.springframework.stereotype.Component;

/** Ends sessions of people and records it: their own at their wish or when what they sign in with changes, others' for a reason. */
@Component
class SessionEnds {

    private final SignIns signIns;
    private final Recording recording;

    SessionEnds(SignIns signIns, Recording recording) {
        this.signIns = signIns;
        this.recording = recording;
    }

    /** Why. */
    enum Why {
        /** Its owner wished it. */
        WISH,
        /** A password, passkey or one-time codes came or went. */
        FACTOR,
        ADMINISTRATOR;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Ends all sessions of the one who acts but this one; how many there were. */
    int others(HttpServletRequest request, Why why) {
        var me = Acting.inRole();
        int ended = signIns.endOthers(me.person(), request);
        record(me.person().toString(), me.organisation(), ended, why);
        return ended;
    }

    /** Ends one session of the one who acts; false where it has ended. */
    boolean one(String mark) {
        var me = Acting.inRole();
        boolean ended = signIns.endOne(me.person(), mark);
        record(me.person().toString(), me.organisation(), ended ? 1 : 0, Why.WISH);
        return ended;
    }

    /** Ends all sessions of somebody else; how many there were. */
    int all(Person person, HttpServletRequest request) {
        int open = signIns.open(person.id(), request).size();
        signIns.endAll(person.id());
        record(person.id().toString(), person.organisation(), open, Why.ADMINISTRATOR);
        return open;
    }

    private void record(String person, String organisation, int count, Why why) {
        if (count > 0) {
            recording.record(AuditEvent.of(PartiesAudit.SESSIONS_ENDED)
                    .about("person", person)
                    .concerning(organisation)
                    .with("count", count)
                    .with("why", why.word()));
        }
    }
}
