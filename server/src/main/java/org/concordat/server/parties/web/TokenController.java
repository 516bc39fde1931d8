package org.concordat.server.parties.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.concordat.server.foundation.acting.Acting;
import org.concordat.server.parties.internal.ClientSystems;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Gives client systems their tokens: OAuth 2.0 client credentials (RFC 6749, 4.4), the secret by HTTP Basic. */
@RestController
class TokenController {

    private static final String BASIC = "Basic ";
    private static final int LONGEST_HEADER = 400;

    private final ClientSystems clients;

    TokenController(ClientSystems clients) {
        this.clients = clients;
    }

    @PostMapping(
            path = "/api/token",
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(Audience.ANYONE)
    ResponseEntity<Map<String, Object>> token(HttpServletRequest request) {
        if (!"client_credentials".equals(request.getParameter("grant_type"))) {
            return answer(HttpStatus.BAD_REQUEST, Map.of("error", "unsupported_grant_type"));
        }
        return credentials(request.getHeader("Authorization"))
                .flatMap(each -> Acting.asServer("token", () -> clients.token(each.id(), each.secret())))
                .map(token -> answer(
                        HttpStatus.OK,
                        Map.of(
                                "access_token",
                                token,
                                "token_type",
                                "Bearer",
                                "expires_in",
                                ClientSystems.TOKEN_LIFE.toSeconds())))
                .orElseGet(() -> answer(HttpStatus.UNAUTHORIZED, Map.of("error", "invalid_client")));
    }

    private record Credentials(UUID id, String secret) {
        @Override
        public String toString() {
            return "Credentials[" + id + ", hidden]";
        }
    }

    private static Optional<Credentials> credentials(@org.jspecify.annotations.Nullable String header) {
        if (header == null || !header.startsWith(BASIC) || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            String plain = new String(Base64.getDecoder().decode(header.substring(BASIC.length())), UTF_8);
            int colon = plain.indexOf(':');
            return colon < 0
                    ? Optional.empty()
                    : Optional.of(
                            new Credentials(UUID.fromString(plain.substring(0, colon)), plain.substring(colon + 1)));
        } catch (IllegalArgumentException notBase64OrNoId) {
            return Optional.empty();
        }
    }

    private static ResponseEntity<Map<String, Object>> answer(HttpStatus status, Map<String, Object> body) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(body);
    }
}
