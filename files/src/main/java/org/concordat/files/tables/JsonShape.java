package org.concordat.files.tables;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** How a JSON file holds its rows. */
enum JsonShape {
    /** A list of objects, or objects that hold exactly one such list. */
    DOCUMENT,
    /** One object a line. */
    LINES;

    /**
     * Tells JSON from other text.
     *
     * @param start the beginning of the text
     * @param complete whether it is all of it
     * @return {@code null} when this is not JSON
     */
    static @Nullable JsonShape find(String fileName, String start, boolean complete) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean named = name.contains(".json") || name.contains(".geojson") || name.contains(".ndjson");
        int first = nonBlank(start, 0);
        if (first == start.length() || (start.charAt(first) != '[' && start.charAt(first) != '{')) {
            return null;
        }
        int second = nonBlank(start, first + 1);
        char next = second < start.length() ? start.charAt(second) : ' ';
        if (start.charAt(first) == '[') {
            return named || next == '{' || next == ']' ? DOCUMENT : null;
        }
        if (!named && next != '"' && next != '}') {
            return null;
        }
        return name.contains(".jsonl") || name.contains(".ndjson") ? LINES : ofObject(start, first, complete);
    }

    private static int nonBlank(String text, int from) {
        int at = from;
        while (at < text.length() && Trimming.isWhite(text.charAt(at))) {
            at++;
        }
        return at;
    }

    // One object that spans lines is a document; one that ends where its line ends is a row, unless it is alone and
    // holds a list of objects.
    private static JsonShape ofObject(String start, int first, boolean complete) {
        int lineEnd = start.indexOf('\n', first);
        String line = start.substring(first, lineEnd < 0 ? start.length() : lineEnd);
        boolean holdsRows = false;
        int depth = 0;
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), line)) {
            JsonToken before = null;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                holdsRows |= before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT;
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                before = token;
            }
        } catch (JacksonException broken) {
            return lineEnd >= 0 && !JsonFlattener.endedTooEarly(broken) && lineFollows(start, lineEnd)
                    ? LINES
                    : DOCUMENT;
        }
        boolean alone = complete && (lineEnd < 0 || nonBlank(start, lineEnd) == start.length());
        return depth == 0 && !(alone && holdsRows) ? LINES : DOCUMENT;
    }

    private static boolean lineFollows(String start, int lineEnd) {
        int next = nonBlank(start, lineEnd);
        return next < start.length() && start.charAt(next) == '{';
    }
}
