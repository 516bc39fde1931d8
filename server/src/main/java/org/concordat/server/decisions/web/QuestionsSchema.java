package org.concordat.server.decisions.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** What a system may send, for the description of the API alone: what arrives is read by {@code QuestionReader}. */
record QuestionsSchema(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<QuestionSchema> questions) {

    /** One question: the fields of a request file of the manual's page of {@code check}, and whose record. */
    record QuestionSchema(
            @Schema(description = "Your own reference: an id that names no one.")
            String request,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SideSchema from,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            SideSchema to,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In which the recipient will see it.")
            String role,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String dataset,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<String> fields,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String purpose,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"aggregated", "pseudonymised", "identified", "discussed"})
            String form,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"one", "many"})
            String subjects,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("significant-decision")
            boolean significantDecision,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @JsonProperty("identifying-again")
            boolean identifyingAgain,

            @Schema(description = "The day on which it would be shared; else today.")
            String on,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    allowableValues = {"agreement", "single-disclosure", "reuse", "serious-harm"})
            @JsonProperty("rests-on")
            String restsOn,

            String schedule,
            Map<String, Object> law,
            @JsonProperty("serious-harm") Map<String, Object> seriousHarm,

            @Schema(
                    description =
                            "Whose record, by the sender's own number, where it is about one person. Kept apart, and"
                                    + " never told to others.")
            String subject) {}

    /** An organisation, or one of its teams. */
    record SideSchema(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            String organisation,

            String team) {}
}
