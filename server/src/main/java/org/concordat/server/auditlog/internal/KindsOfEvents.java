package org.concordat.server.auditlog.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.concordat.server.auditlog.AuditKind;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;

/**
 * Every kind of event that the areas' code can record, found in the code itself: no list to keep, and no kind that a page of
 * kinds could miss.
 */
@Component
public final class KindsOfEvents {
    private static final String CODE = "org.concordat.server";

    private final SortedMap<String, AuditKind> kinds = new TreeMap<>();

    /** Those of all enumerations in the server's code. */
    public KindsOfEvents() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(AuditKind.class));
        scanner.findCandidateComponents(CODE).stream()
                .map(BeanDefinition::getBeanClassName)
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .flatMap(KindsOfEvents::constants)
                .forEach(kind -> {
                    if (kinds.putIfAbsent(kind.code(), kind) != null) {
                        throw new IllegalStateException("two kinds of events are called " + kind.code());
                    }
                });
    }

    private static Stream<AuditKind> constants(String className) {
        Class<?> type = ClassUtils.resolveClassName(className, KindsOfEvents.class.getClassLoader());
        Object[] constants = Optional.<Object[]>ofNullable(type.getEnumConstants())
                .orElseThrow(() -> new IllegalStateException(className + " is a kind of events and no enumeration"));
        return Arrays.stream(constants).map(AuditKind.class::cast);
    }

    /** All of them, by code. */
    public Collection<AuditKind> all() {
        return Collections.unmodifiableCollection(kinds.values());
    }

    /** The areas that record any, in order. */
    public List<String> areas() {
        return kinds.values().stream().map(AuditKind::area).distinct().sorted().toList();
    }

    /** The kind of that code. */
    public Optional<AuditKind> of(String code) {
        return Optional.ofNullable(kinds.get(code));
    }

    /** Whether a code is one of a kind. */
    boolean knows(String code) {
        return kinds.containsKey(code);
    }
}
