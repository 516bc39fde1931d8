package org.concordat.files.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Makes one flat row of a nested object: {@code {"name":{"given":"ann"}}} gives the column {@code name.given}.
 *
 * <p>Lists of plain values are joined with "; ". Lists that hold objects or lists have no place in a row; they are
 * left out and counted.
 */
final class JsonFlattener {

    private static final int DEEPEST = 64;

    private final int mostColumns;
    private long listsLeftOut;
    private @Nullable String fault;

    JsonFlattener(int mostColumns) {
        this.mostColumns = mostColumns;
    }

    /** A factory that refuses what would exhaust memory. */
    static JsonFactory factory(ReadOptions.Limits limits) {
        return JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(limits.fieldCharacters())
                        .maxNameLength(10_000)
                        .maxNumberLength(1_000)
                        .build())
                .build();
    }

    /** Whether the text ended within a value; between two values the parser throws its general exception for it. */
    static boolean endedTooEarly(JacksonException trouble) {
        return trouble instanceof UnexpectedEndOfInputException
                || String.valueOf(trouble.getOriginalMessage()).startsWith("Unexpected end-of-input");
    }

    long listsLeftOut() {
        return listsLeftOut;
    }

    /** Reads the object whose opening brace is the current token, up to its closing brace. */
    JsonObjects.Row flat(JsonParser parser) {
        fault = null;
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        object(parser, "", values);
        return fault == null ? new JsonObjects.Row(values, null) : JsonObjects.Row.broken(fault);
    }

    private void object(JsonParser parser, String prefix, Map<String, @Nullable String> values) {
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_OBJECT && token != null;
                token = parser.nextToken()) {
            String name = prefix + parser.currentName();
            switch (parser.nextToken()) {
                case START_OBJECT -> object(parser, name + ".", values);
                case START_ARRAY -> put(name, list(parser), values);
                default -> put(name, scalar(parser), values);
            }
        }
    }

    private static @Nullable String scalar(JsonParser parser) {
        return parser.currentToken() == JsonToken.VALUE_NULL ? null : parser.getString();
    }

    private @Nullable String list(JsonParser parser) {
        StringBuilder joined = new StringBuilder();
        boolean plain = true;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY && token != null;
                token = parser.nextToken()) {
            if (token.isStructStart()) {
                plain = false;
                parser.skipChildren();
            } else if (plain && token != JsonToken.VALUE_NULL) {
                joined.append(joined.isEmpty() ? "" : "; ").append(parser.getString());
            }
        }
        if (!plain) {
            listsLeftOut++;
            return null;
        }
        return joined.toString();
    }

    private void put(String name, @Nullable String value, Map<String, @Nullable String> values) {
        if (values.containsKey(name)) {
            fault = "two values under one name";
            return;
        }
        if (values.size() >= mostColumns) {
            fault = "more than " + mostColumns + " values";
            return;
        }
        if (value != null && value.chars().anyMatch(c -> Trimming.isControl((char) c))) {
            fault = "a control character, which no text holds";
        }
        values.put(name, value);
    }
}
