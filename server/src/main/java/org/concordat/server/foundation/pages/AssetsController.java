package org.concordat.server.foundation.pages;

import java.time.Duration;
import org.concordat.server.foundation.access.OpenTo;
import org.concordat.server.foundation.access.OpenTo.Audience;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out the stylesheet, the script and the icon. */
@Controller
class AssetsController {

    private final PageAssets assets;

    AssetsController(PageAssets assets) {
        this.assets = assets;
    }

    @GetMapping("/assets/{hash}/{name}")
    @OpenTo(Audience.ANYONE)
    ResponseEntity<byte[]> asset(@PathVariable String hash, @PathVariable String name) {
        return assets.find(hash, name)
                .map(asset -> ResponseEntity.ok()
                        .contentType(asset.type())
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(asset.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
