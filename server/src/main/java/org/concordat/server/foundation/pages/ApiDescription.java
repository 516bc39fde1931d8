package org.concordat.server.foundation.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes the interface for systems (OpenAPI 3.1), made from its code. It says nothing that is not in the manual. */
@Hidden
@RestController
class ApiDescription {

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
