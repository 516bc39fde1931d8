package org.concordat.server.decisions.web;

import java.util.List;
import java.util.Map;
import org.concordat.server.foundation.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads the JSON that a system sends, before anything is made of it: one object with a list of questions, and nothing besides. */
final class QuestionsJson {

    private static final int DEEPEST = 8;
    private static final int LONGEST_TEXT = 8_000;
    private static final String QUESTIONS = "questions";

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(64)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private QuestionsJson() {}

    /**
     * The questions, each with its fields.
     *
     * @throws Refusal where it is anything else, or more than {@code most}
     */
    static List<Map<String, Object>> read(byte[] body, int most) {
        Map<String, List<Map<String, Object>>> sent;
        try {
            sent = JSON.readValue(body, new TypeReference<>() {});
        } catch (JacksonException broken) {
            // Without the cause: it quotes what was sent.
            throw unreadable();
        }
        if (sent == null || !sent.keySet().equals(java.util.Set.of(QUESTIONS))) {
            throw unreadable();
        }
        List<Map<String, Object>> questions = sent.get(QUESTIONS);
        if (questions == null || questions.isEmpty() || questions.contains(null) || hasNothing(questions)) {
            throw unreadable();
        }
        if (questions.size() > most) {
            throw new Refusal(422, "QUESTIONS-TOO-MANY", "decisions.refusal.too-many", most);
        }
        return questions;
    }

    private static boolean hasNothing(Object value) {
        return switch (value) {
            case null -> true;
            case Map<?, ?> map -> map.values().stream().anyMatch(QuestionsJson::hasNothing);
            case List<?> list -> list.stream().anyMatch(QuestionsJson::hasNothing);
            default -> false;
        };
    }

    private static Refusal unreadable() {
        return new Refusal(400, "QUESTIONS-UNREADABLE", "decisions.refusal.unreadable");
    }
}
