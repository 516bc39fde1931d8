package org.concordat.server.parties.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
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
@SecurityScheme(name = TokenController.CREDENTIALS, type = SecuritySchemeType.HTTP, scheme = "basic")
@RestController
class TokenController {

    static final String CREDENTIALS = "credentials";
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
    @Operation(
            summary = "Get a token",
            description =
                    "OAuth 2.0 client credentials (RFC 6749, 4.4): the id and secret of your system by HTTP Basic.",
            security = @SecurityRequirement(name = CREDENTIALS),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_FORM_URLENCODED_VALUE,
                                            schema = @Schema(implementation = TokenRequest.class))))
    @ApiResponse(responseCode = "200", description = "A token and how many seconds it is good for.")
    @ApiResponse(responseCode = "400", description = "Another kind of grant was asked for.")
    @ApiResponse(responseCode = "401", description = "Id or secret is wrong, or the system was ended.")
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

    /** What the body holds, for the description. */
    private record TokenRequest(
            @Schema(
                    name = "grant_type",
                    allowableValues = "client_credentials",
                    requiredMode = Schema.RequiredMode.REQUIRED)
            String grantType) {}

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
