package org.concordat.server.decisions;

import org.concordat.policy.law.LawPack;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What decisions stand on: the law pack, read once at the start. */
@Configuration
class DecisionsConfiguration {

    /** The law that Concordat ships. A pack that cannot be used stops the start. */
    @Bean
    LawPack lawPack() {
        return LawPack.unitedKingdom();
    }
}
