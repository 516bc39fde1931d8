package org.concordat.server.foundation;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * Reads {@link Settings}, and refuses names that begin with {@code concordat} and are none: a misspelt setting would leave
 * in force what somebody meant to change. Java's own system properties are read, but not searched for unknown names, since
 * builds and launchers put theirs there.
 */
public final class SettingsReader {
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[-._]");
    private static final Pattern PLACE_IN_LIST = Pattern.compile("\\[\\d+]|[._]\\d+(?=[._]|$)");
    private static final String PREFIX = "concordat";

    /** Of the environment variables, those that set the launcher. */
    private static final Set<String> OF_THE_LAUNCHER = Set.of("concordatmemory", "concordatjdk", "concordatjdkplaces");

    private SettingsReader() {}

    /**
     * @throws ServerException with {@code SETTING-UNKNOWN}, {@code SETTING-UNUSABLE} or {@code BEYOND-LOOPBACK}; it names
     *     settings and never shows their values, of which some are secret
     */
    public static Settings read(ConfigurableEnvironment environment) {
        refuseUnknown(environment);
        try {
            return Binder.get(environment).bindOrCreate(PREFIX, Settings.class);
        } catch (BindException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof ServerException ours) {
                    throw ours;
                }
                if (cause instanceof IllegalArgumentException
                        && cause.getMessage() != null
                        && cause.getMessage().startsWith(PREFIX + ".")) {
                    throw unusable(cause.getMessage());
                }
            }
            throw unusable(e.getName() + " cannot be read or is incomplete");
        }
    }

    private static ServerException unusable(String what) {
        return new ServerException(
                "SETTING-UNUSABLE", "The setting " + what + ". Correct it; docs/manual/serve.md says what it may be.");
    }

    private static void refuseUnknown(ConfigurableEnvironment environment) {
        Set<String> known =
                namesIn(Settings.class, PREFIX).map(SettingsReader::bare).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>();
        for (PropertySource<?> source : environment.getPropertySources()) {
            if (!(source instanceof EnumerablePropertySource<?> names)
                    || source.getName().equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME)) {
                continue;
            }
            boolean isEnvironment =
                    source.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
            for (String name : names.getPropertyNames()) {
                String lower = name.toLowerCase(Locale.ROOT);
                if (!lower.startsWith(PREFIX + (isEnvironment ? "_" : "."))) {
                    continue;
                }
                String bare = bare(PLACE_IN_LIST.matcher(lower).replaceAll(""));
                if (!known.contains(bare) && !(isEnvironment && OF_THE_LAUNCHER.contains(bare))) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new ServerException(
                    "SETTING-UNKNOWN",
                    "There is no setting " + String.join(", ", unknown) + ", so the server does not start. Correct or"
                            + " remove it; docs/manual/serve.md lists the settings.");
        }
    }

    private static Stream<String> namesIn(Class<?> type, String prefix) {
        return Arrays.stream(type.getRecordComponents()).flatMap(component -> names(component, prefix));
    }

    private static Stream<String> names(RecordComponent component, String prefix) {
        String name = prefix + "." + component.getName();
        if (component.getType().isRecord()) {
            return namesIn(component.getType(), name);
        }
        return component.getGenericType() instanceof ParameterizedType list
                        && list.getActualTypeArguments()[0] instanceof Class<?> each
                        && each.isRecord()
                ? namesIn(each, name)
                : Stream.of(name);
    }

    /** One spelling for {@code data-folder}, {@code dataFolder} and {@code DATA_FOLDER}. */
    private static String bare(String name) {
        return BETWEEN_WORDS.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
