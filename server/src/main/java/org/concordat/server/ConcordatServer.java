package org.concordat.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The server's start. */
@SpringBootApplication
public class ConcordatServer {

    /** Starts with settings from the command line, the environment and {@code application.yaml}, in this order. */
    public static void main(String[] arguments) {
        new SpringApplication(ConcordatServer.class).run(arguments);
    }
}
