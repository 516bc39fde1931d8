package org.concordat.linkage.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.concordat.linkage.LinkageException;
import tools.jackson.databind.JsonNode;

/**
 * One object of a model file, read field by field: a missing, unknown or misshapen field is an error that says where it
 * stands.
 */
final class JsonFields {
    private static final int MOST_LETTERS = 1000;

    private final JsonNode json;
    private final String place;
    private final Set<String> read = new HashSet<>();

    private JsonFields(JsonNode json, String place) {
        this.json = json;
        this.place = place;
    }

    /** @param place where the object stands in the file, for messages */
    static JsonFields of(JsonNode json, String place) {
        if (!json.isObject()) {
            throw wrong(place, "an object in braces");
        }
        return new JsonFields(json, place);
    }

    static LinkageException wrong(String place, String expected) {
        return ModelFile.unreadable("The model file cannot be used: at " + place + " it should have " + expected + ".");
    }

    /** Where a field of this object stands. */
    String at(String field) {
        return place.isEmpty() ? field : place + "." + field;
    }

    boolean has(String field) {
        return json.has(field);
    }

    private JsonNode get(String field, String expected) {
        read.add(field);
        JsonNode found = json.get(field);
        if (found == null) {
            throw wrong(at(field), expected + ", but has nothing");
        }
        return found;
    }

    /** Refuses fields that nobody asked for: a misspelt one must not be passed over. */
    void refuseOthers() {
        for (String name : json.propertyNames()) {
            if (!read.contains(name)) {
                String shown = name.length() > 40 ? name.substring(0, 40) + "…" : name;
                throw ModelFile.unreadable(
                        "The model file cannot be used: it has an unknown field '" + at(shown) + "'.");
            }
        }
    }

    JsonFields object(String field) {
        return of(get(field, "an object in braces"), at(field));
    }

    List<JsonFields> objects(String field, int least, int most) {
        List<JsonFields> objects = new ArrayList<>();
        for (JsonNode one : array(get(field, "a list"), at(field), least, most)) {
            objects.add(of(one, at(field) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    String text(String field) {
        String text = text(get(field, "a text"), at(field));
        if (text.isEmpty()) {
            throw wrong(at(field), "a text that is not empty");
        }
        return text;
    }

    List<String> texts(String field, int least, int most) {
        List<String> texts = new ArrayList<>();
        for (JsonNode one : array(get(field, "a list"), at(field), least, most)) {
            texts.add(text(one, at(field)));
        }
        return texts;
    }

    boolean truth(String field) {
        JsonNode found = get(field, "true or false");
        if (!found.isBoolean()) {
            throw wrong(at(field), "true or false");
        }
        return found.booleanValue();
    }

    int whole(String field, int least, int most) {
        return (int) whole(field, (long) least, (long) most);
    }

    long whole(String field, long least, long most) {
        String expected = "a whole number from " + least + " to " + most;
        JsonNode found = get(field, expected);
        if (!found.isIntegralNumber()
                || !found.canConvertToLong()
                || found.longValue() < least
                || found.longValue() > most) {
            throw wrong(at(field), expected);
        }
        return found.longValue();
    }

    /** A number from {@code least} to {@code most}. */
    double number(String field, double least, double most) {
        String expected = "a number from " + least + " to " + most;
        return number(get(field, expected), at(field), least, most);
    }

    /** Numbers at the places 1 to {@code count}; place 0 stays 0. */
    double[] numbers(String field, int count, double least, double most) {
        return numbers(get(field, "a list of " + count + " numbers"), at(field), count, least, most);
    }

    /** Lists of numbers, one for each of {@code rows}. */
    List<double[]> tables(String field, int rows, int count, double least, double most) {
        List<double[]> tables = new ArrayList<>();
        for (JsonNode one : array(get(field, "a list of " + rows + " lists"), at(field), rows, rows)) {
            tables.add(numbers(one, at(field) + "[" + tables.size() + "]", count, least, most));
        }
        return tables;
    }

    private static double[] numbers(JsonNode json, String place, int count, double least, double most) {
        double[] numbers = new double[count + 1];
        int at = 1;
        for (JsonNode one : array(json, place, count, count)) {
            numbers[at++] = number(one, place, least, most);
        }
        return numbers;
    }

    private static double number(JsonNode json, String place, double least, double most) {
        double number = json.isNumber() ? json.doubleValue() : Double.NaN;
        if (!(number >= least && number <= most)) {
            throw wrong(place, "a number from " + least + " to " + most);
        }
        return number;
    }

    private static String text(JsonNode json, String place) {
        if (!json.isString() || json.stringValue().length() > MOST_LETTERS) {
            throw wrong(place, "a text of " + MOST_LETTERS + " letters at most");
        }
        return json.stringValue();
    }

    private static JsonNode array(JsonNode json, String place, int least, int most) {
        if (!json.isArray() || json.size() < least || json.size() > most) {
            throw wrong(place, "a list of " + (least == most ? "" + least : least + " to " + most) + " entries");
        }
        return json;
    }
}
