package org.concordat.server.parties;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An OpenID Connect provider on this machine that lets in whoever it was told to expect, and can be told to lie. It checks what a
 * provider must: the client's secret, the proof key, that a code is used once.
 */
final class LittleProvider implements AutoCloseable {

    static final String CLIENT = "concordat";
    static final String SECRET = "a secret between the two";

    private final HttpServer server;
    private final RSAKey key = key();
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile RSAKey signing = key;
    private volatile JWTClaimsSet expected = new JWTClaimsSet.Builder().build();
    private volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();

    private LittleProvider(HttpServer server) {
        this.server = server;
    }

    static LittleProvider start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            var provider = new LittleProvider(server);
            server.createContext("/.well-known/openid-configuration", provider::configuration);
            server.createContext("/authorize", provider::authorize);
            server.createContext("/token", provider::token);
            server.createContext(
                    "/keys", exchange -> answer(exchange, 200, new JWKSet(provider.key.toPublicJWK()).toString()));
            server.start();
            return provider;
        } catch (IOException trouble) {
            throw new UncheckedIOException(trouble);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on this person sits in front of the browser, and nothing is a lie. */
    void expect(String subject, String email, boolean verified) {
        expected = new JWTClaimsSet.Builder()
                .subject(subject)
                .claim("email", email)
                .claim("email_verified", verified)
                .build();
        lie = UnaryOperator.identity();
        signing = key;
    }

    /** From now on tokens say something else. */
    void lie(UnaryOperator<JWTClaimsSet.Builder> lie) {
        this.lie = lie;
    }

    /** From now on tokens are signed with a key that is not the provider's, under its name. */
    void signWithAnotherKey() {
        signing = key();
    }

    private void configuration(HttpExchange exchange) throws IOException {
        answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/keys", "subject_types_supported": ["public"], "response_types_supported": ["code"],
                 "id_token_signing_alg_values_supported": ["RS256"], "scopes_supported": ["openid", "email"],
                 "token_endpoint_auth_methods_supported": ["client_secret_basic"]}
                """.formatted(issuer()));
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = pairs(exchange.getRequestURI().getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        exchange.getResponseHeaders()
                .set("Location", asked.get("redirect_uri") + "?code=" + code + "&state=" + asked.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given = pairs(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> asked = codes.remove(String.valueOf(given.get("code")));
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET.replace(' ', '+')).getBytes(UTF_8));
        if (asked == null
                || !basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !String.valueOf(asked.get("code_challenge"))
                        .equals(challenge(String.valueOf(given.get("code_verifier"))))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
            return;
        }
        Instant now = Instant.now();
        JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder(expected)
                        .issuer(issuer())
                        .audience(CLIENT)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plusSeconds(60)))
                        .claim("nonce", asked.get("nonce")))
                .build();
        answer(exchange, 200, """
                {"access_token": "unused", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}
                """.formatted(signed(claims)));
    }

    private String signed(JWTClaimsSet claims) {
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims);
            token.sign(new RSASSASigner(signing));
            return token.serialize();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("the-key").generate();
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> pairs(String query) {
        return Arrays.stream(query.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        byte[] bytes = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
