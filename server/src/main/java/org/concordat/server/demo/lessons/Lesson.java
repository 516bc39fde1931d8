package org.concordat.server.demo.lessons;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.acting.Role;

/**
 * A lesson: what somebody in a role does in a quarter of an hour to learn their part.
 *
 * @param role whose it is; its word is the lesson's too
 * @param email with which the learner signs in as somebody of the town
 * @param steps 4 to 8, each with a word of its own
 */
public record Lesson(Role role, String email, int minutes, List<Step> steps) {

    private static final Pattern PREPARED = Pattern.compile("\\{([a-z-]+)}");
    private static final int LEAST_STEPS = 4;
    private static final int MOST_STEPS = 8;

    public Lesson {
        steps = List.copyOf(steps);
        if (steps.size() < LEAST_STEPS || steps.size() > MOST_STEPS) {
            throw new IllegalArgumentException(
                    "a lesson has " + LEAST_STEPS + " to " + MOST_STEPS + " steps; given " + steps.size());
        }
        if (steps.stream().map(Step::word).distinct().count() < steps.size()) {
            throw new IllegalArgumentException("two steps of a lesson have one word");
        }
    }

    /** Its word in addresses and messages. */
    public String word() {
        return role.word();
    }

    /** Key of one of its texts. */
    public String key(String what) {
        return "lessons." + word() + "." + what;
    }

    /** Address of its page. */
    public String address() {
        return "/lessons/" + word();
    }

    /** The step of that word. */
    public Optional<Step> step(String step) {
        return steps.stream().filter(each -> each.word().equals(step)).findFirst();
    }

    /** What must be made ready for it. */
    Set<Thing> things() {
        return Stream.concat(
                        steps.stream()
                                .flatMap(step -> PREPARED.matcher(step.where()).results())
                                .map(found -> thing(found.group(1))),
                        steps.stream().flatMap(Lesson::doneTo))
                .collect(Collectors.toSet());
    }

    private static Stream<Thing> doneTo(Step step) {
        return switch (step) {
            case Step.Doing doing -> doing.on().stream();
            case Step.Reading _ -> Stream.empty();
        };
    }

    /** Address of the page of a step, with what was made ready. */
    static String address(Step step, Map<Thing, String> prepared) {
        return PREPARED.matcher(step.where())
                .replaceAll(found -> Objects.requireNonNull(
                        prepared.get(thing(found.group(1))), "what a step needs was made ready"));
    }

    private static Thing thing(String word) {
        return Word.of(Thing.class, word)
                .orElseThrow(() -> new IllegalStateException("no such thing is made ready: " + word));
    }
}
