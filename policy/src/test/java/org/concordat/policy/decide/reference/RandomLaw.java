package org.concordat.policy.decide.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.concordat.policy.Town;
import org.concordat.policy.law.LawCondition;
import org.concordat.policy.law.LawPack;
import org.concordat.policy.law.LawRow;
import org.concordat.policy.law.LawRow.Bodies;
import org.concordat.policy.law.LawRow.Exclusion;
import org.concordat.policy.law.LawRow.Purposes;
import org.concordat.policy.law.LawRow.Reach;
import org.concordat.policy.law.LawRow.Restricts;
import org.concordat.policy.law.SeriousHarm;
import org.concordat.policy.words.Detail;
import org.concordat.policy.words.FactName;
import org.concordat.policy.words.FieldClass;
import org.concordat.policy.words.Force;
import org.concordat.policy.words.LawfulBasis;
import org.concordat.policy.words.Mark;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Origin;
import org.concordat.policy.words.PurposeKind;
import org.concordat.policy.words.RowKind;
import org.concordat.policy.words.Sensitivity;
import org.concordat.policy.words.SharingForm;
import org.concordat.policy.words.SpecialCondition;

/** Law packs: the shipped one, the same with every row read and in force, and made-up ones that use every column. */
final class RandomLaw {

    /** The shipped pack as if an officer had read all of it into the pack itself. */
    static final LawPack ALL_VERIFIED = Rows.pack(
            Town.UK,
            Town.UK.rows().values().stream()
                    .map(row -> Rows.marked(row, Mark.V, Force.YES))
                    .toList());

    private static final List<RowKind> GATEWAYS =
            List.of(RowKind.POWER, RowKind.POWER, RowKind.IMPLIED_POWER, RowKind.DUTY, RowKind.OBJECT);

    /** Days on which something begins or ends in made-up law. */
    static final List<LocalDate> DAYS =
            List.of(LocalDate.of(2026, 2, 5), LocalDate.of(2026, 6, 15), LocalDate.of(2026, 9, 30));

    private final Chance chance;

    private RandomLaw(Chance chance) {
        this.chance = chance;
    }

    static LawPack of(Chance chance) {
        return switch (chance.weighed(30, 35, 35)) {
            case 0 -> Town.UK;
            case 1 -> ALL_VERIFIED;
            default -> new RandomLaw(chance).madeUp();
        };
    }

    private LawPack madeUp() {
        var rows = new ArrayList<LawRow>();
        for (int row = 0; row < 9; row++) {
            rows.add(row("power-" + row, chance.of(GATEWAYS), Optional.empty()));
        }
        rows.add(row("reuse", RowKind.COMPATIBILITY, Optional.empty()));
        rows.add(row("exemption-1", RowKind.EXEMPTION, Optional.empty()));
        rows.add(row("exemption-2", RowKind.EXEMPTION, Optional.empty()));
        rows.add(row("confidence-1", RowKind.CONFIDENCE, Optional.empty()));
        rows.add(row("confidence-2", RowKind.CONFIDENCE, Optional.empty()));
        for (int row = 0; row < 3; row++) {
            rows.add(row("restriction-" + row, RowKind.RESTRICTION, Optional.of(restricts())));
        }
        LawPack uk = Town.UK;
        Map<LawfulBasis, LawCondition.Basis> bases = new TreeMap<>();
        for (LawfulBasis basis : LawfulBasis.values()) {
            if (!chance.percent(2)) {
                bases.put(basis, new LawCondition.Basis(basis, "Made-up law", chance.percent(6) ? day() : noDay()));
            }
        }
        Map<SpecialCondition, LawCondition.Special> conditions = new TreeMap<>();
        for (SpecialCondition condition : SpecialCondition.values()) {
            if (!chance.percent(4)) {
                conditions.put(condition, new LawCondition.Special(condition, "Made-up law", chance.percent(50)));
            }
        }
        var paragraphs = new TreeMap<String, LawCondition.Paragraph>();
        for (int number = 1; number <= 6; number++) {
            boolean criminal = number > 4;
            paragraphs.put(
                    "p-" + number,
                    new LawCondition.Paragraph(
                            "p-" + number,
                            "Made-up law",
                            criminal ? Set.of() : chance.some(SpecialCondition.class, 6),
                            criminal || chance.percent(10)));
        }
        Optional<SeriousHarm> harm = chance.percent(5)
                ? Optional.empty()
                : uk.seriousHarm()
                        .map(route -> new SeriousHarm(
                                route.basis(),
                                route.condition(),
                                "p-1",
                                route.lifeAndDeathBasis(),
                                route.lifeAndDeathCondition(),
                                1 + chance.below(5)));
        return new LawPack(
                "made-up",
                "1",
                "made-up",
                Rows.pack(uk, rows).rows(),
                bases,
                conditions,
                paragraphs,
                chance.some(OrganisationKind.class, 8),
                harm);
    }

    private LawRow row(String id, RowKind kind, Optional<Restricts> restricts) {
        boolean restriction = restricts.isPresent();
        boolean anyPurpose = chance.percent(35);
        return new LawRow(
                id,
                "Made-up Act, " + id,
                kind,
                chance.percent(70) ? EnumSet.allOf(Nation.class) : chance.some(Nation.class, 3),
                chance.of(Mark.V, Mark.V, Mark.V, Mark.S, Mark.S, Mark.P, Mark.N),
                Optional.empty(),
                chance.of(Force.YES, Force.YES, Force.YES, Force.YES, Force.UNKNOWN, Force.AS_ENACTED, Force.NO),
                chance.percent(7) ? day() : noDay(),
                chance.percent(7) ? day() : noDay(),
                bodies(),
                bodies(),
                chance.percent(25),
                kind == RowKind.COMPATIBILITY || chance.percent(5),
                new Purposes(anyPurpose, anyPurpose ? Set.of() : chance.some(PurposeKind.class, 5)),
                reach(restriction),
                restriction ? Set.of() : chance.percent(50) ? Set.of() : chance.some(FactName.class, 3),
                !restriction && chance.percent(25),
                chance.percent(10),
                restricts,
                "Limits of " + id + ".",
                Optional.empty(),
                "https://example.org/" + id,
                "print-of-" + id);
    }

    private Reach reach(boolean restriction) {
        if (restriction && chance.percent(70)) {
            return new Reach(Set.of(), Set.of(), Set.of(), List.of());
        }
        var exclusions = new ArrayList<Exclusion>();
        while (chance.percent(20)) {
            exclusions.add(exclusion());
        }
        return new Reach(
                chance.percent(30) ? chance.some(Origin.class, 4) : Set.of(),
                chance.percent(20) ? chance.some(SharingForm.class, 3) : Set.of(),
                chance.percent(15) ? chance.some(Detail.class, 5) : Set.of(),
                exclusions);
    }

    private Exclusion exclusion() {
        int which = chance.below(4);
        return new Exclusion(
                chance.percent(50) ? chance.some(OrganisationKind.class, 6) : Set.of(),
                which == 0 ? chance.some(Origin.class, 3) : Set.of(),
                which == 1 || chance.percent(10) ? chance.some(Sensitivity.class, 3) : Set.of(),
                which == 2 || chance.percent(10) ? chance.some(FieldClass.class, 2) : Set.of(),
                which == 3 || chance.percent(10));
    }

    private Restricts restricts() {
        int which = chance.below(4);
        boolean express = chance.percent(40);
        return new Restricts(
                which <= 1 ? chance.some(Origin.class, 3) : Set.of(),
                which == 2 || chance.percent(20) ? Set.of("power-" + chance.below(9)) : Set.of(),
                which == 3 || chance.percent(10),
                chance.percent(30) ? chance.some(PurposeKind.class, 8) : Set.of(),
                chance.percent(30) ? chance.some(SharingForm.class, 2) : Set.of(),
                express,
                !express && chance.percent(60) ? chance.some(FactName.class, 2) : Set.of(),
                chance.percent(50));
    }

    private Bodies bodies() {
        return chance.percent(40)
                ? new Bodies(true, false, Set.of())
                : chance.percent(25)
                        ? new Bodies(false, true, Set.of())
                        : new Bodies(false, chance.percent(40), chance.some(OrganisationKind.class, 7));
    }

    private Optional<LocalDate> day() {
        return Optional.of(chance.of(DAYS));
    }

    private static Optional<LocalDate> noDay() {
        return Optional.empty();
    }
}
