package org.concordat.benchmarks.policy;

import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.AuthorizationResponse;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.policy.Policy;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.PrimBool;
import com.cedarpolicy.value.PrimLong;
import com.cedarpolicy.value.PrimString;
import com.cedarpolicy.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Word;

/**
 * A folder's schedules as Cedar policies, and questions as Cedar requests.
 *
 * <p>Each schedule is a policy that permits: between whom, which dataset and fields, purpose, form, role, first and last day
 * of all tiers, what its row of the law pack asks of bodies and purposes, and which facts must be as wanted. Each restriction
 * of the law pack is a policy that forbids. Signatures are looked at when the policies are written, not at each request, as a
 * user of Cedar would. The policies are parsed once and kept inside the engine ({@code PolicySet.cache}), which is the fastest
 * way that the binding has; each request carries the four entities that it is about.
 */
final class CedarPolicies {

    private static final EntityTypeName ORGANISATION = type("Organisation");
    private static final EntityTypeName DATASET = type("Dataset");
    private static final EntityTypeName PURPOSE = type("Purpose");
    private static final EntityUID SHARE = type("Action").of("share");

    private final AgreementFolder folder;
    private final LawPack law;
    private final PolicySet policies;
    private final BasicAuthorizationEngine engine = new BasicAuthorizationEngine();

    CedarPolicies(AgreementFolder folder, LawPack law) {
        this.folder = folder;
        this.law = law;
        var all = new LinkedHashSet<Policy>();
        law.restrictions().forEach(row -> all.add(new Policy(forbid(row), "restriction-" + row.id())));
        for (Agreement schedule : folder.agreements().values()) {
            schedule.terms().ifPresent(terms -> all.add(new Policy(permit(schedule, terms), schedule.id())));
        }
        this.policies = new PolicySet(all);
        try {
            policies.cache();
        } catch (CacheException unusable) {
            throw new IllegalStateException("Cedar does not take the policies.", unusable);
        }
    }

    /** A request to Cedar with the entities that it names, made ready before it is timed. */
    record Asked(AuthorizationRequest request, Set<Entity> entities) {}

    /** Whether Cedar allows it. */
    boolean allows(Asked asked) {
        try {
            AuthorizationResponse response = engine.isAuthorized(asked.request(), policies, asked.entities());
            return response.success
                    .orElseThrow(() -> new IllegalStateException("Cedar could not answer: " + response))
                    .isAllowed();
        } catch (AuthException broken) {
            throw new IllegalStateException("Cedar could not be asked.", broken);
        }
    }

    int size() {
        return policies.getNumPolicies();
    }

    Asked asked(Question question) {
        Request request = question.request();
        EntityUID sender = ORGANISATION.of(request.sender().organisation());
        EntityUID recipient = ORGANISATION.of(request.recipient().organisation());
        EntityUID dataset = DATASET.of(request.dataset());
        EntityUID purpose = PURPOSE.of(request.purpose());
        var asWanted = new ArrayList<String>();
        question.answers().forEach((fact, answer) -> {
            if (answer == fact.wanted()) {
                asWanted.add(fact.word());
            }
        });
        Map<String, Value> context = Map.of(
                "recipient", recipient,
                "purpose", purpose,
                "role", new PrimString(request.role()),
                "form", new PrimString(request.form().word()),
                "fields", strings(request.fields()),
                "on", new PrimLong(request.on().toEpochDay()),
                "facts", strings(asWanted),
                "child", new PrimBool(question.answers().get(FactName.PERSON_IS_CHILD) == Answer.YES),
                "identifyingAgain", new PrimBool(request.identifyingAgain()));
        var entities = new LinkedHashSet<Entity>();
        entities.add(entity(sender, request.sender().organisation()));
        if (!recipient.equals(sender)) {
            entities.add(entity(recipient, request.recipient().organisation()));
        }
        Dataset described = known(folder.datasets(), request.dataset());
        entities.add(new Entity(
                dataset,
                Map.of(
                        "origin", new PrimString(described.origin().word()),
                        "receivedUnder",
                                new PrimString(described.receivedUnder().orElse(""))),
                Set.of()));
        Purpose meant = known(folder.purposes(), request.purpose());
        entities.add(new Entity(purpose, Map.of("kinds", strings(words(meant.kinds()))), Set.of()));
        return new Asked(new AuthorizationRequest(sender, SHARE, dataset, context), entities);
    }

    private Entity entity(EntityUID name, String organisation) {
        Organisation described = known(folder.organisations(), organisation);
        return new Entity(
                name,
                Map.of("kinds", strings(words(described.kinds())), "listedIn", strings(described.listedIn())),
                Set.of());
    }

    private String permit(Agreement schedule, Terms terms) {
        Terms.PowerOf power = terms.powers().getFirst();
        Terms.Recipient recipient = terms.recipients().getFirst();
        Terms.Item item = terms.items().getFirst();
        List<Agreement> tiers = folder.upwards(schedule);
        long first =
                tiers.stream().mapToLong(tier -> tier.from().toEpochDay()).max().orElseThrow();
        long last = tiers.stream()
                .mapToLong(tier -> tier.lastDay().toEpochDay())
                .min()
                .orElseThrow();
        Set<String> purposes = new TreeSet<>(schedule.purposes());
        purposes.addAll(terms.furtherPurposes());
        List<String> conditions = new ArrayList<>(List.of(
                "context.recipient == Organisation::" + quoted(recipient.organisation()),
                "context.on >= " + first,
                "context.on <= " + last,
                set(recipient.roles()) + ".contains(context.role)",
                set(words(schedule.forms())) + ".contains(context.form)",
                purposes.stream().map(id -> "Purpose::" + quoted(id)).collect(Collectors.joining(", ", "[", "]"))
                        + ".contains(context.purpose)",
                set(item.fields()) + ".containsAll(context.fields)"));
        conditions.addAll(gateway(law.row(power.row()).orElseThrow()));
        conditions.addAll(facts(schedule, item, recipient));
        return "permit (principal == Organisation::" + quoted(power.organisation())
                + ", action == Action::\"share\", resource == Dataset::" + quoted(item.dataset())
                + ")\nwhen {\n  " + String.join(" &&\n  ", conditions) + "\n};";
    }

    private static List<String> gateway(LawRow row) {
        var conditions = new ArrayList<String>();
        String onward = bodies(row.from(), "principal", row) + " && " + bodies(row.to(), "context.recipient", row);
        String back = bodies(row.to(), "principal", row) + " && " + bodies(row.from(), "context.recipient", row);
        conditions.add(row.mutual() ? "((" + onward + ") || (" + back + "))" : onward);
        if (!row.purposes().any()) {
            conditions.add("context.purpose.kinds.containsAny("
                    + set(words(row.purposes().kinds())) + ")");
        }
        if (!row.reach().origins().isEmpty()) {
            conditions.add(set(words(row.reach().origins())) + ".contains(resource.origin)");
        }
        return conditions;
    }

    private static String bodies(LawRow.Bodies bodies, String who, LawRow row) {
        if (bodies.anyone()) {
            return "true";
        }
        String kinds = who + ".kinds.containsAny(" + set(words(bodies.kinds())) + ")";
        return bodies.listed() ? "(" + kinds + " || " + who + ".listedIn.contains(" + quoted(row.id()) + "))" : kinds;
    }

    /** What must be known, which the decider itself tells of a request for all that the schedule covers. */
    private List<String> facts(Agreement schedule, Terms.Item item, Terms.Recipient recipient) {
        var answers = new HashMap<FactName, Answer>();
        for (FactName fact : FactName.values()) {
            answers.put(fact, fact.wanted());
        }
        var everything = new Request(
                Request.Side.of(known(folder.datasets(), item.dataset()).holder()),
                Request.Side.of(recipient.organisation()),
                recipient.roles().iterator().next(),
                item.dataset(),
                item.fields(),
                schedule.purposes().iterator().next(),
                schedule.forms().iterator().next(),
                Request.Subjects.ONE,
                new Request.Ground.UnderAgreement(Optional.of(schedule.id())),
                false,
                false,
                MadeUpFolder.DAY);
        Decision decision = new Decider().decide(everything, new Facts(folder, law, answers));
        if (!(decision instanceof Decision.Permitted permitted)) {
            throw new IllegalStateException("Schedule " + schedule.id() + " permits nothing: " + decision);
        }
        var always = new TreeSet<>(words(permitted.relied()));
        var conditions = new ArrayList<String>();
        if (always.remove(FactName.ADDRESS_PROTECTED.word())) {
            conditions.add("(!context.fields.containsAny(" + set(places(item)) + ") || "
                    + fact(FactName.ADDRESS_PROTECTED) + ")");
        }
        if (always.remove(FactName.PERSON_IS_CHILD.word())) {
            conditions.add("(" + fact(FactName.PERSON_IS_CHILD) + " || (context.child && "
                    + fact(FactName.CHILD_CONSENT_COMPETENT) + "))");
        }
        conditions.add("context.facts.containsAll(" + set(always) + ")");
        return conditions;
    }

    private Set<String> places(Terms.Item item) {
        return known(folder.datasets(), item.dataset()).fields().values().stream()
                .filter(field -> field.fieldClass() == FieldClass.LOCATOR)
                .map(Dataset.DatasetField::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String fact(FactName fact) {
        return "context.facts.contains(" + quoted(fact.word()) + ")";
    }

    private static String forbid(LawRow row) {
        LawRow.Restricts restricts = row.restricts().orElseThrow();
        String hits = set(words(restricts.origins())) + ".contains(resource.origin) || "
                + set(restricts.receivedUnder()) + ".contains(resource.receivedUnder)"
                + (restricts.identifyingAgain() ? " || context.identifyingAgain" : "");
        String passes = set(words(restricts.unlessPurposes())) + ".containsAll(context.purpose.kinds) || "
                + set(words(restricts.unlessForms())) + ".contains(context.form)"
                + (restricts.unlessFacts().isEmpty()
                        ? ""
                        : " || context.facts.containsAll(" + set(words(restricts.unlessFacts())) + ")");
        return "forbid (principal, action == Action::\"share\", resource)\nwhen { " + hits + " }\nunless { " + passes
                + " };";
    }

    private static <T> T known(Map<String, T> map, String id) {
        T value = map.get(id);
        if (value == null) {
            throw new IllegalStateException("The folder does not describe '" + id + "'.");
        }
        return value;
    }

    private static List<String> words(Collection<? extends Word> words) {
        return words.stream().map(Word::word).sorted().toList();
    }

    private static String set(Collection<String> texts) {
        return texts.stream().sorted().map(CedarPolicies::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Ids and words hold nothing that would have to be escaped. */
    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static CedarList strings(Collection<String> texts) {
        return new CedarList(texts.stream()
                .sorted()
                .map(text -> (Value) new PrimString(text))
                .collect(Collectors.toCollection(ArrayList::new)));
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow(() -> new IllegalStateException("Not a type's name: " + name));
    }
}
