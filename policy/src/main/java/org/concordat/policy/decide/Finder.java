package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.agreements.Team;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Request.Ground;

/** Finds what a request names, and the schedule that covers it. What is not found never shares. */
final class Finder {

    /** What came of it. */
    sealed interface Search permits Found, NotFound, Ambiguous {}

    record Found(Situation situation) implements Search {}

    record NotFound(String text, String change) implements Search {}

    record Ambiguous(String text) implements Search {}

    private Finder() {}

    static Search find(Request request, Facts facts) {
        AgreementFolder folder = facts.folder();
        Optional<Situation.Body> sender = body(folder, request.sender());
        Optional<Situation.Body> recipient = body(folder, request.recipient());
        if (sender.isEmpty() || recipient.isEmpty()) {
            return sender.isEmpty()
                    ? unknown("sender", request.sender().toString())
                    : unknown("recipient", request.recipient().toString());
        }
        Dataset dataset = folder.datasets().get(request.dataset());
        if (dataset == null || !dataset.holder().equals(request.sender().organisation())) {
            return dataset == null
                    ? unknown("dataset", request.dataset())
                    : new NotFound(
                            "The sender does not hold the dataset.", "Ask its holder, '" + dataset.holder() + "'.");
        }
        Purpose purpose = folder.purposes().get(request.purpose());
        if (purpose == null) {
            return unknown("purpose", request.purpose());
        }
        if (!folder.roles().containsKey(request.role())) {
            return unknown("role", request.role());
        }
        List<DatasetField> fields = new ArrayList<>();
        for (String id : new TreeSet<>(request.fields())) {
            DatasetField field = dataset.fields().get(id);
            if (field == null) {
                return unknown("field", id);
            }
            fields.add(field);
        }
        if (fields.isEmpty()) {
            return new NotFound("No field is asked for.", "Name the fields that are needed.");
        }
        return under(request, facts, sender.get(), recipient.get(), dataset, List.copyOf(fields), purpose);
    }

    private static Search under(
            Request request,
            Facts facts,
            Situation.Body sender,
            Situation.Body recipient,
            Dataset dataset,
            List<DatasetField> fields,
            Purpose purpose) {
        boolean same = sender.id().equals(recipient.id());
        switch (request.ground()) {
            case Ground.UnderAgreement agreement -> {
                List<Agreement> schedules = schedules(request, facts.folder(), agreement.schedule());
                if (schedules.isEmpty()) {
                    return new NotFound(
                            "No schedule covers this dataset, recipient and purpose.",
                            "The parties would have to agree one; or, for one person, make a single disclosure on its own basis.");
                }
                if (schedules.size() > 1) {
                    return new Ambiguous("More than one schedule covers it: "
                            + String.join(
                                    ", ", schedules.stream().map(Agreement::id).toList()) + ".");
                }
                return new Found(new Situation(
                        request,
                        facts,
                        sender,
                        recipient,
                        dataset,
                        fields,
                        purpose,
                        Optional.of(schedules.getFirst())));
            }
            case Ground.Reuse ignored -> {
                if (!same) {
                    return new NotFound(
                            "Reuse is within one controller, and sender and recipient are two.",
                            "Share under an agreement.");
                }
            }
            case Ground.Single ignored -> {
                if (same) {
                    return new NotFound("A single disclosure goes to another organisation.", "Ask for reuse.");
                }
            }
            case Ground.SeriousHarm ignored -> {}
        }
        return new Found(new Situation(request, facts, sender, recipient, dataset, fields, purpose, Optional.empty()));
    }

    /** The named schedule, or those that hold on the day and cover dataset, recipient and purpose; failing these, any that do. */
    private static List<Agreement> schedules(Request request, AgreementFolder folder, Optional<String> named) {
        if (named.isPresent()) {
            return Optional.ofNullable(folder.agreements().get(named.get())).stream()
                    .filter(agreement -> agreement.terms().isPresent())
                    .toList();
        }
        List<Agreement> covering =
                folder.schedulesCovering(request.dataset(), request.recipient().organisation()).stream()
                        .filter(agreement -> agreement
                                .terms()
                                .filter(terms -> covers(agreement, terms, request))
                                .isPresent())
                        .toList();
        List<Agreement> current = covering.stream()
                .filter(agreement -> agreement.holdsOn(request.on()))
                .toList();
        return current.isEmpty() ? covering.stream().limit(1).toList() : current;
    }

    private static boolean covers(Agreement agreement, Terms terms, Request request) {
        return !terms.fieldsOf(request.dataset()).isEmpty()
                && (agreement.purposes().contains(request.purpose())
                        || terms.furtherPurposes().contains(request.purpose()));
    }

    /** An organisation, or one of its teams, as what it acts. */
    private static Optional<Situation.Body> body(AgreementFolder folder, Request.Side side) {
        Organisation organisation = folder.organisations().get(side.organisation());
        if (organisation == null) {
            return Optional.empty();
        }
        if (side.team().isEmpty()) {
            return Optional.of(new Situation.Body(organisation, organisation.kinds()));
        }
        Team team = folder.teams().get(side.team().get());
        return team == null || !team.organisation().equals(organisation.id())
                ? Optional.empty()
                : Optional.of(new Situation.Body(organisation, team.kinds()));
    }

    private static NotFound unknown(String what, String id) {
        return new NotFound(
                "The folder describes no " + what + " '" + id + "'.",
                "Correct the request, or add a file that describes the " + what + ".");
    }
}
