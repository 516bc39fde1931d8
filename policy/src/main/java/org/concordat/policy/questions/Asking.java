package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.SharingForm;

/**
 * Asks the decider about routes in one world on one day, with every fact as wanted: first in the same world begun, signed by
 * all parties and verified throughout, since what is refused there no signature helps; then in the world as it is. What only
 * the former lets pass is almost there.
 */
final class Asking {

    static final Map<FactName, Answer> AS_WANTED = asWanted();

    private final AgreementFolder folder;
    private final LocalDate day;
    private final Facts asItIs;
    private final Facts signed;
    private final Facts supplied;
    private final Decider decider = new Decider();
    private final Map<String, List<String>> cautions = new HashMap<>();
    private final Map<Asked, List<Flow>> known = new HashMap<>();

    private record Asked(Route route, Set<String> fields) {}

    Asking(World world, LocalDate day) {
        this.folder = world.folder();
        this.day = day;
        this.asItIs = facts(world);
        this.signed = facts(world.signedByAll());
        this.supplied = facts(world.signedByAll().verifiedThroughout());
    }

    /** What the decider says of these fields along the route, in as few flows as it takes to say it of each field. */
    List<Flow> flows(Route route, Set<String> fields) {
        return known.computeIfAbsent(new Asked(route, fields), none -> ask(route, fields));
    }

    private List<Flow> ask(Route route, Set<String> fields) {
        var answers = new LinkedHashMap<Part, Set<Subjects>>();
        for (Subjects subjects : subjects(route.form())) {
            for (Part part : parts(route, fields, subjects)) {
                answers.computeIfAbsent(part, none -> EnumSet.noneOf(Subjects.class))
                        .add(subjects);
            }
        }
        var flows = new ArrayList<Flow>();
        answers.forEach((part, subjects) ->
                flows.add(new Flow(route, part.fields(), subjects, part.answer(), cautions(route.schedule()))));
        return flows;
    }

    /** Fields that are answered together. */
    private record Part(Set<String> fields, FlowAnswer answer) {}

    /** A table is never about one person; what names people may be about one or many. */
    private static Set<Subjects> subjects(SharingForm form) {
        return form.namesPeople() ? EnumSet.allOf(Subjects.class) : EnumSet.of(Subjects.MANY);
    }

    private List<Part> parts(Route route, Set<String> fields, Subjects subjects) {
        FlowAnswer together = answer(route, fields, subjects);
        if (together instanceof FlowAnswer.May || fields.size() == 1) {
            return List.of(new Part(fields, together));
        }
        var byWord = new LinkedHashMap<String, Set<String>>();
        for (Set<String> alike : alike(route.dataset(), fields)) {
            byWord.computeIfAbsent(answer(route, alike, subjects).word(), none -> new TreeSet<>())
                    .addAll(alike);
        }
        if (byWord.size() == 1) {
            return byWord.containsKey(together.word())
                    ? List.of(new Part(fields, together))
                    : oneByOne(route, fields, subjects);
        }
        var parts = new ArrayList<Part>();
        byWord.forEach((word, some) -> {
            FlowAnswer answer = answer(route, some, subjects);
            if (answer.word().equals(word)) {
                parts.add(new Part(some, answer));
            } else {
                parts.addAll(oneByOne(route, some, subjects));
            }
        });
        return parts;
    }

    /** For fields that are answered differently together and apart. */
    private List<Part> oneByOne(Route route, Set<String> fields, Subjects subjects) {
        return fields.stream()
                .map(field -> new Part(Set.of(field), answer(route, Set.of(field), subjects)))
                .toList();
    }

    /** Fields that tell the same kind of thing: a proposal only, since each group is then asked about as a whole. */
    private List<Set<String>> alike(String dataset, Set<String> fields) {
        var groups = new LinkedHashMap<DatasetField, Set<String>>();
        List<DatasetField> known = Stream.ofNullable(folder.datasets().get(dataset))
                .flatMap(each -> each.fields().values().stream())
                .filter(field -> fields.contains(field.id()))
                .toList();
        for (DatasetField field : known) {
            var kind = new DatasetField(
                    "",
                    field.fieldClass(),
                    field.authorship(),
                    field.sensitivities(),
                    field.detail(),
                    Optional.empty());
            groups.computeIfAbsent(kind, none -> new TreeSet<>()).add(field.id());
        }
        return List.copyOf(groups.values());
    }

    private FlowAnswer answer(Route route, Set<String> fields, Subjects subjects) {
        LocalDate begun = Shortfalls.begun(folder, route, day);
        Decision once = decider.decide(Flow.request(route, fields, subjects, begun), supplied);
        if (once instanceof Decision.Refused refused) {
            return not(refused);
        }
        Decision now = decider.decide(Flow.request(route, fields, subjects, day), asItIs);
        if (now instanceof Decision.Permitted permitted) {
            return new FlowAnswer.May(asked(permitted));
        }
        var missing = new ArrayList<Missing>(Shortfalls.of(folder, route, day));
        if (decider.decide(Flow.request(route, fields, subjects, begun), signed) instanceof Decision.NeedsFacts open) {
            open.needs().stream().map(Shortfalls::of).distinct().forEach(missing::add);
        }
        if (missing.isEmpty() && now instanceof Decision.Refused refused) {
            // What nobody can name is not almost there.
            return not(refused);
        }
        return new FlowAnswer.Almost(
                missing, once instanceof Decision.Permitted permitted ? asked(permitted) : FlowAnswer.Asked.NOTHING);
    }

    private static FlowAnswer.Asked asked(Decision.Permitted permitted) {
        var all = EnumSet.noneOf(FactName.class);
        all.addAll(permitted.relied());
        all.addAll(permitted.filter());
        var person = EnumSet.copyOf(all);
        person.removeIf(fact -> !Facts.isAboutThePerson(fact));
        return new FlowAnswer.Asked(all, person);
    }

    private static FlowAnswer not(Decision.Refused refused) {
        return new FlowAnswer.Not(
                refused.rules(),
                refused.reasons().stream()
                        .filter(reason -> reason.outcome() == Decision.Outcome.REFUSES)
                        .map(Decision.Reason::text)
                        .toList(),
                refused.changes());
    }

    private List<String> cautions(String schedule) {
        return cautions.computeIfAbsent(schedule, id -> Shortfalls.cautions(folder, id, day));
    }

    private static Facts facts(World world) {
        return new Facts(world.folder(), world.law(), AS_WANTED);
    }

    private static Map<FactName, Answer> asWanted() {
        var answers = new EnumMap<FactName, Answer>(FactName.class);
        for (FactName fact : FactName.values()) {
            answers.put(fact, fact.wanted());
        }
        return Collections.unmodifiableMap(answers);
    }
}
