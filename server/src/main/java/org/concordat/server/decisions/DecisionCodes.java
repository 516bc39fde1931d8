package org.concordat.server.decisions;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.decide.Duty;
import org.concordat.policy.decide.Rule;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.Verification;
import org.concordat.server.auditlog.codes.KnownCodes;
import org.springframework.stereotype.Component;

/** The codes that entries about decisions may hold: rules and duties of the program, and what the agreements of now describe. */
@Component
final class DecisionCodes implements KnownCodes {

    private static final Map<Register, Set<String>> OF_THE_PROGRAM = Map.of(
            Register.RULE,
            Arrays.stream(Rule.values()).map(Rule::code).collect(Collectors.toUnmodifiableSet()),
            Register.DUTY,
            Arrays.stream(Duty.class.getPermittedSubclasses())
                    .map(duty -> Explanation.name(duty).toUpperCase(Locale.ROOT))
                    .collect(Collectors.toUnmodifiableSet()));

    private final CurrentFolder current;
    private final LawPack law;

    DecisionCodes(CurrentFolder current, LawPack law) {
        this.current = current;
        this.law = law;
    }

    @Override
    public Set<Register> registers() {
        return EnumSet.of(
                Register.RULE,
                Register.DUTY,
                Register.LAW_PACK,
                Register.ORGANISATION,
                Register.DATASET,
                Register.PURPOSE,
                Register.AGREEMENT,
                Register.VERIFICATION);
    }

    @Override
    public Set<String> known(Register register, Set<String> asked) {
        return switch (register) {
            case RULE, DUTY -> both(asked, OF_THE_PROGRAM.getOrDefault(register, Set.of()));
            case LAW_PACK -> both(asked, Set.of(law.id()));
            case ORGANISATION, DATASET, PURPOSE, AGREEMENT, VERIFICATION -> ofAgreements(register, asked);
            case DOCUMENT, EVENT -> Set.of();
        };
    }

    private Set<String> ofAgreements(Register register, Set<String> asked) {
        if (!current.isThere()) {
            return Set.of();
        }
        Set<String> known = both(asked, codes(register, current.last()));
        // Not asked for the newest each time: that is a look into the database, and codes are asked for with every
        // event.
        return known.size() == asked.size() ? known : both(asked, codes(register, current.get()));
    }

    private static Set<String> codes(Register register, AgreementFolder folder) {
        return switch (register) {
            case ORGANISATION -> folder.organisations().keySet();
            case DATASET -> folder.datasets().keySet();
            case PURPOSE -> folder.purposes().keySet();
            case AGREEMENT -> {
                var codes = new java.util.HashSet<>(folder.agreements().keySet());
                codes.addAll(folder.accessions().keySet());
                yield codes;
            }
            case VERIFICATION ->
                folder.verifications().stream().map(Verification::id).collect(Collectors.toSet());
            case RULE, DUTY, LAW_PACK, DOCUMENT, EVENT -> Set.of();
        };
    }

    private static Set<String> both(Set<String> asked, Set<String> codes) {
        return asked.stream().filter(codes::contains).collect(Collectors.toSet());
    }
}
