package org.concordat.server;

import java.util.ArrayList;
import java.util.List;
import org.concordat.server.foundation.Settings;
import org.concordat.server.foundation.SettingsReader;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command here takes besides its options: settings, each {@code --concordat.name=value}. */
@Command
final class GivenSettings {
    private static final List<String> BEGINNINGS = List.of("--concordat.", "--spring.", "--logging.");

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--port", paramLabel = "PORT", description = "Short for --concordat.port=PORT.")
    private @Nullable Integer port;

    @Option(
            names = "--data-folder",
            paramLabel = "FOLDER",
            description = "Short for --concordat.data-folder=FOLDER: where everything is kept.")
    private @Nullable String dataFolder;

    /** The arguments for Spring. Whether a setting exists is for {@link SettingsReader} to say. */
    String[] arguments() {
        if (command == null) {
            return new String[0];
        }
        CommandLine line = command.commandLine();
        List<String> arguments = line.getUnmatchedArguments();
        for (String argument : arguments) {
            if (BEGINNINGS.stream().noneMatch(argument::startsWith) || !argument.contains("=")) {
                throw new ParameterException(line, "Unknown option or argument '" + argument + "'");
            }
        }
        var all = new ArrayList<>(arguments);
        if (port != null) {
            all.add("--concordat.port=" + port);
        }
        if (dataFolder != null) {
            all.add("--concordat.data-folder=" + dataFolder);
        }
        return all.toArray(String[]::new);
    }

    /** The settings, read as the server reads them. From here on libraries say nothing, which without Spring they would. */
    Settings read() {
        LoggingSystem.get(GivenSettings.class.getClassLoader()).beforeInitialize();
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments()));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return SettingsReader.read(environment);
    }
}
