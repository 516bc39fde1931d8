package org.concordat.cli.agreements.documents;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.concordat.policy.agreements.Signature;
import org.concordat.policy.words.Authorship;
import org.concordat.policy.words.ConfidenceRoute;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.Direction;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PartyRole;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;
import org.concordat.policy.words.Tier;
import org.concordat.policy.words.Transparency;
import org.concordat.policy.words.Word;

/** The vocabulary of files as a lawyer or officer reads it in a document. */
final class PlainWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    private PlainWords() {}

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** Words joined as in a sentence: a, b and c. */
    static String list(Collection<String> words) {
        var all = List.copyOf(words);
        return all.size() < 2
                ? String.join("", all)
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    /** With a capital at the beginning. */
    static String capital(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.UK) + words.substring(1);
    }

    /** A word that needs no explanation: {@code housing-authority} is "housing authority". */
    static String plain(Word word) {
        return word.word().replace('-', ' ').replaceAll("\\bnhs\\b", "NHS");
    }

    static String say(Tier tier) {
        return switch (tier) {
            case PROTOCOL -> "Protocol: the principles that all partners sign";
            case AGREEMENT -> "Agreement: a purpose and its parties";
            case SCHEDULE -> "Schedule: which data are shared, how, and for how long they are kept";
        };
    }

    static String say(Nation nation) {
        return switch (nation) {
            case ENGLAND -> "England";
            case WALES -> "Wales";
            case SCOTLAND -> "Scotland";
            case NORTHERN_IRELAND -> "Northern Ireland";
        };
    }

    static String say(PartyRole role) {
        return switch (role) {
            case SOLE_CONTROLLER -> "Sole controller: it decides alone why and how the data are used";
            case JOINT_CONTROLLER -> "Joint controller: it decides together with others why and how the data are used";
            case PROCESSOR -> "Processor: it acts only on a controller's instructions";
        };
    }

    static String say(Direction direction) {
        return switch (direction) {
            case SENDER -> "sender";
            case RECEIVER -> "receiver";
        };
    }

    static String say(SharingForm form) {
        return switch (form) {
            case AGGREGATED -> "Aggregated: tables, rates and maps about groups and areas, about nobody in particular";
            case PSEUDONYMISED -> "Pseudonymised: records without identity, which are still personal data";
            case IDENTIFIED -> "Identified: records, answers or alerts about named people";
            case DISCUSSED -> "Discussed: what a meeting or conversation shares about named people";
        };
    }

    static String say(LawfulBasis basis) {
        return switch (basis) {
            case CONSENT -> "Consent of the person";
            case CONTRACT -> "A contract with the person";
            case LEGAL_OBLIGATION -> "A legal obligation";
            case VITAL_INTERESTS -> "Vital interests: life and death";
            case PUBLIC_TASK -> "A public task: in the public interest or by official authority, laid down in law";
            case RECOGNISED_LEGITIMATE_INTEREST -> "A recognised legitimate interest";
            case LEGITIMATE_INTERESTS -> "Legitimate interests, weighed against the person's";
            case LAW_ENFORCEMENT -> "The separate regime for law enforcement by competent authorities";
        };
    }

    static String say(SpecialCondition condition) {
        return switch (condition) {
            case EXPLICIT_CONSENT -> "Explicit consent";
            case EMPLOYMENT_AND_SOCIAL_PROTECTION -> "Employment, social security and social protection law";
            case VITAL_INTERESTS -> "Vital interests, where the person cannot consent";
            case NOT_FOR_PROFIT -> "A not-for-profit body about its members";
            case MADE_PUBLIC -> "Made public by the person";
            case LEGAL_CLAIMS -> "Legal claims and courts";
            case SUBSTANTIAL_PUBLIC_INTEREST -> "Substantial public interest";
            case HEALTH_OR_SOCIAL_CARE -> "Health or social care";
            case PUBLIC_HEALTH -> "Public health";
            case RESEARCH_AND_STATISTICS -> "Archiving, research and statistics";
        };
    }

    static String say(ConfidenceRoute route) {
        return switch (route) {
            case NOT_CONFIDENTIAL -> "No duty of confidence arises: nobody told these data in confidence.";
            case ANONYMOUS -> "No duty of confidence is touched: nobody can be recognised in what leaves.";
            case CONSENT ->
                "The duty of confidence is lifted by consent, given expressly or by what people could expect in their own care.";
            case OVERRIDING_INTEREST ->
                "The duty of confidence is lifted by a public interest that outweighs it, recorded case by case.";
            case STATUTE ->
                "The duty of confidence is lifted by a statute that requires or expressly permits the sharing.";
            case APPROVAL ->
                "The duty of confidence is set aside by a national approval for medical purposes, with its conditions.";
        };
    }

    static String say(Transparency transparency) {
        return switch (transparency) {
            case TELL -> "People are told that these data are shared, in the privacy notice and when they ask.";
            case DO_NOT_TELL ->
                "People are not told, since telling could harm or defeat the purpose. Nothing gives the sharing away until"
                        + " an officer has tested the exemptions.";
        };
    }

    static String say(Origin origin) {
        return switch (origin) {
            case ORDINARY -> "no regime beyond data protection";
            case PATIENT -> "health care, which owes confidence";
            case SOCIAL_CARE -> "social care, which owes confidence";
            case COUNCIL_TAX -> "the billing and collection of council tax";
            case SOCIAL_SECURITY -> "the administration of social security";
            case HOMELESSNESS -> "help with housing, which owes confidence";
            case CRIME -> "the functions of police, probation, prisons or courts";
            case EDUCATION -> "schools and education services";
            case RESEARCH -> "research or statistics, which support no measure about a particular person";
            case COMMERCIAL -> "dealings with customers";
        };
    }

    static String say(FieldClass fieldClass) {
        return switch (fieldClass) {
            case IDENTIFIER -> "identifier: says who";
            case LOCATOR -> "locator: says where";
            case ATTRIBUTE -> "attribute";
            case SENSITIVE -> "sensitive";
        };
    }

    static String say(Sensitivity sensitivity) {
        return switch (sensitivity) {
            case RACE_OR_ETHNICITY -> "racial or ethnic origin";
            case POLITICS -> "political opinions";
            case BELIEF -> "religious or philosophical beliefs";
            case TRADE_UNION -> "trade union membership";
            case GENETIC -> "genetic data";
            case BIOMETRIC -> "biometric data that identify";
            case HEALTH -> "health";
            case SEX_LIFE -> "sex life or sexual orientation";
            case CRIMINAL -> "criminal offences or allegations";
        };
    }

    static String say(Authorship authorship) {
        return switch (authorship) {
            case FACT -> "a person, as fact";
            case OPINION -> "a person, as opinion";
            case RECORDED_BY_PROCESS -> "nobody: a form or system records it";
        };
    }

    static String say(Detail detail) {
        return switch (detail) {
            case NAME -> "a name";
            case ADDRESS -> "an address";
            case CONTACT_NUMBER -> "a telephone number";
            case BIRTH_DATE -> "a date of birth";
            case NUMBER -> "a number given by a public body";
            case OTHER -> "another detail";
        };
    }

    static String say(RowKind kind) {
        return switch (kind) {
            case POWER -> "a power: it allows the disclosure";
            case IMPLIED_POWER -> "an implied power: it allows the disclosure by implication only";
            case DUTY -> "a duty: it requires the disclosure, and so allows it";
            case EXEMPTION -> "an exemption, tested case by case; it is no power";
            case OBJECT -> "a body's own objects: no statutory power is needed";
            case COMPATIBILITY -> "reuse within one controller, where compatible with why the data were collected";
            case CONFIDENCE -> "it lifts the duty of confidence only";
            case RESTRICTION -> "a restriction: it forbids";
        };
    }

    static String say(Mark mark) {
        return switch (mark) {
            case V -> "The primary text was read.";
            case S -> "A secondary source was read, not the primary text.";
            case P -> "The text was only partly seen.";
            case N -> "The text was not read.";
        };
    }

    static String say(Force force) {
        return switch (force) {
            case YES -> "In force as it stands.";
            case NO -> "Not in force, says the law pack.";
            case UNKNOWN -> "The law pack does not know.";
            case AS_ENACTED -> "Known as enacted; later changes were not read.";
        };
    }

    static String say(Signature.State state) {
        return switch (state) {
            case SIGNED -> "Signed";
            case KEY_UNTRUSTED -> "Signed, but nobody is known to have checked whose key it is";
            case TYPED_ONLY -> "Not signed: a name was typed, which is no signature";
            case CHANGED_SINCE -> "Not signed as it stands: the text has changed since";
            case INVALID -> "Not signed: there is a signature, and it does not verify";
            case MISSING -> "Not signed";
        };
    }
}
