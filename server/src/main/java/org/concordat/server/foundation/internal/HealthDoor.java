package org.concordat.server.foundation.internal;

import java.util.Map;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Status;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells a proxy in front whether to send people here, and not why not. */
@RestController
class HealthDoor {

    private final HealthEndpoint health;

    HealthDoor(HealthEndpoint health) {
        this.health = health;
    }

    @GetMapping(path = "/health", produces = MediaType.APPLICATION_JSON_VALUE)
    @OpenTo(Audience.ANYONE)
    ResponseEntity<Map<String, Boolean>> health() {
        boolean ready = Status.UP.equals(health.health().getStatus());
        return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("ready", ready));
    }
}
