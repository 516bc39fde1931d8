package org.concordat.policy.reading;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A shape as a JSON Schema (draft 2020-12), so that an editor can help whoever writes a file. */
public final class JsonSchema {

    private JsonSchema() {}

    /**
     * The schema of files that have one of several shapes.
     *
     * @param kinds by the name of the field that tells the kind, such as {@code schedule}
     */
    public static String of(String title, Map<String, Shape.Group> kinds) {
        var schema = new TreeMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", title);
        schema.put(
                "oneOf",
                new TreeMap<>(kinds).values().stream().map(JsonSchema::of).toList());
        return CanonicalJson.write((Object) schema);
    }

    private static Object of(Shape shape) {
        return switch (shape) {
            case Shape.Group group -> group(group);
            case Shape.ListOf list -> {
                var schema = type("array");
                schema.put("items", of(list.of()));
                schema.put("minItems", list.mayBeEmpty() ? 0 : 1);
                yield schema;
            }
            case Shape.Prose prose -> {
                var schema = type("string");
                schema.put("minLength", 1);
                schema.put("maxLength", prose.longest());
                schema.put("pattern", "\\S");
                yield schema;
            }
            case Shape.Id ignored -> pattern(Shape.ID.pattern());
            case Shape.Reference reference -> {
                var schema = pattern(Shape.ID.pattern());
                schema.put("description", "The id of a " + reference.to() + ".");
                yield schema;
            }
            case Shape.OneOf words -> Map.of("enum", words.spellings());
            case Shape.Day ignored -> {
                var schema = type("string");
                schema.put("format", "date");
                yield schema;
            }
            case Shape.Whole whole -> {
                var schema = type("integer");
                schema.put("minimum", whole.least());
                schema.put("maximum", whole.most());
                yield schema;
            }
            // Editors read an unquoted yes as text (YAML 1.2), as we do.
            case Shape.YesNo ignored -> Map.of("enum", List.of("yes", "no"));
            case Shape.Bytes ignored -> pattern("[A-Za-z0-9+/]+=*");
        };
    }

    private static Object group(Shape.Group group) {
        var properties = new TreeMap<String, Object>();
        for (Shape.Field field : group.fields()) {
            var described = new TreeMap<String, Object>();
            described.put("description", field.meaning());
            described.put("allOf", List.of(of(field.shape())));
            properties.put(field.name(), described);
        }
        var schema = type("object");
        schema.put("properties", properties);
        schema.put(
                "required",
                group.fields().stream()
                        .filter(Shape.Field::required)
                        .map(Shape.Field::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    private static Map<String, Object> type(String name) {
        var schema = new TreeMap<String, Object>();
        schema.put("type", name);
        return schema;
    }

    private static Map<String, Object> pattern(String pattern) {
        var schema = type("string");
        schema.put("pattern", "^(?:" + pattern + ")$");
        return schema;
    }
}
