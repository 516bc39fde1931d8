package org.concordat.server.demo;

import org.concordat.server.foundation.Settings;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills the database with Tideford at the start, where it is set so. */
@Component
@Order(0) // before what is put under way in the town
class DemoStart implements ApplicationRunner {

    private final Settings settings;
    private final Tideford tideford;

    DemoStart(Settings settings, Tideford tideford) {
        this.settings = settings;
        this.tideford = tideford;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (settings.demo()) {
            tideford.fill();
        }
    }
}
