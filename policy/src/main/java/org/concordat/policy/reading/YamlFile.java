package org.concordat.policy.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * A YAML file read as one document of named fields, within limits that no honest agreement meets.
 *
 * <p>Only the plain part of YAML is taken: fields, lists and text. Anchors, aliases, tags, merge keys, several documents and
 * a name given twice are refused, each with its line. Works on the parser's events, so nothing is built that was not
 * accepted: an alias that would grow to a gigabyte is refused where it stands.
 */
public final class YamlFile {

    /** Longer files are refused unread. The longest agreement of the field we know of is a tenth of it. */
    public static final int LONGEST_CHARACTERS = 1_000_000;

    /** Lists and fields within each other; the shapes of Concordat need six. */
    public static final int DEEPEST = 12;

    /** Values in one file. */
    public static final int MOST_VALUES = 50_000;

    private final String name;
    private final Iterator<Event> events;
    private int values;

    private YamlFile(String name, Iterator<Event> events) {
        this.name = name;
        this.events = events;
    }

    /**
     * Reads {@code content}, which is left open.
     *
     * @param name what messages call the file
     * @param problems gain one, saying why, whenever nothing is returned
     * @throws UncheckedIOException when the stream breaks
     */
    public static Optional<Node.Fields> read(String name, InputStream content, Problems problems) {
        byte[] bytes;
        try {
            bytes = content.readNBytes(LONGEST_CHARACTERS + 1);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        var start = new Place(name, 1);
        if (bytes.length > LONGEST_CHARACTERS) {
            problems.add(
                    "YAML-TOO-LONG",
                    start,
                    "The file is longer than " + LONGEST_CHARACTERS + " bytes.",
                    "Split it: one file holds one agreement, organisation or dataset.");
            return Optional.empty();
        }
        try {
            String text = UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return parse(name, text, problems);
        } catch (CharacterCodingException notUtf8) {
            problems.add("YAML-NOT-TEXT", start, "The file is not UTF-8 text.", "Save it as UTF-8.");
            return Optional.empty();
        }
    }

    private static Optional<Node.Fields> parse(String name, String text, Problems problems) {
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LONGEST_CHARACTERS)
                // All at once: between two bufferfuls the parser would copy a long line over and over, and fail where a
                // character that takes two places, such as an emoji, lies across.
                .setBufferSize(body.length() + 1)
                .setAllowDuplicateKeys(false)
                .setParseComments(false)
                .build();
        try {
            Iterator<Event> events = new Parse(settings).parseString(body).iterator();
            return Optional.of(new YamlFile(name, events).document());
        } catch (Refusal refused) {
            problems.add(
                    refused.problem.code(), refused.problem.place(), refused.problem.cause(), refused.problem.remedy());
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            notYaml(new Place(name, line), problems);
        } catch (YamlEngineException broken) {
            notYaml(new Place(name, 1), problems);
        }
        return Optional.empty();
    }

    /** The parser's own words are left out: they speak of tokens, and may quote the file. */
    private static void notYaml(Place place, Problems problems) {
        problems.add(
                "YAML-NOT-READABLE",
                place,
                "The text at this line, or just above it, is not YAML.",
                "Look for a missing colon, an unclosed quote or bracket, a tab, a stray symbol, or uneven spaces at the start of"
                        + " the line; put text with a colon or # in quotes.");
    }

    private Node.Fields document() {
        Event first = events.next();
        Event start = events.next();
        if (!(start instanceof DocumentStartEvent)) {
            throw refuse("YAML-EMPTY", first, "The file is empty.", "Write one document in it, or delete it.");
        }
        if (!(node(next(), 1) instanceof Node.Fields fields)) {
            throw refuse(
                    "YAML-NOT-FIELDS",
                    start,
                    "The file does not begin with a named field.",
                    "Begin with what it is and its id, as in: schedule: SA-1");
        }
        events.next();
        Event end = events.next();
        if (end instanceof DocumentStartEvent) {
            throw refuse(
                    "YAML-SECOND-DOCUMENT", end, "A second document begins here.", "Put it into a file of its own.");
        }
        return fields;
    }

    private Event next() {
        return events.next();
    }

    private Node node(Event event, int depth) {
        plain(event);
        if (depth > DEEPEST) {
            throw refuse(
                    "YAML-TOO-DEEP",
                    event,
                    "Lists and fields lie more than " + DEEPEST + " deep.",
                    "No file of Concordat needs that; look for spaces or brackets too many.");
        }
        return switch (event) {
            case ScalarEvent scalar -> new Node.Text(place(event), scalar.getValue());
            case SequenceStartEvent ignored -> items(event, depth);
            case MappingStartEvent ignored -> fields(event, depth);
            default -> throw refuse("YAML-NOT-READABLE", event, "A value is missing here.", "Write it.");
        };
    }

    private void plain(Event event) {
        if (++values > MOST_VALUES) {
            throw refuse(
                    "YAML-TOO-MANY-VALUES",
                    event,
                    "The file holds more than " + MOST_VALUES + " values.",
                    "Split it: one file holds one agreement, organisation or dataset.");
        }
        boolean alias = event.getEventId() == Event.ID.Alias;
        if (alias || (event instanceof NodeEvent node && node.getAnchor().isPresent())) {
            throw refuse(
                    "YAML-ALIAS",
                    event,
                    "The file uses " + (alias ? "an alias (*)." : "an anchor (&)."),
                    "Write the value out where it is meant, so that every reader sees what is agreed.");
        }
        boolean tagged = (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                || (event instanceof CollectionStartEvent collection
                        && collection.getTag().isPresent());
        if (tagged) {
            throw refuse("YAML-TAG", event, "The file uses a tag (!).", "Take it away, or put the text in quotes.");
        }
    }

    private Node.Items items(Event start, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Node.Items(place(start), nodes);
    }

    private Node.Fields fields(Event start, int depth) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (Event key = next(); key.getEventId() != Event.ID.MappingEnd; key = next()) {
            plain(key);
            if (!(key instanceof ScalarEvent scalar)) {
                throw refuse("YAML-NAME", key, "The name of a field is not text.", "Name the field with one word.");
            }
            String field = scalar.getValue();
            Node value = node(next(), depth + 1);
            if (nodes.putIfAbsent(field, value) != null) {
                throw refuse(
                        "YAML-TWICE",
                        key,
                        "'" + shortened(field) + "' is given twice, first at line "
                                + places.getOrDefault(field, place(start)).line() + ".",
                        "Keep one of them.");
            }
            places.put(field, place(key));
        }
        return new Node.Fields(place(start), nodes, places);
    }

    private Place place(Event event) {
        return new Place(
                name, event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
    }

    private Refusal refuse(String code, Event event, String cause, String remedy) {
        return new Refusal(new Problem(code, place(event), cause, remedy));
    }

    /** The first sixty characters, so that a hostile name does not fill a screen. */
    static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", "?");
        return oneLine.length() <= 60 ? oneLine : oneLine.substring(0, 57) + "...";
    }

    /** Ends the reading of a file at its first trouble with YAML itself. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @SuppressWarnings("serial") // never leaves this class
        private final Problem problem;

        Refusal(Problem problem) {
            super(problem.code(), null, false, false);
            this.problem = problem;
        }
    }
}
