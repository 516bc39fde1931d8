package org.concordat.policy.playbooks;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.words.Word;

/** Duties as expected.yaml spells them: {@code destroy-by (day 2026-08-30, certificate yes)}. */
final class Duties {

    private Duties() {}

    static Set<String> of(Decision.Permitted permitted) {
        return permitted.duties().stream().map(Duties::spelled).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String spelled(Duty duty) {
        var details = new ArrayList<String>();
        for (RecordComponent component : duty.getClass().getRecordComponents()) {
            // The limit of a gateway is the law pack's text, which the pack's own tests read.
            if (!component.getName().equals("limit")) {
                details.add(kebab(component.getName()) + " " + value(duty, component));
            }
        }
        String name = kebab(duty.getClass().getSimpleName());
        return details.isEmpty() ? name : name + " (" + String.join(", ", details) + ")";
    }

    private static String value(Duty duty, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return spelled(accessor.invoke(duty));
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String spelled(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? "yes" : "no";
            case Word word -> word.word();
            case Collection<?> several when several.isEmpty() -> "nobody";
            case Collection<?> several ->
                several.stream().map(Duties::spelled).sorted().collect(Collectors.joining(" and "));
            default -> value.toString();
        };
    }

    private static String kebab(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
