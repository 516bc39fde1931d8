package org.concordat.server.auditlog.internal;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.concordat.ledger.entries.Codes;
import org.concordat.ledger.entries.Codes.Register;
import org.concordat.server.auditlog.codes.KnownCodes;

/** All registers of codes, asked for no more than an entry needs. A register that no area keeps knows no code. */
public final class Registers {
    private final Supplier<List<KnownCodes>> sources;
    private final KindsOfEvents kinds;

    /** Of these sources, asked in their order. */
    public Registers(Supplier<List<KnownCodes>> sources, KindsOfEvents kinds) {
        this.sources = sources;
        this.kinds = kinds;
    }

    /** Those of the asked codes that are known. */
    Codes known(Map<Register, Set<String>> asked) {
        Map<Register, Set<String>> known = new EnumMap<>(Register.class);
        asked.forEach((register, codes) -> known.put(register, known(register, codes)));
        return new Codes(known);
    }

    private Set<String> known(Register register, Set<String> asked) {
        if (register == Register.EVENT) {
            return asked.stream().filter(kinds::knows).collect(Collectors.toSet());
        }
        Set<String> known = new TreeSet<>();
        for (KnownCodes source : sources.get()) {
            Set<String> unknown = new TreeSet<>(asked);
            unknown.removeAll(known);
            // Some have to look far, so nobody is asked for what another has said already.
            if (!unknown.isEmpty() && source.registers().contains(register)) {
                known.addAll(source.known(register, unknown));
            }
        }
        known.retainAll(asked);
        return known;
    }
}
