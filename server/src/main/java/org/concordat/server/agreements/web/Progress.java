package org.concordat.server.agreements.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.concordat.policy.words.Word;
import org.concordat.server.agreements.Admission;
import org.concordat.server.agreements.Admissions;
import org.concordat.server.agreements.CheckedRow;
import org.concordat.server.agreements.SignUp;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.springframework.stereotype.Component;

/** How far a sign-up is: each organisation that went ahead with its state, and how many there are in each. */
@Component
class Progress {

    private final Admissions admissions;

    Progress(Admissions admissions) {
        this.admissions = admissions;
    }

    /** Where an organisation stands that went ahead. */
    enum Place implements Word {
        JOINED,
        SIGNED,
        WAITING,
        WAITING_ITSELF,
        DECLINED,
        REFUSED,
        WITHDRAWN,
        LEFT
    }

    /**
     * One organisation's.
     *
     * @param email where a link goes; empty where the organisation signs by itself
     */
    record Line(Admission admission, String name, String email, Place place) {}

    /** All of a sign-up. */
    record Shown(List<Line> lines, Map<String, Long> counts, int silent, int toAccept) {
        Shown {
            lines = List.copyOf(lines);
            counts = Map.copyOf(counts);
        }

        public long count(String place) {
            return counts.getOrDefault(place, 0L);
        }
    }

    Shown of(SignUp signUp, List<CheckedRow> rows) {
        Map<UUID, CheckedRow> byAdmission = rows.stream()
                .filter(row -> row.row().admission().isPresent())
                .collect(Collectors.toMap(row -> row.row().admission().orElseThrow(), row -> row));
        var lines = new ArrayList<Line>();
        for (Admission admission : admissions.ofSignUp(signUp.id())) {
            CheckedRow row = byAdmission.get(admission.id());
            if (row != null) {
                boolean byLink = row.row().person().isPresent();
                lines.add(new Line(
                        admission, row.row().name(), byLink ? row.row().email() : "", place(admission, byLink)));
            }
        }
        return new Shown(
                lines,
                lines.stream()
                        .collect(Collectors.groupingBy(line -> line.place().word(), Collectors.counting())),
                (int) lines.stream()
                        .filter(line -> line.place() == Place.WAITING)
                        .count(),
                (int) lines.stream()
                        .filter(line -> line.admission().waitsForAcceptance())
                        .count());
    }

    boolean mayAccept(Actor.InRole actor, SignUp signUp) {
        return actor.role() == Role.EXECUTIVE_SIGNATORY && actor.organisation().equals(signUp.organisation());
    }

    private static Place place(Admission admission, boolean byLink) {
        return switch (admission.state()) {
            case JOINED -> Place.JOINED;
            case ASKED ->
                admission.waitsForSignature() ? (byLink ? Place.WAITING : Place.WAITING_ITSELF) : Place.SIGNED;
            case DECLINED -> Place.DECLINED;
            case REFUSED -> Place.REFUSED;
            case WITHDRAWN -> Place.WITHDRAWN;
            case LEFT -> Place.LEFT;
        };
    }
}
