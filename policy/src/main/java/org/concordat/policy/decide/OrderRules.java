package org.concordat.policy.decide;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Dataset.DatasetField;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.agreements.Terms;
import org.concordat.policy.decide.Finding.DoesNotApply;
import org.concordat.policy.decide.Finding.Holds;
import org.concordat.policy.decide.Finding.Lacks;
import org.concordat.policy.decide.Finding.Missing;
import org.concordat.policy.decide.Finding.Refuses;
import org.concordat.policy.decide.Request.Ground;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Tier;

/** Before the four steps: is the request in order? */
final class OrderRules {

    private static final DoesNotApply NO_AGREEMENT = new DoesNotApply("It does not rest on an agreement.");

    /** The tiers that a schedule is and lies within. */
    private static final List<Tier> UPWARDS = List.of(Tier.SCHEDULE, Tier.AGREEMENT, Tier.PROTOCOL);

    private OrderRules() {}

    static Finding role(Situation situation) {
        return situation.require(FactName.ROLE_HELD, "The asker holds the role.");
    }

    static Finding training(Situation situation) {
        return situation.isSeriousHarm()
                ? new DoesNotApply("Lapsed training never blocks a disclosure that prevents serious harm.")
                : situation.require(FactName.TRAINING_CURRENT, "The asker's training is current.");
    }

    static Finding dates(Situation situation) {
        if (situation.schedule.isEmpty()) {
            return NO_AGREEMENT;
        }
        if (!situation.tiers.stream().map(Agreement::tier).toList().equals(UPWARDS)) {
            return new Refuses(
                    "'" + situation.schedule.get().id()
                            + "' does not lie within an agreement and a protocol that the folder describes.",
                    "Add the files of the tiers above it.");
        }
        for (Agreement tier : situation.tiers) {
            if (!tier.holdsOn(situation.on())) {
                boolean early = situation.on().isBefore(tier.from());
                return new Refuses(
                        "'" + tier.id() + "' " + (early ? "begins on " + tier.from() : "ended on " + tier.lastDay())
                                + ".",
                        early
                                ? "Wait until it begins."
                                : "Ask its steward to renew it, or share under another schedule.");
            }
        }
        return new Holds("'" + situation.schedule.get().id() + "' and what it lies within hold on that day.");
    }

    static Finding parties(Situation situation) {
        if (situation.schedule.isEmpty()) {
            return NO_AGREEMENT;
        }
        var missing = new ArrayList<Missing>();
        for (Agreement tier : situation.tiers) {
            for (Direction direction : Direction.values()) {
                String side = switch (direction) {
                    case SENDER -> situation.sender.id();
                    case RECEIVER -> situation.recipient.id();
                };
                Optional<Agreement.Party> party = situation.facts.folder().party(tier.id(), side);
                boolean belongs = party.filter(each -> each.belongsOn(situation.on()))
                        .filter(each -> each.actsAs().contains(direction))
                        .isPresent();
                if (!belongs) {
                    return new Refuses(
                            "'" + side + "' is no " + direction.word() + " under '" + tier.id() + "' on that day"
                                    + by(party) + ".",
                            "It would have to join '" + tier.id() + "'.");
                }
                Finding joined = joined(situation, tier, party.flatMap(Agreement.Party::accession));
                switch (joined) {
                    case Refuses refuses -> {
                        return refuses;
                    }
                    case Lacks lacks -> missing.addAll(lacks.missing());
                    case Holds ignored -> {}
                    case DoesNotApply ignored -> {}
                }
            }
        }
        return missing.isEmpty()
                ? new Holds("Sender and recipient are parties on that day.")
                : new Lacks(
                        "An accession that was signed with a typed name, or by a key that nobody has checked, does not count.",
                        missing.stream().distinct().toList());
    }

    private static String by(Optional<Agreement.Party> party) {
        return party.flatMap(Agreement.Party::accession)
                .map(accession -> ", by accession '" + accession + "'")
                .orElse("");
    }

    /** Whether the accession by which a side joined counts: all who must have signed it as it stands. */
    private static Finding joined(Situation situation, Agreement tier, Optional<String> by) {
        if (by.isEmpty()) {
            return new DoesNotApply("The document itself names it.");
        }
        Accession accession = situation.facts.folder().accessions().get(by.get());
        if (accession == null) {
            return new Refuses(
                    "The folder describes no accession '" + by.get() + "' to '" + tier.id() + "'.",
                    "Add a file that describes it.");
        }
        var missing = new ArrayList<Missing>();
        for (var unsigned :
                situation.facts.folder().unsigned(accession, situation.on()).entrySet()) {
            String signer = unsigned.getKey();
            String what =
                    "accession '" + accession.id() + "' of '" + accession.organisation() + "' to '" + tier.id() + "'";
            String fault = fault(unsigned.getValue(), what, signer, missing);
            if (!fault.isEmpty()) {
                return new Refuses(
                        "'" + signer + "' " + fault + ": " + what + ".",
                        "The signatory of '" + signer + "' would have to sign accession '" + accession.id()
                                + "' as it stands.");
            }
        }
        return missing.isEmpty()
                ? new Holds("Its accession counts.")
                : new Lacks("Its accession does not count yet.", missing);
    }

    static Finding signatures(Situation situation) {
        if (situation.schedule.isEmpty()) {
            return NO_AGREEMENT;
        }
        var missing = new ArrayList<Missing>();
        for (Agreement tier : situation.tiers) {
            for (String side : new TreeSet<>(List.of(situation.sender.id(), situation.recipient.id()))) {
                Signature.State state = situation.facts.folder().signatureState(tier.id(), side, situation.on());
                String fault = fault(state, "'" + tier.id() + "'", side, missing);
                if (!fault.isEmpty()) {
                    String by = by(situation.facts.folder().party(tier.id(), side));
                    return new Refuses(
                            "'" + side + "' " + fault + ": '" + tier.id() + "'"
                                    + (by.isEmpty() ? "" : ", which it joins" + by.substring(1)) + ".",
                            "The signatory of '" + side + "' would have to sign '" + tier.id() + "' as it stands.");
                }
            }
        }
        return missing.isEmpty()
                ? new Holds("Sender and recipient signed every tier.")
                : new Lacks("A typed name, or a signature by a key that nobody has checked, does not count.", missing);
    }

    /** What keeps a signature from counting for good; where it only waits for a check, that is added to what is missing. */
    private static String fault(Signature.State state, String what, String side, List<Missing> missing) {
        return switch (state) {
            case SIGNED -> "";
            case KEY_UNTRUSTED -> {
                missing.add(Missing.other(
                        "Does the key that signed " + what + " for '" + side + "' belong to its signatory?",
                        "'" + side + "', by reading out the key's fingerprint; then add it to the trusted keys"));
                yield "";
            }
            case TYPED_ONLY -> {
                missing.add(Missing.other(
                        "Is the name typed under " + what + " for '" + side
                                + "' that of a signatory who meant to sign?",
                        "the signatory of '" + side + "', by signing"));
                yield "";
            }
            case CHANGED_SINCE -> "signed a text that has changed since";
            case INVALID -> "has a signature that does not verify";
            case MISSING -> "had not signed by that day";
        };
    }

    static Finding agreed(Situation situation) {
        if (situation.schedule.isEmpty() || situation.terms.isEmpty()) {
            return NO_AGREEMENT;
        }
        Agreement schedule = situation.schedule.get();
        Terms terms = situation.terms.get();
        String id = "'" + schedule.id() + "'";
        Set<String> covered = terms.fieldsOf(situation.dataset.id());
        List<String> beyond = situation.fields.stream()
                .map(DatasetField::id)
                .filter(field -> !covered.contains(field))
                .toList();
        if (!beyond.isEmpty()) {
            return new Refuses(
                    id + " does not cover: " + String.join(", ", beyond) + ".",
                    covered.isEmpty()
                            ? "Have the schedule cover the dataset."
                            : "Leave them out; it covers: " + String.join(", ", new TreeSet<>(covered)) + ".");
        }
        boolean purpose = schedule.purposes().contains(situation.purpose.id())
                || terms.furtherPurposes().contains(situation.purpose.id());
        if (!purpose) {
            return new Refuses(
                    id + " is not for '" + situation.purpose.id() + "'.",
                    "It is for: " + String.join(", ", schedule.purposes()) + ".");
        }
        if (!schedule.forms().contains(situation.request.form())) {
            return new Refuses(
                    id + " does not allow the form '" + situation.request.form().word() + "'.",
                    "Share in a form that it allows, or have the parties change it.");
        }
        return new Holds(id + " covers the fields, purpose and form.");
    }

    static Finding recipient(Situation situation) {
        if (situation.terms.isEmpty()) {
            return NO_AGREEMENT;
        }
        boolean named = situation.terms.get().recipients().stream()
                .filter(each -> each.organisation().equals(situation.recipient.id()))
                .filter(each -> each.team().isEmpty()
                        || each.team().equals(situation.request.recipient().team()))
                .anyMatch(each -> each.roles().contains(situation.request.role()));
        return named
                ? new Holds("The schedule names the recipient and the role.")
                : new Refuses(
                        "The schedule does not let role '" + situation.request.role() + "' there receive it.",
                        "Someone in a role that the schedule names would have to ask.");
    }

    static Finding single(Situation situation) {
        if (!(situation.request.ground() instanceof Ground.Single)) {
            return new DoesNotApply("It is no single disclosure.");
        }
        if (!situation.request.form().namesPeople() || situation.request.subjects() != Request.Subjects.ONE) {
            return new Refuses(
                    "A single disclosure is about one named person.", "Share more than that under an agreement.");
        }
        return situation.require(FactName.SENIOR_SIGN_OFF, "A senior officer signed off this one disclosure.");
    }

    static Finding seriousHarm(Situation situation) {
        if (!(situation.request.ground() instanceof Ground.SeriousHarm harm)) {
            return new DoesNotApply("No risk of serious harm is claimed.");
        }
        if (!situation.request.form().namesPeople() || situation.request.subjects() != Request.Subjects.ONE) {
            return new Refuses(
                    "A disclosure to prevent serious harm is about one named person.",
                    "Ask for each person by name, each with its reason.");
        }
        return harm.reason().isBlank()
                ? new Refuses(
                        "No reason is given for the risk of serious harm.", "Write down the reason, in a sentence.")
                : new Holds("The risk of serious harm has its reason; it will be reviewed.");
    }
}
