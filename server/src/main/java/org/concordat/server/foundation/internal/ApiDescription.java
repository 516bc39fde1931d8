package org.concordat.server.foundation.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import io.swagger.v3.oas.annotations.servers.Server;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the interface for systems (OpenAPI 3.1), made from its code. It says nothing that is not in the manual. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Concordat",
                        version = "1",
                        description = "What the systems of organisations may ask the partnership's server."),
        servers = @Server(url = "/"),
        security = @SecurityRequirement(name = ApiDescription.TOKEN))
@SecurityScheme(
        name = ApiDescription.TOKEN,
        type = SecuritySchemeType.HTTP,
        scheme = "bearer",
        description = "The token that /api/token gives, for an hour at most.")
@Hidden
@RestController
class ApiDescription {

    static final String TOKEN = "token";
    private static final String ADDRESS = "/api/description";

    private final OpenApiWebMvcResource made;

    ApiDescription(OpenApiWebMvcResource made) {
        this.made = made;
    }

    @GetMapping(path = ADDRESS, produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(Audience.ANYONE)
    byte[] description(HttpServletRequest request, Locale locale) throws JsonProcessingException {
        return made.openapiJson(request, ADDRESS, locale);
    }
}
