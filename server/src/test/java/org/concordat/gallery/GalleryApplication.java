package org.concordat.gallery;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.concordat.server.foundation.pages.Frame;
import org.concordat.server.foundation.pages.FrameSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.MultipartAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The page frame with nothing behind it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    PropertyPlaceholderAutoConfiguration.class,
    MessageSourceAutoConfiguration.class,
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    ErrorMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class,
    MultipartAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    HttpMessageConvertersAutoConfiguration.class,
    ThymeleafAutoConfiguration.class
})
@ComponentScan({"org.concordat.server.foundation.pages", "org.concordat.gallery"})
class GalleryApplication {

    /** As SecurityChains sets it. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; font-src 'none'; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    /** Starts it on a free port of this machine alone. */
    static ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(GalleryApplication.class)
                .run(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--spring.messages.basename=messages/foundation,messages/gallery");
    }

    @Bean
    Filter contentPolicy() {
        return (request, response, chain) -> {
            if (response instanceof HttpServletResponse http) {
                http.setHeader("Content-Security-Policy", POLICY);
            }
            chain.doFilter(request, response);
        };
    }

    @Bean
    FrameSource frameSource() {
        return request -> {
            String as = Optional.ofNullable(request.getParameter("as")).orElse("analyst");
            if (as.equals("stranger")) {
                return Frame.anonymous();
            }
            if (as.equals("broken")) {
                throw new IllegalStateException("nobody can be known");
            }
            String path = request.getRequestURI();
            return new Frame(
                    Optional.of("Tideford Partnership"),
                    Optional.of(new Frame.Wearer(
                            "Ada Pemberton",
                            Optional.of("gallery.role"),
                            Optional.of("Tideford Borough Council"),
                            true)),
                    List.of(
                            Frame.Item.of("gallery.title", "/gallery", path),
                            Frame.Item.of("gallery.lists", "/lists", path),
                            Frame.Item.of("gallery.things", "/things", path)),
                    3,
                    as.equals("practising"));
        };
    }
}
