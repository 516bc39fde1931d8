package org.concordat.policy.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Dataset;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Purpose;
import org.concordat.policy.decide.Decider;
import org.concordat.policy.decide.Decision;
import org.concordat.policy.decide.Decision.Outcome;
import org.concordat.policy.decide.Facts;
import org.concordat.policy.decide.Request;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.decide.Request.Side;
import org.concordat.policy.decide.Request.Subjects;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.Verification;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.SharingForm;

/**
 * Which rows of the law pack could carry a share of which only the outline is known. Step 1 of the test and nothing else, with
 * every fact as wanted: <strong>it is no permission.</strong> Rows whose own words name such bodies and such a purpose are asked
 * of the decider one by one, by a single disclosure that names the row.
 *
 * @param carrying rows that cover it, those that count by themselves or by a verification first
 * @param against rows for such bodies and such a purpose that do not cover it, and why not
 * @param restriction what forbids it whatever the power, if anything does
 */
public record Powers(List<Power> carrying, List<Against> against, Optional<String> restriction) {

    private static final String ONE = "asked-about";

    public Powers {
        carrying = List.copyOf(carrying);
        against = List.copyOf(against);
    }

    /**
     * A row that covers it.
     *
     * @param counts whether it counts as it stands; otherwise an officer must first read it
     * @param conditions facts that must be as wanted at each share
     * @param general whether it is for any recipient or any purpose, and so says little
     */
    public record Power(LawRow row, boolean counts, Set<FactName> conditions, boolean general) {}

    /** A row that does not cover it, with the decider's reason. */
    public record Against(LawRow row, String reason) {}

    /**
     * The outline of a share.
     *
     * @param origin under which regime the data were collected
     * @param fields what the data tell, at least one
     */
    public record Outline(
            Organisation sender,
            Organisation recipient,
            Set<PurposeKind> purpose,
            Origin origin,
            List<DatasetField> fields,
            SharingForm form) {
        public Outline {
            purpose = Set.copyOf(purpose);
            fields = List.copyOf(fields);
            if (purpose.isEmpty() || fields.isEmpty()) {
                throw new IllegalArgumentException("purpose or fields is empty; allowed is at least one of each");
            }
        }
    }

    /** Of that outline, on that day. */
    public static Powers of(Outline outline, LawPack law, List<Verification> verifications, LocalDate day) {
        var facts = new Facts(folder(outline, verifications), law, Asking.AS_WANTED);
        var carrying = new ArrayList<Power>();
        var against = new ArrayList<Against>();
        Optional<String> restriction = Optional.empty();
        for (LawRow row : near(outline, law)) {
            Decision decision = new Decider().decide(request(outline, row, day), facts);
            restriction = restriction.or(() -> text(decision, Rule.RESTRICTED, Outcome.REFUSES));
            Optional<String> refused = text(decision, Rule.NO_GATEWAY, Outcome.REFUSES);
            refused.ifPresentOrElse(
                    reason -> against.add(new Against(row, reason)),
                    () -> carrying.add(new Power(
                            row,
                            text(decision, Rule.NO_GATEWAY, Outcome.HOLDS).isPresent(),
                            row.requires(),
                            row.to().anyone() || row.purposes().any())));
        }
        carrying.sort(java.util.Comparator.comparing((Power power) -> !power.counts())
                .thenComparing(Power::general)
                .thenComparing(power -> power.row().id()));
        return new Powers(carrying, against, restriction);
    }

    /** Rows whose own words name such bodies and such a purpose. */
    private static List<LawRow> near(Outline outline, LawPack law) {
        boolean same = outline.sender().id().equals(outline.recipient().id());
        return law.rows().values().stream()
                .filter(row -> row.kind().isGateway() && row.within() == same)
                .filter(row -> row.purposes().include(outline.purpose()))
                .filter(row ->
                        (includes(row.from(), outline.sender(), row) && includes(row.to(), outline.recipient(), row))
                                || (row.mutual()
                                        && includes(row.to(), outline.sender(), row)
                                        && includes(row.from(), outline.recipient(), row)))
                .toList();
    }

    private static boolean includes(LawRow.Bodies bodies, Organisation organisation, LawRow row) {
        return bodies.include(organisation.kinds(), organisation.listedIn().contains(row.id()));
    }

    private static Optional<String> text(Decision decision, Rule rule, Outcome outcome) {
        return decision.reasons().stream()
                .filter(reason -> reason.rule() == rule && reason.outcome() == outcome)
                .map(Decision.Reason::text)
                .findFirst();
    }

    private static Request request(Outline outline, LawRow row, LocalDate day) {
        boolean same = outline.sender().id().equals(outline.recipient().id());
        var named = new Request.Law(
                row.id(),
                LawfulBasis.PUBLIC_TASK,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                ConfidenceRoute.NOT_CONFIDENTIAL,
                Optional.empty());
        return new Request(
                Side.of(outline.sender().id()),
                Side.of(outline.recipient().id()),
                ONE,
                ONE,
                outline.fields().stream().map(DatasetField::id).collect(Collectors.toSet()),
                ONE,
                outline.form(),
                Subjects.MANY,
                same ? new Ground.Reuse(named) : new Ground.Single(named),
                false,
                false,
                day);
    }

    /** A folder of the two bodies, one dataset, one purpose and one role, and nothing agreed. */
    private static AgreementFolder folder(Outline outline, List<Verification> verifications) {
        var organisations = new LinkedHashMap<String, Organisation>();
        organisations.put(outline.sender().id(), outline.sender());
        organisations.put(outline.recipient().id(), outline.recipient());
        var fields = new LinkedHashMap<String, DatasetField>();
        outline.fields().forEach(field -> fields.put(field.id(), field));
        return new AgreementFolder(
                organisations,
                Map.of(),
                Map.of(ONE, ONE),
                Map.of(
                        ONE,
                        new Dataset(
                                ONE,
                                ONE,
                                outline.sender().id(),
                                outline.origin(),
                                Optional.empty(),
                                Set.of(ONE),
                                fields)),
                Map.of(ONE, new Purpose(ONE, ONE, outline.purpose())),
                Map.of(),
                List.of(),
                verifications,
                Map.of(),
                Map.of(),
                "",
                List.of());
    }
}
