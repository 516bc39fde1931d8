package org.concordat.server.decisions.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.decisions.Explanation;
import org.concordat.server.decisions.KeptDecision;

/** A decision as the API tells it. Never whose record it is about: the asker knows, and others need not. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Answer(
        @Schema(description = "Random, under which it is found and used.")
        UUID id,

        @Schema(description = "The same for all times that the same was asked again.")
        UUID matter,

        @Schema(description = "When it was decided.") Instant at,

        @Schema(description = "The day about which it was asked.")
        LocalDate on,

        @Schema(allowableValues = {"permitted", "refused", "needs-facts", "not-shared"})
        String outcome,

        @Schema(description = "When a permission can no longer be used.")
        Optional<Instant> expires,

        Optional<Instant> used,

        @Schema(description = "Whether it is in order, and the four steps of the lawfulness test.")
        List<Explanation.StepAnswer> steps,

        @Schema(description = "What would change a no.") List<Explanation.Change> changes,

        @Schema(description = "What is missing, and who can say.")
        List<Explanation.Missing> needs,

        @Schema(description = "What a permission obliges. Nothing may leave unless each is carried out.")
        List<Explanation.DutyLine> duties,

        @Schema(
                description =
                        "Of a share about many: facts that must be as wanted for each person; others are left out.")
        List<String> leaveOutUnless,

        Explanation.Versions versions,

        @Schema(description = "The event of the audit log under which its proof is found.")
        UUID proof,

        Map<String, String> links) {

    static Answer of(KeptDecision kept) {
        Explanation explanation = kept.explanation();
        boolean permitted = explanation.outcome().equals("permitted");
        return new Answer(
                kept.id(),
                kept.matter(),
                kept.at(),
                kept.day(),
                explanation.outcome(),
                permitted ? Optional.of(kept.expires()) : Optional.empty(),
                kept.used(),
                explanation.steps(),
                explanation.changes(),
                explanation.needs(),
                explanation.duties(),
                explanation.leaveOutUnless(),
                explanation.versions(),
                kept.event(),
                Map.of("self", "/api/decisions/" + kept.id(), "page", "/decisions/" + kept.id()));
    }

    /** The same with other duties: those of today. */
    Answer withDuties(List<Explanation.DutyLine> today) {
        return new Answer(
                id,
                matter,
                at,
                on,
                outcome,
                expires,
                used,
                steps,
                changes,
                needs,
                today,
                leaveOutUnless,
                versions,
                proof,
                links);
    }
}
