package org.concordat.cli.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.concordat.cli.agreements.FileTemplate;
import org.concordat.policy.decide.RequestShapes;
import org.concordat.policy.reading.Shape.Group;

/** A request to fill in, for each of the grounds on which one can rest. */
final class RequestTemplate {

    private static final Set<String> OF_SOME_GROUNDS = Set.of("schedule", "law", "exemption", "serious-harm");

    private RequestTemplate() {}

    /** @param ground one of {@link RequestShapes#GROUNDS} */
    static List<String> of(String ground) {
        Set<String> own = switch (ground) {
            case "agreement" -> Set.of("schedule");
            case "single-disclosure" -> Set.of("law", "exemption");
            case "reuse" -> Set.of("law");
            case "serious-harm" -> Set.of("serious-harm");
            default -> throw new IllegalArgumentException("ground is one of " + RequestShapes.GROUNDS);
        };
        Group shape = Objects.requireNonNull(RequestShapes.KINDS.get("request"));
        var lines = new ArrayList<String>();
        lines.add("# " + about(ground));
        lines.add("# Fill in each line that ends in a colon or in []. Put text that holds a colon or a # in quotes.");
        lines.add("# What is optional stands behind a #: take that away, or leave the line as it is.");
        lines.addAll(FileTemplate.of(
                shape,
                field -> own.contains(field.name()) || !OF_SOME_GROUNDS.contains(field.name()),
                field -> own.contains(field.name()) && !field.name().equals("schedule")));
        lines.replaceAll(line -> line.equals("rests-on:") ? "rests-on: " + ground : line);
        return List.copyOf(lines);
    }

    private static String about(String ground) {
        return switch (ground) {
            case "agreement" -> "A request to share under a signed agreement. Ids are those of the folder's files.";
            case "single-disclosure" ->
                "A request to disclose once, about one named person, without an agreement, on its own lawful basis.";
            case "reuse" -> "A request to use data within one organisation for something they were not collected for.";
            case "serious-harm" ->
                "A request to disclose what prevents serious harm to a person. It is reviewed afterwards, never delayed.";
            default -> throw new IllegalArgumentException("ground is one of " + RequestShapes.GROUNDS);
        };
    }
}
