package org.concordat.cli.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.concordat.policy.agreements.Accession;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.Organisation;
import org.concordat.policy.agreements.Organisation.Signatory;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.questions.Reviews;
import org.concordat.policy.questions.Reviews.Urgency;
import org.concordat.policy.questions.SingleSignatures;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Word;

/** The register of a folder as it stands on a day: documents by tier, who signed, what is due, what hangs on one person. */
final class Register {
    private static final int SOON_DAYS = 90;

    private final OpenFolder opened;
    private final LocalDate day;
    private final List<String> lines = new ArrayList<>();

    Register(OpenFolder opened, LocalDate day) {
        this.opened = opened;
        this.day = day;
    }

    /** Everything, with what wants attention at the end. */
    List<String> all() {
        paragraph(
                0,
                opened.path() + " on " + day + ", fingerprint "
                        + opened.folder().fingerprint());
        opened.folder().agreements().values().stream()
                .filter(agreement -> agreement.tier() == Tier.PROTOCOL)
                .forEach(protocol -> tree(protocol, 0));
        reviews();
        singleSignatures();
        if (!opened.notices().isEmpty()) {
            lines.add("");
            paragraph(
                    0,
                    (opened.notices().size() == 1
                                    ? "1 notice"
                                    : opened.notices().size() + " notices")
                            + "; ./concordat agreements lint " + opened.path()
                            + " says which.");
        }
        return List.copyOf(lines);
    }

    private void tree(Agreement agreement, int indent) {
        lines.add("");
        paragraph(
                indent,
                agreement.tier().word() + " " + agreement.id() + ", version " + agreement.version() + ": "
                        + agreement.title());
        paragraph(
                indent + 2,
                standing(agreement) + "; review by " + agreement.reviewBy()
                        + (agreement.onPublicRegister() ? "; on a public register" : ""));
        parties(agreement, indent + 2);
        opened.folder().agreements().values().stream()
                .filter(other -> other.parent().filter(agreement.id()::equals).isPresent())
                .forEach(other -> tree(other, indent + 2));
    }

    private String standing(Agreement agreement) {
        if (day.isBefore(agreement.from())) {
            return "begins on " + agreement.from() + ", ends on " + agreement.lastDay();
        }
        return day.isAfter(agreement.lastDay())
                ? "ENDED on " + agreement.lastDay()
                : "in force from " + agreement.from() + " to " + agreement.lastDay();
    }

    private void parties(Agreement agreement, int indent) {
        for (Agreement.Party party : agreement.parties()) {
            String left = party.left().map(last -> ", left on " + last).orElse("");
            String joined = party.joined().isAfter(day) ? ", joins on " + party.joined() : "";
            paragraph(
                    indent,
                    party.organisation() + " (" + party.role().word() + ", "
                            + words(party.actsAs()) + joined + left + by(party) + "): "
                            + state(agreement.id(), party.organisation())
                            + notCounting(party));
        }
    }

    private static String by(Agreement.Party party) {
        return party.accession().map(id -> ", by accession " + id).orElse("");
    }

    private String notCounting(Agreement.Party party) {
        return party.accession()
                .map(opened.folder().accessions()::get)
                .map(accession -> opened.folder().unsigned(accession, day))
                .filter(unsigned -> !unsigned.isEmpty())
                .map(unsigned -> ", NO PARTY until its accession is signed by " + String.join(", ", unsigned.keySet()))
                .orElse("");
    }

    private String state(String document, String organisation) {
        return state(opened.folder().signatureState(document, organisation, day));
    }

    private static String state(Signature.State state) {
        return switch (state) {
            case SIGNED -> "signed";
            case KEY_UNTRUSTED -> "signed with a key that nobody has checked";
            case TYPED_ONLY -> "NOT SIGNED, only a name typed";
            case CHANGED_SINCE -> "NOT SIGNED as it stands now: changed since";
            case INVALID -> "NOT SIGNED: the signature does not verify";
            case MISSING -> "NOT SIGNED";
        };
    }

    private void reviews() {
        Reviews reviews = Reviews.of(opened.folder(), day, SOON_DAYS);
        List<Reviews.Review> due = reviews.list().stream()
                .filter(review -> review.urgency() != Urgency.LATER)
                .toList();
        if (!due.isEmpty()) {
            heading("Due for review");
            due.forEach(review -> paragraph(2, review.sentence()));
        }
    }

    private void singleSignatures() {
        List<SingleSignatures.OnePerson> persons =
                SingleSignatures.of(opened.folder(), opened.law(), day).list();
        if (!persons.isEmpty()) {
            heading("Resting on one person");
            persons.forEach(person -> paragraph(2, person.sentence()));
        }
    }

    /** One document, with signatures and every field of its file. */
    List<String> document(Agreement agreement) {
        var text = new ArrayList<>(DocumentText.head(opened.folder(), agreement));
        lines.clear();
        paragraph(2, standing(agreement) + " (asked about " + day + ")");
        parties(agreement, 2);
        text.addAll(lines);
        text.add("");
        text.addAll(DocumentText.body(agreement.text()));
        return List.copyOf(text);
    }

    /** One accession, with signatures and every field of its file. */
    List<String> accession(Accession accession) {
        var text = new ArrayList<>(DocumentText.head(opened.folder(), accession));
        lines.clear();
        var unsigned = opened.folder().unsigned(accession, day);
        for (String signer : opened.folder().signersOf(accession)) {
            paragraph(
                    2,
                    signer + " signs the accession: " + state(unsigned.getOrDefault(signer, Signature.State.SIGNED)));
        }
        paragraph(
                2,
                accession.organisation() + " signs " + accession.to() + ": "
                        + state(accession.to(), accession.organisation()));
        text.addAll(lines);
        text.add("");
        text.addAll(DocumentText.body(accession.text()));
        return List.copyOf(text);
    }

    /** One organisation, with the fingerprints of its signatories' keys. */
    List<String> organisation(Organisation organisation) {
        paragraph(0, "organisation " + organisation.id() + ": " + organisation.name());
        paragraph(
                2,
                "is " + words(organisation.kinds()) + "; acts in "
                        + organisation.nation().word());
        if (!organisation.listedIn().isEmpty()) {
            paragraph(2, "named by the lists of " + String.join(", ", organisation.listedIn()));
        }
        if (organisation.signatories().isEmpty()) {
            paragraph(2, "names no signatory, so it can sign nothing");
        }
        for (Signatory signatory : organisation.signatories()) {
            paragraph(
                    2,
                    "signatory " + signatory.id() + ", " + signatory.level() + ", from " + signatory.from()
                            + signatory.to().map(last -> " to " + last).orElse("")
                            + ", key fingerprint:");
            paragraph(4, KeyPrint.of(signatory.key()));
        }
        return List.copyOf(lines);
    }

    private static String words(Iterable<? extends Word> words) {
        var spelled = new ArrayList<String>();
        words.forEach(word -> spelled.add(word.word()));
        return String.join(", ", spelled.stream().sorted().toList());
    }

    private void heading(String words) {
        lines.add("");
        lines.add(words);
    }

    private void paragraph(int indent, String text) {
        lines.addAll(Plain.lines(" ".repeat(indent), " ".repeat(indent + 2), text));
    }
}
