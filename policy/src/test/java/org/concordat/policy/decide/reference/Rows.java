package org.concordat.policy.decide.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Bodies;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.OrganisationKind;

/** Rows of the law pack with one column changed, and packs with other rows. */
final class Rows {

    private Rows() {}

    static LawPack pack(LawPack pack, List<LawRow> rows) {
        Map<String, LawRow> all = new TreeMap<>();
        rows.forEach(row -> all.put(row.id(), row));
        return new LawPack(
                pack.id(),
                pack.version(),
                pack.fingerprint(),
                all,
                pack.bases(),
                pack.conditions(),
                pack.paragraphs(),
                pack.lawEnforcementBodies(),
                pack.seriousHarm());
    }

    /** The pack with one of its rows changed. */
    static LawPack changed(LawPack pack, String id, UnaryOperator<LawRow> change) {
        return pack(
                pack,
                pack.rows().values().stream()
                        .map(row -> row.id().equals(id) ? change.apply(row) : row)
                        .toList());
    }

    /** The pack with one more row. */
    static LawPack plus(LawPack pack, LawRow row) {
        var rows = new ArrayList<>(pack.rows().values());
        rows.add(row);
        return pack(pack, rows);
    }

    static LawRow marked(LawRow row, Mark mark, Force force) {
        return of(row, row.id(), mark, force, row.from(), row.to(), row.reach(), row.requires(), row.restricts());
    }

    static LawRow to(LawRow row, OrganisationKind only) {
        var to = new Bodies(false, false, Set.of(only));
        return of(row, row.id(), row.mark(), row.force(), row.from(), to, row.reach(), row.requires(), row.restricts());
    }

    static LawRow requiring(LawRow row, Set<FactName> requires) {
        return of(row, row.id(), row.mark(), row.force(), row.from(), row.to(), row.reach(), requires, row.restricts());
    }

    static LawRow reaching(LawRow row, LawRow.Reach reach) {
        return of(row, row.id(), row.mark(), row.force(), row.from(), row.to(), reach, row.requires(), row.restricts());
    }

    static LawRow restricting(LawRow row, Restricts restricts) {
        return of(
                row,
                row.id(),
                row.mark(),
                row.force(),
                row.from(),
                row.to(),
                row.reach(),
                row.requires(),
                Optional.of(restricts));
    }

    static LawRow called(LawRow row, String id) {
        return of(row, id, row.mark(), row.force(), row.from(), row.to(), row.reach(), row.requires(), row.restricts());
    }

    /** The row as it was in force until that day. */
    static LawRow until(LawRow row, LocalDate day) {
        return new LawRow(
                row.id(),
                row.provision(),
                row.kind(),
                row.nations(),
                row.mark(),
                row.verifiedOn(),
                row.force(),
                row.inForceFrom(),
                Optional.of(day),
                row.from(),
                row.to(),
                row.mutual(),
                row.within(),
                row.purposes(),
                row.reach(),
                row.requires(),
                row.useLimited(),
                row.keepsConfidence(),
                row.restricts(),
                row.limits(),
                row.offence(),
                row.link(),
                row.fingerprint());
    }

    private static LawRow of(
            LawRow row,
            String id,
            Mark mark,
            Force force,
            Bodies from,
            Bodies to,
            LawRow.Reach reach,
            Set<FactName> requires,
            Optional<Restricts> restricts) {
        return new LawRow(
                id,
                row.provision(),
                row.kind(),
                row.nations(),
                mark,
                row.verifiedOn(),
                force,
                row.inForceFrom(),
                row.inForceTo(),
                from,
                to,
                row.mutual(),
                row.within(),
                row.purposes(),
                reach,
                requires,
                row.useLimited(),
                row.keepsConfidence(),
                restricts,
                row.limits(),
                row.offence(),
                row.link(),
                row.fingerprint());
    }
}
