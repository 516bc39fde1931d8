package org.concordat.server.demo.lessons;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Answer;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.SharingForm;
import org.concordat.server.agreements.Agreements;
import org.concordat.server.decisions.Decisions;
import org.concordat.server.decisions.Disclosure;
import org.concordat.server.decisions.Question;
import org.concordat.server.decisions.SingleDisclosures;
import org.concordat.server.decisions.facts.SubjectReference;
import org.concordat.server.demo.PlaybookFiles;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.foundation.acting.Actor;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.parties.Assignment;
import org.concordat.server.parties.Persons;
import org.concordat.server.requests.Assessor;
import org.concordat.server.requests.BenefitAndRisk;
import org.concordat.server.requests.DataRequest;
import org.concordat.server.requests.Impact;
import org.concordat.server.requests.ImpactState;
import org.concordat.server.requests.Impacts;
import org.concordat.server.requests.Need;
import org.concordat.server.requests.RequestStep;
import org.concordat.server.requests.Requests;
import org.springframework.stereotype.Component;

/**
 * Makes ready what a lesson needs, each step done by whoever of the town would do it: a request to decide, a disclosure to sign off.
 */
@Component
@OnlyInPractice
final class Preparing {

    private static final String COUNCIL = "council";
    private static final String POLICE = "police";
    private static final String HANNAH = "hannah.frost@council.example";
    private static final String OWEN = "owen.price@council.example";
    private static final String TOMASZ = "tomasz.lis@council.example";
    private static final String JOAN = "joan.pritchard@council.example";
    private static final String IRIS = "councillor.iris.webb@council.example";
    private static final String ELLIS = "ellis.grant@police.example";

    /** Facts that an officer of the council finds out before a single disclosure. */
    private static final Map<FactName, Answer> FOUND_OUT = Map.of(
            FactName.ROLE_HELD, Answer.YES,
            FactName.TRAINING_CURRENT, Answer.YES,
            FactName.NECESSARY_AND_PROPORTIONATE, Answer.YES,
            FactName.EXEMPTION_TESTED, Answer.YES,
            FactName.PERSON_OBJECTS, Answer.NO,
            FactName.ADDRESS_PROTECTED, Answer.NO,
            FactName.PERSON_DECEASED, Answer.NO);

    /** The law on which an enquiry of the police rests. */
    private static final Request.Law ENQUIRY = new Request.Law(
            "localism-2011-s1",
            LawfulBasis.PUBLIC_TASK,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            false,
            ConfidenceRoute.NOT_CONFIDENTIAL,
            Optional.of("dpa-2018-sch2-2"),
            Optional.empty());

    private final Persons persons;
    private final Requests requests;
    private final Impacts impacts;
    private final BenefitAndRisk benefits;
    private final Decisions decisions;
    private final SingleDisclosures disclosures;
    private final Agreements agreements;
    private final Clock clock;

    /** Numbers the schedules that were made for lessons since the start; codes taken before are passed over. */
    private final AtomicLong schedules = new AtomicLong();

    Preparing(
            Persons persons,
            Requests requests,
            Impacts impacts,
            BenefitAndRisk benefits,
            Decisions decisions,
            SingleDisclosures disclosures,
            Agreements agreements,
            Clock clock) {
        this.persons = persons;
        this.requests = requests;
        this.impacts = impacts;
        this.benefits = benefits;
        this.decisions = decisions;
        this.disclosures = disclosures;
        this.agreements = agreements;
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @return its code or id, as addresses and events have it
     */
    String make(Thing thing) {
        return switch (thing) {
            case REQUEST_TO_ASSESS -> handedIn().code();
            case REQUEST_TO_DECIDE -> passedOn().code();
            case IMPACT_TO_JUDGE -> withImpact().code();
            case REQUEST_TO_SCORE -> toScore().code();
            case EMERGENCY_TO_REVIEW -> emergency().toString();
            case DISCLOSURE_TO_TEST -> received().toString();
            case DISCLOSURE_TO_SIGN_OFF -> tested().toString();
            case DECISION_TO_ANSWER -> undecided().toString();
            case SCHEDULE_TO_SIGN, SCHEDULE_TO_DECLINE -> schedule();
        };
    }

    private DataRequest handedIn() {
        return as(HANNAH, Role.PRACTITIONER, () -> {
            DataRequest made = requests.make(
                    need(
                            "Fire safety visits to homes that stand empty",
                            "empty-homes-work",
                            "That the fire service and we visit homes together that stand empty and where it has burnt.",
                            "Owners of homes that seem to be empty",
                            "fire-calls",
                            List.of("address", "calls"),
                            "Fewer fires in empty homes, and homes that are lived in again."),
                    "fire");
            requests.move(made.code(), RequestStep.SUBMIT, "", made.version());
            return requests.get(made.code());
        });
    }

    private DataRequest passedOn() {
        return as(ELLIS, Role.INFORMATION_SHARING_OFFICER, () -> {
            DataRequest made = requests.make(
                    need(
                            "Which homes seem to be empty",
                            "crime-enquiry",
                            "That officers know which homes in Harbour ward stand empty, since some are broken into.",
                            "Owners and neighbours of homes that seem to be empty",
                            "bin-collections",
                            List.of("address", "last-emptied"),
                            "Break-ins are noticed within days."),
                    COUNCIL);
            for (RequestStep step : List.of(RequestStep.SUBMIT, RequestStep.ASSESS, RequestStep.PASS_ON)) {
                requests.move(made.code(), step, "", requests.get(made.code()).version());
            }
            return requests.get(made.code());
        });
    }

    private DataRequest withImpact() {
        DataRequest request = handedIn();
        as(HANNAH, Role.PRACTITIONER, () -> {
            impacts.write(new Impact(
                    request.code(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    Set.of(),
                    "No sign of high risk: addresses of homes and a count of calls, seen by two officers.",
                    "The fire service sends a list once in a quarter; we compare it with homes billed as empty.",
                    "Only the fire service knows where it has burnt. Names are not needed for a visit.",
                    "We asked the tenants’ forum, which wanted to know who sees the list.",
                    ImpactState.BEING_WRITTEN,
                    "",
                    Optional.empty(),
                    "",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    0));
            impacts.put(
                    request.code(),
                    new Impact.Risk(
                            UUID.randomUUID(),
                            "The list is left on a desk",
                            "Somebody learns which homes stand empty and breaks in.",
                            2,
                            2,
                            "The list stays on the officers’ tablets and is deleted after the visit.",
                            Optional.of(new Impact.Weight(1, 2))));
            return true;
        });
        return request;
    }

    private DataRequest toScore() {
        DataRequest request = handedIn();
        UUID member = assignment(IRIS, Role.ELECTED_MEMBER).person();
        as(TOMASZ, Role.INFORMATION_SHARING_OFFICER, () -> {
            benefits.invite(request.code(), member, Assessor.Kind.LAY, today().plusDays(14));
            return true;
        });
        return request;
    }

    private UUID emergency() {
        return as(
                OWEN,
                Role.PRACTITIONER,
                () -> decisions
                        .decide(Question.of(
                                tenancy(new Ground.SeriousHarm(
                                        true, "Said on the telephone that they would not live to see the evening.")),
                                Optional.of(new SubjectReference("T-2077"))))
                        .id());
    }

    private UUID received() {
        return as(
                TOMASZ,
                Role.INFORMATION_SHARING_OFFICER,
                () -> disclosures.receive(new SingleDisclosures.Received(
                        today(),
                        today().plusDays(14),
                        new Disclosure.Asking(
                                "Detective constable 4711, Tideford police station",
                                "CR-118",
                                "T-1042",
                                "A burglary is being looked into.",
                                "Who rents the flat, and since when?"),
                        tenancy(new Ground.Single(ENQUIRY)))));
    }

    private UUID tested() {
        UUID id = received();
        as(JOAN, Role.INFORMATION_GOVERNANCE_OFFICER, () -> {
            disclosures.test(
                    id,
                    disclosures.find(id).version(),
                    new SingleDisclosures.Tested(
                            FOUND_OUT, "The form and the warrant card were seen; tested for this case."));
            return true;
        });
        return id;
    }

    /** Nobody has said anything about it yet, so it waits for whoever can know. */
    private UUID undecided() {
        return as(
                TOMASZ,
                Role.INFORMATION_SHARING_OFFICER,
                () -> decisions
                        .decide(Question.of(
                                tenancy(new Ground.Single(ENQUIRY)), Optional.of(new SubjectReference("T-1042"))))
                        .id());
    }

    private Request tenancy(Ground ground) {
        return new Request(
                Request.Side.of(COUNCIL),
                Request.Side.of(POLICE),
                "investigator",
                "tenancy-records",
                Set.of("name", "address", "tenancy-start"),
                "crime-enquiry",
                SharingForm.IDENTIFIED,
                Request.Subjects.ONE,
                ground,
                false,
                false,
                today());
    }

    /** The schedule on empty homes, once more under another code, sent out by the council's officer. */
    private String schedule() {
        String text = new PlaybookFiles(today()).scheduleText("SC-C14");
        return as(TOMASZ, Role.INFORMATION_SHARING_OFFICER, () -> {
            String code;
            do {
                code = "SC-L%d".formatted(schedules.incrementAndGet());
            } while (agreements.find(code).isPresent());
            Agreements.Drafting drafting = agreements.draft(text.replaceFirst("(?m)^schedule: .*$", "schedule: " + code)
                    .replaceFirst("(?m)^title: .*$", "title: Empty homes, as the lesson " + code + " has it"));
            if (!(drafting instanceof Agreements.Drafting.Drafted(var draft))
                    || !(agreements.send(draft, false) instanceof Agreements.Sending.Sent)) {
                throw new IllegalStateException("the schedule for a lesson cannot be sent out");
            }
            return code;
        });
    }

    private static Need need(
            String title,
            String purpose,
            String aim,
            String people,
            String dataset,
            List<String> fields,
            String benefit) {
        return new Need(
                title,
                Optional.of(purpose),
                aim,
                people,
                "Harbour ward",
                List.of(dataset),
                fields.stream().map(field -> dataset + "/" + field).toList(),
                "",
                Optional.of(SharingForm.IDENTIFIED),
                benefit,
                "",
                OptionalInt.of(6),
                "We go from street to street and see less.",
                Optional.empty(),
                "Head of service");
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private <T> T as(String email, Role role, Supplier<T> work) {
        Assignment held = assignment(email, role);
        return Acting.as(
                new Actor.InRole(held.person(), held.id(), held.organisation(), held.team(), role, false), work);
    }

    private Assignment assignment(String email, Role role) {
        return Acting.asServer(
                "lessons",
                () -> persons.findByEmail(email)
                        .flatMap(person -> persons.roles(person.id()).stream()
                                .filter(held -> held.role() == role)
                                .findFirst())
                        .orElseThrow(() ->
                                new IllegalStateException("somebody of the town who makes lessons ready has gone")));
    }
}
