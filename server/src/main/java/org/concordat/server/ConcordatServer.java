package org.concordat.server;

import java.util.List;
import org.concordat.server.foundation.ServerException;
import org.concordat.server.foundation.internal.DatabaseAhead;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The server's start, and what else is done with its database; {@code ./concordat serve}, {@code backup}, {@code restore}.
 * Areas may have types of the same name, so beans are called by their whole names. People are those of area {@code parties}:
 * Spring Boot would make one more, with a password in the log, where it finds none of its own kind.
 */
@SpringBootApplication(
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        exclude = UserDetailsServiceAutoConfiguration.class)
public class ConcordatServer {

    /** Does what the first argument says. A server that was started goes on when this returns. */
    public static void main(String[] arguments) {
        int exitCode = ServerCommands.commandLine().execute(arguments);
        boolean goesOn = exitCode == 0
                && arguments.length > 0
                && List.of(ServeCommand.NAME, DemoCommand.NAME).contains(arguments[0])
                && !List.of(arguments).contains("--help");
        if (!goesOn) {
            System.exit(exitCode);
        }
    }

    /** Starts the server and its database, and returns when both answer. */
    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication application = new SpringApplication(ConcordatServer.class);
        application.addInitializers(new DatabaseAhead());
        try {
            return application.run(arguments);
        } catch (ApplicationContextException e) {
            PortInUseException taken = QuietTroubles.find(PortInUseException.class, e);
            if (taken == null) {
                throw e;
            }
            throw new ServerException(
                    "PORT-IN-USE",
                    "Another program of this computer answers at port " + taken.getPort()
                            + ". Stop it, or give the server another port, such as --port " + (taken.getPort() + 1)
                            + ".",
                    e);
        }
    }
}
