package org.concordat.server.parties.internal;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.concordat.server.auditlog.AuditEvent;
import org.concordat.server.auditlog.AuditLog;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.PartiesAudit;
import org.concordat.server.parties.Person;
import org.concordat.server.parties.Persons;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * How people prove who they are: by password and, where they turned it on, a one-time code. Works as the server itself, since
 * nobody is known yet or only their own account is meant.
 */
@Service
public class Accounts {

    private static final int RECOVERY_CODES = 8;
    /** Enough that a plain hash keeps them: a stolen database is no help in guessing 120 bits. */
    private static final int RECOVERY_BYTES = 15;
    /** Failures about one account, wherever they come from, before each further attempt waits. */
    private static final int FREE_FOR_AN_ACCOUNT = 50;
    /** Failures from one network address, which a whole town hall may share, before each further attempt waits. */
    private static final int FREE_FOR_A_PLACE = 100;

    private final JdbcClient sql;
    private final Persons persons;
    private final Passwords passwords;
    private final OneTimeCodes codes;
    private final Throttle throttle;
    private final Settings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final SecureRandom random;
    private final InTransaction transaction;
    /** What the password of an account that does not exist is held against, so that it takes as long. */
    private final String nobodysHash;

    Accounts(
            JdbcClient sql,
            Persons persons,
            Passwords passwords,
            OneTimeCodes codes,
            Throttle throttle,
            Settings settings,
            AuditLog audit,
            Clock clock,
            SecureRandom random,
            InTransaction transaction) {
        this.sql = sql;
        this.persons = persons;
        this.passwords = passwords;
        this.codes = codes;
        this.throttle = throttle;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.random = random;
        this.transaction = transaction;
        this.nobodysHash = passwords.hashOfNone(random);
    }

    /** What came of an attempt to sign in. */
    public sealed interface Attempt {
        /** The person is who they say. */
        record Proved(UUID person) implements Attempt {}

        /** The password is right; a second proof is needed too: a one-time code or a passkey. */
        record NeedsCode(UUID person) implements Attempt {}

        /** Address, password or code are wrong; which is not said. */
        record Wrong() implements Attempt {}

        /** Too many attempts failed. */
        record TooMany(Duration pause) implements Attempt {}
    }

    private record Account(
            UUID person,
            @Nullable String hash,
            byte @Nullable [] secret,
            CodeHash codeHash,
            boolean confirmed,
            long lastStep) {}

    /**
     * Tries a password.
     *
     * @param from the network address that it comes from
     */
    public Attempt password(String email, String password, String from) {
        return Acting.asServer("sign-in", () -> tryPassword(email.toLowerCase(Locale.ROOT), password, from));
    }

    private Attempt tryPassword(String email, String password, String from) {
        // Somebody's guesses make that place wait, and not the owner of the account, unless they come from many places
        // at once.
        String aboutBoth = "account " + email + " from " + from;
        String aboutAccount = "account " + email;
        String aboutPlace = "place " + from;
        Optional<Duration> wait = throttle.waitFor(aboutBoth)
                .or(() -> throttle.waitFor(aboutAccount, FREE_FOR_AN_ACCOUNT))
                .or(() -> throttle.waitFor(aboutPlace, FREE_FOR_A_PLACE));
        if (wait.isPresent()) {
            return new Attempt.TooMany(wait.get());
        }
        Optional<Account> account = transaction.of(() -> persons.findByEmail(email)
                .filter(person -> person.leftOn().isEmpty())
                .flatMap(person -> account(person.id())));
        String hash = account.map(Account::hash).orElse(nobodysHash);
        boolean right = passwords.matches(password, hash) && account.isPresent();
        if (!right) {
            List.of(aboutBoth, aboutAccount, aboutPlace).forEach(throttle::failed);
            account.ifPresent(known -> failed(known.person()));
            return new Attempt.Wrong();
        }
        UUID person = account.orElseThrow().person();
        if (account.orElseThrow().confirmed() || hasPasskey(person)) {
            return new Attempt.NeedsCode(person);
        }
        throttle.succeeded(aboutBoth);
        return new Attempt.Proved(person);
    }

    private boolean hasPasskey(UUID person) {
        return transaction.of(() -> sql.sql("select exists (select from parties.passkey where person = :person)")
                .param("person", person)
                .query(Boolean.class)
                .single());
    }

    /** Tries the one-time code, or one of the recovery codes, of a person whose password was right. */
    public Attempt code(UUID person, String code) {
        return Acting.asServer("sign-in", () -> transaction.of(() -> tryCode(person, code.replace(" ", ""))));
    }

    private Attempt tryCode(UUID person, String code) {
        String about = "code " + person;
        Optional<Duration> wait = throttle.waitFor(about);
        if (wait.isPresent()) {
            return new Attempt.TooMany(wait.get());
        }
        Account account = account(person).orElseThrow();
        byte[] sealed = account.secret();
        OptionalLong step = sealed == null || !account.confirmed()
                ? OptionalLong.empty()
                : codes.step(codes.opened(sealed), account.codeHash(), code, clock.instant(), account.lastStep());
        if (step.isPresent() && usedFirst(person, step.getAsLong()) || isRecoveryCode(person, code)) {
            throttle.succeeded(about);
            return new Attempt.Proved(person);
        }
        throttle.failed(about);
        failed(person);
        return new Attempt.Wrong();
    }

    /** Two attempts with one code at the same moment: one of them comes first. */
    private boolean usedFirst(UUID person, long step) {
        return sql.sql(
                                "update parties.account set code_last_step = :step where person = :person and code_last_step < :step")
                        .param("person", person)
                        .param("step", step)
                        .update()
                == 1;
    }

    private boolean isRecoveryCode(UUID person, String code) {
        return sql.sql("""
                        update parties.recovery_code set used_at = :now
                        where person = :person and hash = :hash and used_at is null
                        """)
                        .param("person", person)
                        .param("hash", Secrets.hash(plain(code)))
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private void failed(UUID person) {
        transaction.of(
                () -> audit.record(AuditEvent.of(PartiesAudit.SIGN_IN_FAILED).about("person", person.toString())));
    }

    /** Why a password will not do for that person; empty when it will. */
    Optional<Passwords.Weakness> weakness(Person person, String password) {
        var known = new ArrayList<String>(List.of("concordat"));
        known.addAll(List.of(person.name().toLowerCase(Locale.ROOT).split("\\W+")));
        known.addAll(List.of(person.email().toLowerCase(Locale.ROOT).split("\\W+")));
        known.addAll(List.of(person.organisation().split("-")));
        return passwords.weakness(password, known);
    }

    /** The message that says why a password will not do for that person; empty when it will. */
    public Optional<String> trouble(Person person, String password) {
        return weakness(person, password).map(weakness -> switch (weakness) {
            case TOO_SHORT -> "parties.password.too-short";
            case TOO_LONG -> "parties.password.too-long";
            case EASILY_GUESSED -> "parties.password.easily-guessed";
        });
    }

    /** Sets a password that is good enough. */
    public void setPassword(UUID person, String password) {
        String hash = passwords.hash(password);
        Acting.asServer(
                "own-account",
                () -> transaction.of(() -> {
                    sql.sql("""
                            insert into parties.account (person, password_hash, changed_at) values (:person, :hash, :now)
                            on conflict (person) do update set password_hash = :hash, changed_at = :now
                            """)
                            .param("person", person)
                            .param("hash", hash)
                            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                            .update();
                    return audit.record(
                            AuditEvent.of(PartiesAudit.PASSWORD_CHANGED).about("person", person.toString()));
                }));
    }

    /** Whether a person has a password: who signs in through their organisation need not. */
    public boolean hasPassword(UUID person) {
        return Acting.asServer(
                "own-account",
                () -> transaction.of(() -> account(person)
                        .filter(account -> account.hash() != null)
                        .isPresent()));
    }

    /** Whether a person has turned one-time codes on. */
    public boolean usesCodes(UUID person) {
        return Acting.asServer(
                "own-account",
                () -> transaction.of(
                        () -> account(person).filter(Account::confirmed).isPresent()));
    }

    /** What came of the first code of somebody who turns one-time codes on. */
    public sealed interface Confirmation {
        /** They are on; the recovery codes, which are shown once. */
        record On(List<String> recoveryCodes) implements Confirmation {
            public On {
                recoveryCodes = List.copyOf(recoveryCodes);
            }
        }

        /** It is no code of that secret, or there is no secret that waits. */
        record Wrong() implements Confirmation {}

        /** It is the code that an app makes which knows SHA-1 only, and passes over what the picture says. */
        record KnowsSha1Only() implements Confirmation {}
    }

    /** A new secret for one-time codes by SHA-256, which counts once a code of it is confirmed. */
    public byte[] beginCodes(UUID person) {
        byte[] secret = codes.freshSecret();
        Acting.asServer(
                "own-account",
                () -> transaction.of(() -> sql.sql("""
                        update parties.account set code_secret = :secret, code_hash = 'SHA256'
                        where person = :person and not code_confirmed
                        """)
                        .param("person", person)
                        .param("secret", codes.sealed(secret))
                        .update()));
        return secret;
    }

    /** Turns one-time codes on when the code is right. */
    public Confirmation confirmCodes(UUID person, String code) {
        return Acting.asServer("own-account", () -> transaction.of(() -> tryConfirm(person, code.replace(" ", ""))));
    }

    private Confirmation tryConfirm(UUID person, String code) {
        Account account = account(person).orElseThrow();
        byte[] sealed = account.secret();
        if (sealed == null || account.confirmed()) {
            return new Confirmation.Wrong();
        }
        byte[] secret = codes.opened(sealed);
        OptionalLong step = codes.step(secret, CodeHash.SHA256, code, clock.instant(), 0);
        if (step.isPresent()) {
            return turnedOn(person, CodeHash.SHA256, step.getAsLong());
        }
        OptionalLong bySha1 = codes.step(secret, CodeHash.SHA1, code, clock.instant(), 0);
        if (bySha1.isEmpty()) {
            return new Confirmation.Wrong();
        }
        return settings.oneTimeCodes().sha1Too()
                ? turnedOn(person, CodeHash.SHA1, bySha1.getAsLong())
                : new Confirmation.KnowsSha1Only();
    }

    private Confirmation turnedOn(UUID person, CodeHash hash, long step) {
        sql.sql("""
                        update parties.account set code_confirmed = true, code_hash = :hash, code_last_step = :step
                        where person = :person
                        """)
                .param("person", person)
                .param("hash", hash.name())
                .param("step", step)
                .update();
        audit.record(AuditEvent.of(PartiesAudit.CODES_TURNED_ON)
                .about("person", person.toString())
                .with("hash", hash.name()));
        return new Confirmation.On(freshRecoveryCodes(person));
    }

    private List<String> freshRecoveryCodes(UUID person) {
        sql.sql("delete from parties.recovery_code where person = :person")
                .param("person", person)
                .update();
        var fresh = new ArrayList<String>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            String recovery = recoveryCode();
            fresh.add(recovery);
            sql.sql("insert into parties.recovery_code (person, hash) values (:person, :hash)")
                    .param("person", person)
                    .param("hash", Secrets.hash(plain(recovery)))
                    .update();
        }
        return List.copyOf(fresh);
    }

    /** Easy to copy from paper: 120 random bits as small letters and digits from 2 to 7, in groups of four. */
    private String recoveryCode() {
        byte[] bytes = new byte[RECOVERY_BYTES];
        random.nextBytes(bytes);
        return new Base32().encodeToString(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** A code as it was typed, without what people put between its letters. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT);
    }

    /** Turns one-time codes off. Whoever calls has asked for the password again. */
    public void endCodes(UUID person) {
        Acting.asServer(
                "own-account",
                () -> transaction.of(() -> {
                    sql.sql("""
                            update parties.account set code_confirmed = false, code_secret = null, code_hash = null,
                                code_last_step = 0
                            where person = :person
                            """).param("person", person).update();
                    sql.sql("delete from parties.recovery_code where person = :person")
                            .param("person", person)
                            .update();
                    return audit.record(
                            AuditEvent.of(PartiesAudit.CODES_TURNED_OFF).about("person", person.toString()));
                }));
    }

    private Optional<Account> account(UUID person) {
        return sql.sql("select * from parties.account where person = :person")
                .param("person", person)
                .query(Accounts::account)
                .optional();
    }

    private static Account account(ResultSet row, int number) throws SQLException {
        return new Account(
                row.getObject("person", UUID.class),
                row.getString("password_hash"),
                row.getBytes("code_secret"),
                // Nobody has a code where there is no secret; then neither counts.
                Optional.ofNullable(row.getString("code_hash"))
                        .map(CodeHash::valueOf)
                        .orElse(CodeHash.SHA256),
                row.getBoolean("code_confirmed"),
                row.getLong("code_last_step"));
    }
}
