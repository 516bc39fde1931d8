package org.concordat.cli.ledger;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.Verification;

/** The codes that entries may hold: those of the program, of a folder of agreements, and of a ledger's own file of codes. */
public final class KnownCodes {
    /** The file in a ledger's folder with the codes that its keeper added. */
    private static final String FILE = "codes";

    private static final Set<String> KINDS_OF_DOCUMENTS = Set.of(
            "agreement",
            "assessment",
            "certificate",
            "document",
            "dpia",
            "law-pack",
            "minutes",
            "notice",
            "public-key",
            "report");

    private KnownCodes() {}

    /** What needs no register: rules, duties and the usual kinds of documents. */
    public static Codes ofTheProgram() {
        return new Codes(Map.of(
                Register.RULE,
                Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toSet()),
                Register.DUTY,
                Arrays.stream(Duty.class.getPermittedSubclasses())
                        .map(KnownCodes::codeOfDuty)
                        .collect(Collectors.toSet()),
                Register.DOCUMENT,
                KINDS_OF_DOCUMENTS));
    }

    /** What a decision made from this folder and law pack can hold. */
    public static Codes of(AgreementFolder folder, LawPack law) {
        return ofTheProgram()
                .and(new Codes(Map.of(
                        Register.ORGANISATION, folder.organisations().keySet(),
                        Register.DATASET, folder.datasets().keySet(),
                        Register.PURPOSE, folder.purposes().keySet(),
                        Register.AGREEMENT,
                                Stream.of(folder.agreements(), folder.accessions())
                                        .flatMap(documents -> documents.keySet().stream())
                                        .collect(Collectors.toSet()),
                        Register.VERIFICATION,
                                folder.verifications().stream()
                                        .map(Verification::id)
                                        .collect(Collectors.toSet()),
                        Register.LAW_PACK, Set.of(law.id()))));
    }

    private static String codeOfDuty(Class<?> duty) {
        return duty.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toUpperCase(Locale.ROOT);
    }

    /** What a ledger's keeper added. */
    static Codes addedTo(Path ledger) {
        Path file = ledger.resolve(FILE);
        return Files.exists(file) ? Codes.parse(Folders.read(file)) : Codes.none();
    }

    static void keep(Path ledger, Codes codes) {
        Folders.replace(ledger.resolve(FILE), codes.text());
    }
}
