package org.concordat.server.agreements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.policy.agreements.Agreement;
import org.concordat.policy.agreements.AgreementFolder;
import org.concordat.policy.agreements.Joining;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Word;
import org.concordat.server.parties.Organisation;

/**
 * Checks pasted rows against each other, against the organisations and people that are here, and against what the document
 * lets. An organisation that is called like one here is asked about, never merged.
 */
final class RowChecks {

    private static final int LONGEST_NAME = 200;
    private static final String STARTS_FORMULA = "=+-@";
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@\"<>(),;:\\\\\\[\\]]{1,64}@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)+");
    private static final Pattern REGISTRATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9/ -]{0,19}");

    private final AgreementFolder folder;
    private final String document;
    private final LocalDate day;
    private final Here here;

    /**
     * Who is here.
     *
     * @param organisations by code
     * @param ownerOfEmail organisation of whoever has an address, in small letters
     * @param lookAfterThemselves organisations whose own signatories sign, signed in
     * @param signatoryEmails addresses of an organisation's signatories, in small letters
     */
    record Here(
            Map<String, Organisation> organisations,
            Map<String, String> ownerOfEmail,
            Set<String> lookAfterThemselves,
            Map<String, Set<String>> signatoryEmails) {}

    RowChecks(AgreementFolder folder, String document, LocalDate day, Here here) {
        this.folder = folder;
        this.document = document;
        this.day = day;
        this.here = here;
    }

    /** All rows of a sign-up, each with its problems. */
    List<CheckedRow> check(List<PastedRow> rows) {
        Map<String, Integer> names = new HashMap<>();
        Map<String, Integer> emails = new HashMap<>();
        rows.forEach(row -> {
            names.merge(AlikeNames.plain(row.name()), 1, Integer::sum);
            emails.merge(row.email().toLowerCase(Locale.ROOT), 1, Integer::sum);
        });
        return rows.stream().map(row -> check(row, names, emails)).toList();
    }

    private CheckedRow check(PastedRow row, Map<String, Integer> names, Map<String, Integer> emails) {
        Optional<Joining> joining =
                Optional.ofNullable(folder.agreements().get(document)).flatMap(Agreement::joining);
        Optional<Organisation> existing =
                Optional.ofNullable(here.organisations().get(row.organisation().orElse(row.sameAs())));
        Set<OrganisationKind> kinds = existing.map(Organisation::kinds).orElseGet(() -> kinds(row, joining));
        Optional<Nation> nation = existing.map(Organisation::nation).or(() -> nation(row));
        if (row.admission().isPresent()) {
            return new CheckedRow(row, List.of(), List.of(), kinds, nation, existing);
        }
        var problems = new ArrayList<RowProblem>();
        name(row, names, problems);
        if (kinds.isEmpty()) {
            problems.add(RowProblem.KIND_UNKNOWN);
        }
        if (nation.isEmpty()) {
            problems.add(RowProblem.NATION_UNKNOWN);
        }
        email(row, existing, emails, problems);
        if (!row.registration().isEmpty()
                && !REGISTRATION.matcher(row.registration()).matches()) {
            problems.add(RowProblem.REGISTRATION_WRONG);
        }
        if (!row.office().isEmpty()
                && (row.office().length() < 2 || row.office().length() > LONGEST_NAME || isFormula(row.office()))) {
            problems.add(RowProblem.OFFICE_WRONG);
        }
        List<Organisation> alike = List.of();
        if (row.sameAs().isEmpty()) {
            alike = AlikeNames.of(row.name(), here.organisations().values());
        } else if (existing.isEmpty() && isTaken(row.name())) {
            problems.add(RowProblem.NAME_TAKEN);
        }
        if (!kinds.isEmpty() && nation.isPresent()) {
            String code = existing.map(Organisation::code).orElse("");
            if (WayIn.of(folder, document, code, kinds, nation.get(), day) instanceof WayIn.Shut shut) {
                problems.add(problem(shut));
            }
        }
        return new CheckedRow(row, problems, alike, kinds, nation, existing);
    }

    private static RowProblem problem(WayIn.Shut shut) {
        return switch (shut.hindrance()) {
            case ALREADY_PARTY -> RowProblem.ALREADY_PARTY;
            case UNDER_WAY -> RowProblem.UNDER_WAY;
            case KIND -> RowProblem.KIND_OTHER;
            case NATION -> RowProblem.NATION_OTHER;
            case NOT_AGREED, CLOSED, CLOSED_ABOVE -> RowProblem.NO_WAY;
        };
    }

    private void name(PastedRow row, Map<String, Integer> names, List<RowProblem> problems) {
        if (row.name().length() < 2) {
            problems.add(RowProblem.NAME_MISSING);
        } else if (row.name().length() > LONGEST_NAME) {
            problems.add(RowProblem.NAME_LONG);
        } else if (isFormula(row.name())) {
            problems.add(RowProblem.FORMULA);
        } else if (names.getOrDefault(AlikeNames.plain(row.name()), 0) > 1) {
            problems.add(RowProblem.NAME_TWICE);
        }
    }

    private void email(
            PastedRow row, Optional<Organisation> existing, Map<String, Integer> emails, List<RowProblem> problems) {
        String email = row.email().toLowerCase(Locale.ROOT);
        boolean looksAfterItself = existing.filter(
                        each -> here.lookAfterThemselves().contains(each.code()))
                .isPresent();
        if (looksAfterItself) {
            // Its own signatory signs, signed in; the address of the row is not used.
            return;
        }
        if (email.isEmpty()) {
            problems.add(RowProblem.EMAIL_MISSING);
        } else if (email.length() > 254 || !EMAIL.matcher(email).matches() || isFormula(email)) {
            problems.add(RowProblem.EMAIL_WRONG);
        } else if (emails.getOrDefault(email, 0) > 1) {
            problems.add(RowProblem.EMAIL_TWICE);
        } else {
            Set<String> signatories = existing.map(
                            each -> here.signatoryEmails().getOrDefault(each.code(), Set.of()))
                    .orElse(Set.of());
            if (!signatories.isEmpty() && !signatories.contains(email)) {
                problems.add(RowProblem.EMAIL_OTHER);
            } else if (signatories.isEmpty() && here.ownerOfEmail().containsKey(email)) {
                problems.add(RowProblem.EMAIL_TAKEN);
            }
        }
    }

    private boolean isTaken(String name) {
        return here.organisations().values().stream()
                .anyMatch(each -> each.name().equalsIgnoreCase(name));
    }

    /** A spreadsheet that opens an export would take it for a formula. */
    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && STARTS_FORMULA.indexOf(cell.charAt(0)) >= 0;
    }

    /** What the row says; where it says nothing and joiners can be of one kind only, that. */
    private static Set<OrganisationKind> kinds(PastedRow row, Optional<Joining> joining) {
        if (row.kind().isEmpty()) {
            return joining.map(Joining::kinds).filter(all -> all.size() == 1).orElse(Set.of());
        }
        var kinds = new TreeSet<OrganisationKind>();
        for (String word : row.kind().split("[;/+]")) {
            Optional<OrganisationKind> kind = Word.of(OrganisationKind.class, spelled(word));
            if (kind.isEmpty()) {
                return Set.of();
            }
            kinds.add(kind.get());
        }
        return kinds;
    }

    private Optional<Nation> nation(PastedRow row) {
        return row.nation().isEmpty()
                ? Optional.ofNullable(folder.agreements().get(document)).map(Agreement::nation)
                : Word.of(Nation.class, spelled(row.nation()));
    }

    private static String spelled(String typed) {
        return typed.strip()
                .toLowerCase(Locale.ROOT)
                .chars()
                .mapToObj(c -> c == ' ' || c == '_' ? "-" : String.valueOf((char) c))
                .collect(Collectors.joining());
    }
}
