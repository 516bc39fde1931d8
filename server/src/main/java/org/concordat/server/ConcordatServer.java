package org.concordat.server;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** The server's start. Areas may have types of the same name, so beans are called by their whole names. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class ConcordatServer {

    /** Starts with settings from the command line, the environment and {@code application.yaml}, in this order. */
    public static void main(String[] arguments) {
        new SpringApplication(ConcordatServer.class).run(arguments);
    }
}
