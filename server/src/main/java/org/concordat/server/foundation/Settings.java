package org.concordat.server.foundation;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What differs from place to place, all under {@code concordat.}: given on the command line ({@code --concordat.port=8443}),
 * as environment variables ({@code CONCORDAT_PORT}) or in a file that {@code --spring.config.additional-location} names. The
 * manual's page {@code serve.md} lists them.
 *
 * <p>{@link SettingsReader} reads them: a setting that is not here stops the start.
 *
 * @param dataFolder where keys, and our own PostgreSQL, lie
 * @param address what the server listens on, 127.0.0.1 unless set
 * @param port 0 for any that is free
 * @param publicAddress what people type and e-mails link to, where it is not the address it listens on
 * @param trustedProxy IP addresses of the proxies in front, whose word on who asks, and whether by HTTPS, is believed
 * @param database a PostgreSQL of yours, else null and we run our own
 * @param tls with what the server itself speaks HTTPS, else null
 * @param mail through what e-mails are sent, else null and none are
 * @param providers identity providers of organisations, through which their people sign in; at most one for each
 * @param oneTimeCodes which authenticator apps are let in
 * @param auditing what the ledger is called, and when reading is unusual
 * @param demo whether people only practise here: an empty database is filled with the made-up partnership of Tideford, whose
 *     sign-ins everybody knows; never with a PostgreSQL of yours
 * @param practice where colleagues practise, for the first page of a real server
 * @param monitoringPort where a monitoring program on this computer finds health and figures; -1 for nowhere
 */
public record Settings(
        @DefaultValue("concordat-data") Path dataFolder,
        @DefaultValue("127.0.0.1") InetAddress address,
        @DefaultValue("8080") int port,
        @Nullable URI publicAddress,
        @DefaultValue List<InetAddress> trustedProxy,
        @Nullable Database database,
        @Nullable Tls tls,
        @Nullable Mail mail,
        @DefaultValue List<Provider> providers,
        @DefaultValue OneTimeCodes oneTimeCodes,
        @DefaultValue Auditing auditing,
        @DefaultValue("false") boolean demo,
        @DefaultValue Practice practice,
        @DefaultValue("-1") int monitoringPort) {

    private static final int LAST_PORT = 65_535;

    public Settings {
        trustedProxy = List.copyOf(trustedProxy);
        providers = List.copyOf(providers);
        require(
                providers.stream().map(Provider::organisation).distinct().count() == providers.size(),
                "providers",
                "one for each organisation at most");
        require(port >= 0 && port <= LAST_PORT, "port", "a number from 0 to 65535");
        require(
                publicAddress == null || publicAddress.getHost() != null,
                "public-address",
                "a whole address such as https://sharing.example.org");
        require(
                !demo || database == null,
                "demo",
                "without concordat.database.url, since practice runs its own PostgreSQL");
        require(
                mail == null || publicAddress != null,
                "mail.host",
                "given with concordat.public-address, to which e-mails link");
        require(
                monitoringPort >= -1 && monitoringPort <= LAST_PORT && (monitoringPort < 1 || monitoringPort != port),
                "monitoring-port",
                "a number from 0 to 65535, and not that of the pages");
        if (!address.isLoopbackAddress() && tls == null && trustedProxy.isEmpty()) {
            throw beyondLoopback(address.getHostAddress());
        }
    }

    /** Whether people reach the server by HTTPS, so that cookies may be marked so. */
    public boolean isReachedByHttps() {
        return tls != null || !trustedProxy.isEmpty();
    }

    /** The refusal to listen to other machines without encryption. */
    public static ServerException beyondLoopback(String address) {
        return new ServerException(
                "BEYOND-LOOPBACK",
                "The server would listen on " + address + ", where other machines reach it, without encryption. Set"
                        + " concordat.tls.certificate and concordat.tls.private-key, or concordat.trusted-proxy where a"
                        + " proxy in front speaks HTTPS, or leave concordat.address at 127.0.0.1.");
    }

    private static void require(boolean holds, String setting, String what) {
        if (!holds) {
            throw new IllegalArgumentException("concordat." + setting + " must be " + what);
        }
    }

    /**
     * A PostgreSQL 18 of yours. It has a database for us, owned by the role {@code concordat_owner} (with BYPASSRLS, so that
     * back-ups are whole), and a role {@code concordat_app} that owns nothing. Prints without passwords.
     *
     * @param url {@code jdbc:postgresql://host/database}, without user or password
     */
    public record Database(String url, String ownerPassword, String applicationPassword) {
        public Database {
            require(
                    url != null && url.startsWith("jdbc:postgresql://"),
                    "database.url",
                    "jdbc:postgresql://host/database");
            require(ownerPassword != null, "database.owner-password", "given with concordat.database.url");
            require(applicationPassword != null, "database.application-password", "given with concordat.database.url");
        }

        @Override
        public String toString() {
            return "Database[" + url + ", passwords hidden]";
        }
    }

    /**
     * With what the server itself speaks HTTPS: certificate and key as PEM files.
     *
     * @param certificate the server's certificate, followed by those that vouch for it
     * @param privateKey its key, which only the server's user should be able to read
     */
    public record Tls(Path certificate, Path privateKey) {
        public Tls {
            require(certificate != null, "tls.certificate", "given with concordat.tls.private-key");
            require(privateKey != null, "tls.private-key", "given with concordat.tls.certificate");
        }
    }

    /**
     * Which authenticator apps people may turn one-time codes on with.
     *
     * @param sha1Too whether those too that know SHA-1 only
     */
    public record OneTimeCodes(@DefaultValue("false") boolean sha1Too) {}

    /**
     * Where colleagues practise.
     *
     * @param address of a server that was started with {@code ./concordat demo}, else null
     */
    public record Practice(@Nullable URI address) {
        public Practice {
            require(
                    address == null
                            || (address.getHost() != null
                                    && Set.of("http", "https").contains(String.valueOf(address.getScheme()))),
                    "practice.address",
                    "a whole address such as https://practice.example.org");
        }
    }

    /**
     * Through what e-mails are sent, by SMTP. Prints without the password.
     *
     * @param encryption from the first byte, begun by STARTTLS, or none, which only a mail server on this machine may have
     * @param from the sender's address
     * @param user null where the mail server asks for none
     * @param password given itself, as an environment variable
     * @param passwordFile a file that holds it, which only the server's user should be able to read
     */
    public record Mail(
            String host,
            @DefaultValue("587") int port,
            @DefaultValue("starttls") Encryption encryption,
            String from,
            @Nullable String user,
            @Nullable String password,
            @Nullable Path passwordFile) {

        private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

        /** How the way to the mail server is encrypted. */
        public enum Encryption {
            STARTTLS,
            TLS,
            NONE
        }

        public Mail {
            require(host != null, "mail.host", "given with the rest of concordat.mail");
            require(
                    from != null && from.matches("[^\\s\\p{Cntrl}@<>]+@[^\\s\\p{Cntrl}@<>]+"),
                    "mail.from",
                    "an address such as concordat@example.org");
            require(port > 0 && port <= LAST_PORT, "mail.port", "a number from 1 to 65535");
            require(
                    encryption != Encryption.NONE || HERE.contains(host),
                    "mail.encryption",
                    "starttls or tls, except for a mail server on this machine");
            require(password == null || passwordFile == null, "mail.password", "given itself or in a file, not both");
            require(
                    (user == null) == (password == null && passwordFile == null),
                    "mail.user",
                    "given with concordat.mail.password or concordat.mail.password-file, or neither");
        }

        @Override
        public String toString() {
            return "Mail[" + host + ":" + port + ", the rest hidden]";
        }
    }

    /**
     * An organisation's own identity provider (OpenID Connect), through which its people sign in.
     *
     * @param organisation the code of the organisation
     * @param issuer its address, by HTTPS unless it is on this machine; what it can do is read from there
     * @param clientId by which it knows this server
     * @param secretFile a file that holds the secret with which this server proves itself to it
     * @param domains of the e-mail addresses that it speaks for: nobody with another one is let in by it
     */
    public record Provider(String organisation, URI issuer, String clientId, Path secretFile, List<String> domains) {
        public Provider {
            require(
                    organisation != null && organisation.matches("[a-z0-9][a-z0-9-]{1,58}[a-z0-9]"),
                    "providers.organisation",
                    "the code of an organisation, given with the rest of a provider");
            require(
                    issuer != null
                            && issuer.getHost() != null
                            && ("https".equals(issuer.getScheme())
                                    || "http".equals(issuer.getScheme())
                                            && issuer.getHost().equals("127.0.0.1")),
                    "providers.issuer",
                    "the provider's address, which begins with https://");
            require(
                    clientId != null && !clientId.isBlank(),
                    "providers.client-id",
                    "given with the rest of a provider");
            require(secretFile != null, "providers.secret-file", "given with the rest of a provider");
            require(
                    domains != null
                            && !domains.isEmpty()
                            && domains.stream().allMatch(each -> each.matches("[a-z0-9-]+(\\.[a-z0-9-]+)+")),
                    "providers.domains",
                    "one domain of e-mail addresses or more, in small letters, such as tideford.example");
            domains = List.copyOf(domains);
        }
    }

    /**
     * What the ledger is called, and when reading is unusual: see the manual's page {@code audit-log.md}.
     *
     * @param ledgerName unique in the world, such as {@code ledger.tideford.example}; kept for good once the server has started
     *     with it. Where null, that of the public address, or {@code ledger.localhost}
     * @param leastReadings fewer in an hour are never unusual
     * @param times how often the habit must be exceeded
     * @param habitDays from how many days the habit is known
     */
    public record Auditing(
            @Nullable String ledgerName,
            @DefaultValue("30") int leastReadings,
            @DefaultValue("5") int times,
            @DefaultValue("28") int habitDays) {
        /** Longer habits are of no use, and counting them takes long. */
        private static final int MOST_DAYS = 366;

        public Auditing {
            require(
                    ledgerName == null || ledgerName.matches("[A-Za-z0-9][A-Za-z0-9./-]{2,99}"),
                    "auditing.ledger-name",
                    "3 to 100 letters, digits, dots, hyphens and slashes");
            require(leastReadings >= 2, "auditing.least-readings", "2 or more");
            require(times >= 2, "auditing.times", "2 or more");
            require(
                    habitDays >= 1 && habitDays <= MOST_DAYS,
                    "auditing.habit-days",
                    "a number of days from 1 to " + MOST_DAYS);
        }
    }
}
