package org.concordat.server.requests;

import java.util.List;
import java.util.Optional;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.questions.Flow;
import org.concordat.policy.questions.Flows;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds what an organisation may already have under agreements in force, so that nobody asks for what is there. */
@Component
@Transactional(readOnly = true)
public class AlreadyAgreed {

    private final Outlines outlines;

    AlreadyAgreed(Outlines outlines) {
        this.outlines = outlines;
    }

    /**
     * Something that was agreed.
     *
     * @param schedule its code
     * @param title of the schedule
     * @param fields that it covers, by id
     * @param form in which they leave
     * @param now whether it may be shared today with every fact as wanted; else something is wanting that can be supplied
     * @param wanting what, in plain English
     * @param isTables whether only tables leave, which need no request about people
     */
    public record Agreed(
            String schedule,
            String title,
            String sender,
            String dataset,
            List<String> fields,
            SharingForm form,
            boolean now,
            List<String> wanting,
            boolean isTables) {
        public Agreed {
            fields = List.copyOf(fields);
            wanting = List.copyOf(wanting);
        }
    }

    /** What the organisation may have of these datasets, whatever it is for: what may be had now comes first. */
    public List<Agreed> of(String recipient, List<String> datasets) {
        Optional<AgreementFolder> folder = outlines.folder();
        if (folder.isEmpty()) {
            return List.of();
        }
        return datasets.stream()
                .flatMap(dataset ->
                        Flows.of(folder.get(), outlines.law(), outlines.today(), dataset, recipient).list().stream())
                .filter(flow -> !flow.not())
                .map(flow -> agreed(flow, folder.get()))
                .distinct()
                .sorted(java.util.Comparator.comparing((Agreed each) -> !each.now())
                        .thenComparing(Agreed::schedule))
                .toList();
    }

    /** What one organisation may have of another for a purpose and in a form, out of datasets collected under one regime. */
    public List<Agreed> between(String sender, String recipient, PurposeKind purpose, Origin origin, SharingForm form) {
        Optional<AgreementFolder> folder = outlines.folder();
        if (folder.isEmpty()) {
            return List.of();
        }
        return folder.get().datasets().values().stream()
                .filter(dataset -> dataset.holder().equals(sender) && dataset.origin() == origin)
                .flatMap(dataset ->
                        Flows.of(folder.get(), outlines.law(), outlines.today(), dataset.id(), recipient)
                                .list()
                                .stream())
                .filter(flow -> !flow.not() && flow.route().form() == form)
                .filter(flow -> Optional.ofNullable(
                                folder.get().purposes().get(flow.route().purpose()))
                        .filter(each -> each.kinds().contains(purpose))
                        .isPresent())
                .map(flow -> agreed(flow, folder.get()))
                .distinct()
                .toList();
    }

    private static Agreed agreed(Flow flow, AgreementFolder folder) {
        String schedule = flow.route().schedule();
        var document = folder.agreements().get(schedule);
        List<String> wanting = switch (flow.answer()) {
            case org.concordat.policy.questions.FlowAnswer.Almost almost ->
                almost.missing().stream()
                        .map(org.concordat.policy.questions.Missing::sentence)
                        .toList();
            case org.concordat.policy.questions.FlowAnswer.May _, org.concordat.policy.questions.FlowAnswer.Not _ ->
                List.of();
        };
        return new Agreed(
                schedule,
                document == null ? schedule : document.title(),
                flow.route().sender().organisation(),
                flow.route().dataset(),
                List.copyOf(flow.fields()),
                flow.route().form(),
                flow.may(),
                wanting,
                flow.route().form() == SharingForm.AGGREGATED);
    }
}
