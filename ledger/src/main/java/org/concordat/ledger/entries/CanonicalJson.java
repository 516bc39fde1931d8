package org.concordat.ledger.entries;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Optional;
import java.util.TreeMap;
import org.concordat.ledger.LedgerException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON in its one canonical spelling (RFC 8785), so that equal content has equal bytes and equal hashes: names sorted by
 * UTF-16 code units, no spaces, numbers as ECMAScript writes them, as few escapes as possible.
 *
 * <p>Values are {@link Map}s with {@link String} keys, {@link List}s, {@link String}s, {@link Number}s, {@link Boolean}s
 * and null. Numbers are IEEE doubles, as RFC 8785 asks: digits beyond their precision are lost. Strings that are not valid
 * Unicode, numbers that are not finite, and names given twice are refused.
 */
public final class CanonicalJson {
    /** Longer text is refused before it is read. */
    public static final int LONGEST_BYTES = 16 << 20;

    private static final int DEEPEST = 64;
    private static final double FIRST_WITH_EXPONENT = 1e21;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(1000)
                    .maxStringLength(LONGEST_BYTES)
                    .maxNameLength(1000)
                    .maxDocumentLength(LONGEST_BYTES)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private CanonicalJson() {}

    /** The canonical spelling of any JSON text in UTF-8. */
    public static byte[] of(byte[] json) {
        return write(read(json)).getBytes(UTF_8);
    }

    /**
     * Reads one JSON value, objects as sorted maps.
     *
     * @throws LedgerException with {@code ENTRY-NOT-JSON} when it is not exactly one, nested no deeper than 64
     */
    public static @Nullable Object read(byte[] json) {
        if (json.length > LONGEST_BYTES) {
            throw notJson("is longer than " + LONGEST_BYTES + " bytes");
        }
        // Jackson would find out other encodings; canonical JSON has one.
        String text = Utf8.decode(json).orElseThrow(() -> notJson("is not UTF-8"));
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            Object value = value(parser, parser.nextToken());
            if (parser.nextToken() != null) {
                throw notJson("goes on after its end");
            }
            return value;
        } catch (JacksonException _) {
            // Without the cause: it quotes the text, which may hold what must not get into a log.
            throw notJson("breaks its grammar, names a field twice, or is nested too deeply");
        }
    }

    private static @Nullable Object value(JsonParser parser, @Nullable JsonToken token) {
        return switch (token) {
            case START_OBJECT -> {
                Map<String, @Nullable Object> fields = new TreeMap<>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    fields.put(parser.currentName(), value(parser, parser.nextToken()));
                }
                yield fields;
            }
            case START_ARRAY -> {
                List<@Nullable Object> items = new ArrayList<>();
                for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
                    items.add(value(parser, next));
                }
                yield items;
            }
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> finite(Double.parseDouble(parser.getString()));
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw notJson("ends too early");
        };
    }

    /** The canonical text of a value. */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        switch (value) {
            case null -> out.append("null");
            case Boolean truth -> out.append(truth);
            case String text -> write(text, out);
            case Number number -> out.append(number(number.doubleValue()));
            case List<?> items -> {
                out.append('[');
                String separator = "";
                for (Object item : items) {
                    out.append(separator);
                    write(item, out);
                    separator = ",";
                }
                out.append(']');
            }
            case Map<?, ?> fields -> {
                Map<String, @Nullable Object> sorted = new TreeMap<>();
                fields.forEach((name, field) -> sorted.put((String) name, field));
                out.append('{');
                String separator = "";
                for (Entry<String, @Nullable Object> field : sorted.entrySet()) {
                    out.append(separator);
                    write(field.getKey(), out);
                    out.append(':');
                    write(field.getValue(), out);
                    separator = ",";
                }
                out.append('}');
            }
            default ->
                throw new IllegalArgumentException("no JSON is made of a "
                        + value.getClass().getName() + "; give maps, lists, strings, numbers, booleans or null");
        }
    }

    private static void write(String text, StringBuilder out) {
        if (!Utf8.isEncodable(text)) {
            throw notJson("holds half a character (a lone surrogate)");
        }
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    /** A number as ECMAScript writes it (ECMA-262, Number::toString with radix 10). */
    static String number(double number) {
        finite(number);
        if (number == 0) {
            return "0"; // minus zero too
        }
        String sign = number < 0 ? "-" : "";
        double size = Math.abs(number);
        // Java finds the same shortest digits since version 19, save that it never writes fewer than two.
        BigDecimal shortest = oneDigit(size).orElseGet(() -> new BigDecimal(Double.toString(size)));
        BigDecimal plain = shortest.stripTrailingZeros();
        String digits = plain.unscaledValue().toString();
        int point = digits.length() - plain.scale();
        return sign + place(digits, point, size);
    }

    /** The nearest number of one digit, where that digit is enough to tell it from other doubles. */
    private static Optional<BigDecimal> oneDigit(double size) {
        BigDecimal exact = new BigDecimal(size);
        BigDecimal rounded = exact.round(new MathContext(1, RoundingMode.HALF_EVEN));
        return rounded.doubleValue() == size ? Optional.of(rounded) : Optional.empty();
    }

    /** @param point how many digits stand before the decimal point; negative where zeros must be put in between */
    private static String place(String digits, int point, double size) {
        int count = digits.length();
        if (size >= FIRST_WITH_EXPONENT || point <= -6) {
            String fraction = count == 1 ? "" : "." + digits.substring(1);
            return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
        }
        if (point <= 0) {
            return "0." + "0".repeat(-point) + digits;
        }
        return point >= count
                ? digits + "0".repeat(point - count)
                : digits.substring(0, point) + "." + digits.substring(point);
    }

    private static double finite(double number) {
        if (!Double.isFinite(number)) {
            throw notJson("holds a number that is too large for an IEEE double, or none");
        }
        return number;
    }

    private static LedgerException notJson(String how) {
        return new LedgerException(
                "ENTRY-NOT-JSON", "The text is not JSON that can be recorded: it " + how + ". Correct what wrote it.");
    }
}
