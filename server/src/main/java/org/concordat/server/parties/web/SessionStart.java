package org.concordat.server.parties.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.foundation.access.SignInWay;
import org.concordat.server.foundation.access.SignIns;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Persons;
import org.concordat.server.parties.internal.Recording;
import org.springframework.stereotype.Component;

/** Begins the session of somebody who has proved who they are, in whatever way, and records that it began. */
@Component
class SessionStart {

    private final Persons persons;
    private final SignIns signIns;
    private final Recording recording;

    SessionStart(Persons persons, SignIns signIns, Recording recording) {
        this.persons = persons;
        this.signIns = signIns;
        this.recording = recording;
    }

    /** Begins it, and says which page comes next: with one role only there is nothing to choose. */
    String begin(HttpServletRequest request, HttpServletResponse response, UUID person, SignInWay way) {
        List<Assignment> roles = Acting.asServer("sign-in", () -> persons.roles(person));
        Optional<UUID> only = roles.size() == 1 ? Optional.of(roles.getFirst().id()) : Optional.empty();
        signIns.begin(request, response, person, only, way);
        Acting.as(
                new Actor.Undecided(person),
                () -> recording.record(AuditEvent.of(PartiesAudit.SIGNED_IN).about("person", person.toString())));
        return only.isPresent() ? "/" : "/role";
    }
}
