package org.concordat.synthetic.agencies;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.concordat.synthetic.chance.Dice;
import org.concordat.synthetic.records.Agency;
import org.concordat.synthetic.records.Entry;
import org.concordat.synthetic.records.Numbers;

/** How the file of one agency looks. The first column is always the row's reference. */
public enum Layout {
    HOUSING(
            Agency.HOUSING,
            ',',
            StandardCharsets.UTF_8,
            "\uFEFF",
            "TEN",
            "Tenancy Ref,Title,Forename(s),Surname,D.O.B.,Sex,Address 1,Address 2,Address 3,Post Code,UPRN,Tel No,"
                    + "Email Address,NI Number,Tenancy Type") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    Text.title(entry, dice),
                    Text.joined(" ", entry.givenName(), entry.secondName()),
                    entry.surname(),
                    Dates.british(entry.birthDate(), "01/01/1900"),
                    Text.upper(entry.sex()),
                    Text.joined(", ", entry.flat(), entry.building()),
                    Text.joined(" ", entry.number(), entry.street()),
                    entry.locality(),
                    entry.noAbode() ? "ZZ99 3VZ" : entry.postcode(),
                    entry.uprn(),
                    Text.spaced(entry.phone(), 5),
                    entry.email(),
                    entry.nationalInsuranceNumber(),
                    dice.oneOf(new String[] {"Secure", "Introductory", "Assured", "Applicant"}));
        }
    },
    COUNCIL_TAX(
            Agency.COUNCIL_TAX,
            '|',
            Charset.forName("windows-1252"),
            "",
            "8",
            "ACCOUNT_REF|LIABLE_PARTY|PROPERTY_ADDRESS|POSTCODE|UPRN|DATE_OF_BIRTH|TELEPHONE|EMAIL|BAND") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            String names = Text.joined(" ", entry.givenName(), entry.secondName(), Text.title(entry, dice));
            return List.of(
                    Text.joined(", ", Text.upper(entry.surname()), names),
                    Text.upper(Text.joined(
                            ", ",
                            entry.flat(),
                            entry.building(),
                            Text.joined(" ", entry.number(), entry.street()),
                            entry.locality())),
                    entry.postcode(),
                    entry.uprn(),
                    Dates.withMonthName(entry.birthDate(), "-"),
                    entry.phone(),
                    entry.email(),
                    String.valueOf("ABCDEFGH".charAt(Math.min(dice.below(8), dice.below(8)))));
        }
    },
    SOCIAL_CARE(
            Agency.SOCIAL_CARE,
            ';',
            StandardCharsets.UTF_8,
            "",
            "SC",
            "PersonRef;FirstName;MiddleName;LastName;DateOfBirth;Gender;NHSNumber;NINumber;HouseNumber;StreetName;Town;"
                    + "Postcode;ContactNumber;Email") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    entry.givenName(),
                    entry.secondName(),
                    entry.surname(),
                    entry.birthDate(),
                    entry.sex().isEmpty() ? "Unknown" : "f".equals(entry.sex()) ? "Female" : "Male",
                    Text.grouped(entry.nhsNumber()),
                    entry.nationalInsuranceNumber(),
                    Text.joined(" ", entry.flat(), entry.number()),
                    entry.street(),
                    entry.locality(),
                    entry.noAbode() ? "ZZ99 3VZ" : entry.postcode(),
                    Text.international(entry.phone(), dice),
                    entry.email());
        }
    },
    SCHOOLS(
            Agency.SCHOOLS,
            ',',
            StandardCharsets.UTF_16LE,
            "\uFEFF",
            "P",
            "PupilRef,UPN,Surname,Forename,MiddleNames,DoB,Gender,AddressLine1,AddressLine2,AddressLine3,Postcode,"
                    + "ParentPhone,ParentEmail,Ethnicity") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    numbers.pupilNumber(entry.person()),
                    entry.surname(),
                    entry.givenName(),
                    entry.secondName(),
                    Dates.british(entry.birthDate(), "").replace('/', '-'),
                    Text.upper(entry.sex()),
                    Text.joined(", ", entry.flat(), entry.building()),
                    Text.joined(" ", entry.number(), entry.street()),
                    entry.locality(),
                    entry.postcode().replace(" ", ""),
                    entry.phone(),
                    entry.email(),
                    dice.oneOf(new String[] {"WBRI", "WBRI", "WBRI", "AOTH", "NOBT", "REFU"}));
        }
    },
    POLICE(
            Agency.POLICE,
            ',',
            StandardCharsets.UTF_8,
            "",
            "OC",
            "occurrence_ref,occurred_on,role,family_name,given_names,birth_date,sex,location,pcode,contact_no") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    Dates.compact(Dates.of(entry.day()), ""),
                    dice.oneOf(new String[] {"VIC", "VIC", "WIT", "SUS"}),
                    Text.upper(Text.cut(Text.or(entry.surname(), "UNKNOWN"), 20)),
                    Text.upper(
                            Text.cut(Text.or(Text.joined(" ", entry.givenName(), entry.secondName()), "UNKNOWN"), 20)),
                    Dates.compact(entry.birthDate(), dice.chance(.5) ? "19000101" : ""),
                    entry.sex().isEmpty() ? "U" : Text.upper(entry.sex()),
                    Text.upper(Text.joined(
                            " ", entry.flat(), entry.building(), entry.number(), entry.street(), entry.locality())),
                    entry.noAbode() ? "ZZ993VZ" : Text.or(entry.postcode().replace(" ", ""), "ZZ993WZ"),
                    Text.or(entry.phone(), "NOT KNOWN"));
        }
    },
    A_AND_E(
            Agency.A_AND_E,
            ',',
            StandardCharsets.UTF_8,
            "",
            "AE",
            "AttendanceID,ArrivalDate,NHS_NUMBER,PAT_SURNAME,PAT_FORENAME,PAT_MIDDLE,DATE_OF_BIRTH,SEX,ADDR1,ADDR2,ADDR3,"
                    + "POSTCODE,MOBILE,EMAIL,COMPLAINT") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    Dates.of(entry.day()),
                    entry.nhsNumber(),
                    Text.upper(entry.surname()),
                    entry.givenName(),
                    entry.secondName(),
                    entry.birthDate(),
                    entry.sex().isEmpty() ? "9" : "f".equals(entry.sex()) ? "2" : "1",
                    Text.joined(" ", entry.flat(), entry.building()),
                    Text.joined(" ", entry.number(), entry.street()),
                    entry.noAbode() ? "NFA" : entry.locality(),
                    entry.noAbode() ? "ZZ99 3VZ" : Text.or(entry.postcode(), "ZZ99 3WZ"),
                    Text.spaced(entry.phone(), 5),
                    entry.email(),
                    dice.oneOf(new String[] {"Fall", "Chest pain", "Laceration", "Breathless", "Assault", "Other"}));
        }
    },
    FIRE(
            Agency.FIRE,
            '\t',
            StandardCharsets.UTF_8,
            "",
            "HFSV",
            "Visit Ref\tVisit date\tOccupier\tAddress\tPostcode\tPhone\tDate of birth\tAlarms fitted") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    Dates.withMonthName(Dates.of(entry.day()), " "),
                    Text.or(
                            Text.joined(
                                    " ",
                                    Text.title(entry, dice),
                                    entry.givenName(),
                                    entry.secondName(),
                                    entry.surname()),
                            "Occupier"),
                    Text.joined(
                            ", ",
                            entry.flat(),
                            entry.building(),
                            Text.joined(" ", entry.number(), entry.street()),
                            entry.locality()),
                    entry.postcode(),
                    entry.phone(),
                    Dates.withMonthName(entry.birthDate(), " "),
                    String.valueOf(dice.below(4)));
        }
    },
    JOB_CENTRE(
            Agency.JOB_CENTRE,
            ',',
            Charset.forName("windows-1252"),
            "",
            "UC",
            "CLAIM_ID,NINO,TITLE,FIRST_NAMES,LAST_NAME,DATE_OF_BIRTH,SEX,ADDRESS_1,ADDRESS_2,ADDRESS_3,POSTCODE,MOBILE,"
                    + "EMAIL,CLAIM_START") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            return List.of(
                    Text.pairs(entry.nationalInsuranceNumber()),
                    Text.upper(Text.title(entry, dice)),
                    Text.upper(Text.joined(" ", entry.givenName(), entry.secondName())),
                    Text.upper(entry.surname()),
                    Dates.british(entry.birthDate(), "").replace('/', '.'),
                    Text.upper(entry.sex()),
                    Text.upper(Text.joined(", ", entry.flat(), entry.building())),
                    Text.upper(Text.joined(" ", entry.number(), entry.street())),
                    Text.upper(entry.noAbode() ? "care of jobcentre" : entry.locality()),
                    entry.postcode(),
                    Text.international(entry.phone(), dice),
                    entry.email(),
                    Dates.british(Dates.of(entry.day()), "").replace('/', '.'));
        }
    },
    HOMELESSNESS_CHARITY(
            Agency.HOMELESSNESS_CHARITY,
            ',',
            Charset.forName("windows-1252"),
            "",
            "C",
            "Client contact no,Seen on,Full name,DOB,Gender,Where staying,Postcode,Phone,Email,NHS no,NI no,Support need") {
        @Override
        List<String> cells(Entry entry, Numbers numbers, Dice dice) {
            String name = Text.joined(" ", entry.givenName(), entry.surname());
            return List.of(
                    Dates.british(Dates.of(entry.day()), ""),
                    Text.or(dice.chance(.3) ? name.toLowerCase(java.util.Locale.ROOT) : name, "unknown"),
                    Dates.shortYear(entry.birthDate(), dice.chance(.3) ? "01/01/01" : "not given"),
                    entry.sex().isEmpty() ? "" : "f".equals(entry.sex()) ? "Woman" : "Man",
                    entry.noAbode() || entry.street().isEmpty()
                            ? dice.oneOf(new String[] {"NFA", "no fixed abode", "rough sleeping", "sofa surfing"})
                            : Text.joined(" ", entry.flat(), entry.number(), entry.street()),
                    entry.noAbode() ? "" : entry.postcode(),
                    entry.phone(),
                    entry.email(),
                    entry.nhsNumber(),
                    entry.nationalInsuranceNumber(),
                    dice.oneOf(new String[] {"Shelter", "Food", "Advice", "Health", "Benefits"}));
        }
    };

    private final Agency agency;
    private final char separator;
    private final Charset encoding;
    private final String start;
    private final String prefix;
    private final String header;

    Layout(Agency agency, char separator, Charset encoding, String start, String prefix, String header) {
        this.agency = agency;
        this.separator = separator;
        this.encoding = encoding;
        this.start = start;
        this.prefix = prefix;
        this.header = header;
    }

    /** The layout of an agency's file. */
    public static Layout of(Agency agency) {
        for (Layout layout : values()) {
            if (layout.agency == agency) {
                return layout;
            }
        }
        throw new IllegalArgumentException("no layout for " + agency);
    }

    abstract List<String> cells(Entry entry, Numbers numbers, Dice dice);

    /** File name: {@code council_tax.csv}. */
    public String fileName() {
        return agency.label() + ".csv";
    }

    /** Encoding of the file. */
    public Charset encoding() {
        return encoding;
    }

    /** First line with a byte order mark where the agency's system writes one. */
    public String head() {
        return start + header + lineEnd();
    }

    private String lineEnd() {
        return this == HOUSING || this == SCHOOLS ? "\r\n" : "\n";
    }

    /** The agency's reference for a number that is different for each of its rows. */
    public String reference(long number) {
        return prefix + (10_000_000 + number);
    }

    /** Adds one row to a text; the dice decide what the file says beside who the person is. */
    public void row(Entry entry, String reference, Numbers numbers, Dice dice, StringBuilder out) {
        out.append(reference);
        for (String cell : cells(entry, numbers, dice)) {
            out.append(separator);
            boolean quoted = cell.indexOf(separator) >= 0 || cell.indexOf('"') >= 0;
            if (quoted || (this == JOB_CENTRE && !cell.isEmpty())) {
                out.append('"').append(cell.replace("\"", "\"\"")).append('"');
            } else {
                out.append(cell);
            }
        }
        out.append(lineEnd());
    }
}
