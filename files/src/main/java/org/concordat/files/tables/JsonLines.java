package org.concordat.files.tables;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The rows of a file with one object a line, where a broken line costs only itself. */
final class JsonLines implements JsonObjects {

    private final Reader text;
    private final JsonFlattener flattener;
    private final JsonFactory factory;
    private final int mostCharacters;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder line = new StringBuilder();
    private int at;
    private int known;

    JsonLines(Reader text, JsonFlattener flattener, ReadOptions.Limits limits) {
        this.text = text;
        this.flattener = flattener;
        this.factory = JsonFlattener.factory(limits);
        this.mostCharacters = limits.rowCharacters();
    }

    @Override
    public @Nullable Row next() throws IOException {
        while (readLine()) {
            if (line.length() > mostCharacters) {
                return Row.broken("longer than " + mostCharacters + " characters");
            }
            if (Trimming.trimmed(line.toString()) != null) {
                return parsed(line.toString());
            }
        }
        return null;
    }

    private Row parsed(String written) {
        try (JsonParser parser = factory.createParser(ObjectReadContext.empty(), written)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Row.broken("not an object");
            }
            Row row = flattener.flat(parser);
            return parser.nextToken() == null ? row : Row.broken("more than one object in a line");
        } catch (JacksonException broken) {
            return Row.broken("JSON that is not well formed");
        }
    }

    // Keeps one character more than a line may have, to know that it was longer.
    private boolean readLine() throws IOException {
        line.setLength(0);
        boolean any = false;
        while (true) {
            if (at == known) {
                at = 0;
                known = text.read(buffer, 0, buffer.length);
                if (known < 0) {
                    known = 0;
                    return any;
                }
            }
            any = true;
            int end = at;
            while (end < known && buffer[end] != '\n') {
                end++;
            }
            line.append(buffer, at, Math.min(end - at, mostCharacters + 1 - line.length()));
            boolean ended = end < known;
            at = ended ? end + 1 : end;
            if (ended) {
                return true;
            }
        }
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
