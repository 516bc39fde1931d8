package org.concordat.server.foundation.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Makes the messages, in the place of those that Spring Boot would make of the same settings. */
@Configuration(proxyBeanMethods = false)
class WordsConfiguration {

    @Bean("messageSource")
    RelabelledMessages messageSource(Environment environment) {
        var messages = new RelabelledMessages();
        messages.setBasenames(
                environment.getRequiredProperty("spring.messages.basename").split(","));
        messages.setDefaultEncoding(UTF_8.name());
        messages.setFallbackToSystemLocale(false);
        messages.setAlwaysUseMessageFormat(true);
        return messages;
    }
}
