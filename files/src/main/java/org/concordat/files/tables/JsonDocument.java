package org.concordat.files.tables;

import java.io.IOException;
import java.io.Reader;
import org.concordat.files.FilesException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;

/** The rows of one list of objects, which is the whole document or stands alone somewhere in it. */
final class JsonDocument implements JsonObjects {

    private final String fileName;
    private final JsonParser parser;
    private final JsonFlattener flattener;
    private boolean inList;
    private boolean listSeen;

    JsonDocument(String fileName, Reader text, JsonFlattener flattener, ReadOptions.Limits limits) {
        this.fileName = fileName;
        this.flattener = flattener;
        this.parser = JsonFlattener.factory(limits).createParser(ObjectReadContext.empty(), text);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            return nextRow();
        } catch (StreamConstraintsException tooMuch) {
            throw Trouble.damaged(fileName, "its JSON nests deeper or has longer values than is read" + at(tooMuch));
        } catch (JacksonIOException world) {
            IOException cause = world.getCause();
            throw cause == null ? new IOException(world) : cause;
        } catch (JacksonException broken) {
            if (JsonFlattener.endedTooEarly(broken)) {
                throw Trouble.cutShort(fileName);
            }
            throw Trouble.damaged(fileName, "its JSON is not well formed" + at(broken));
        }
    }

    private static String at(JacksonException trouble) {
        return trouble.getLocation() == null
                ? ""
                : " (line " + trouble.getLocation().getLineNr() + ", column "
                        + trouble.getLocation().getColumnNr() + ")";
    }

    private @Nullable Row nextRow() {
        if (!inList && !findList()) {
            if (!listSeen) {
                throw shape("holds no list of objects");
            }
            return null;
        }
        JsonToken token = parser.currentToken();
        if (token == JsonToken.END_ARRAY) {
            inList = false;
            return nextRow();
        }
        Row row = Row.broken("not an object");
        if (token == JsonToken.START_OBJECT) {
            row = flattener.flat(parser);
        } else {
            parser.skipChildren();
        }
        if (parser.nextToken() == null) {
            throw Trouble.cutShort(fileName);
        }
        return row;
    }

    // Leaves the parser at the first element of the list, or at the end of the document.
    private boolean findList() {
        JsonToken before = null;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (before == JsonToken.START_ARRAY && token == JsonToken.START_OBJECT) {
                if (listSeen) {
                    throw shape("holds more than one list of objects");
                }
                inList = true;
                listSeen = true;
                return true;
            }
            before = token;
        }
        return false;
    }

    private FilesException shape(String what) {
        return new FilesException(
                "FILE-JSON-SHAPE",
                fileName + " is JSON but " + what + ". Send a list of objects, one for each row, or one object a"
                        + " line.");
    }

    @Override
    public void close() {
        parser.close();
    }
}
