package org.concordat.server.parties.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concordat.policy.words.Nation;
import org.concordat.policy.words.OrganisationKind;
import org.concordat.policy.words.Word;
import org.concordat.server.foundation.acting.Role;
import org.concordat.server.foundation.forms.Option;
import org.springframework.context.MessageSource;

/** What the forms of parties offer to choose from, in words. */
final class Offers {

    private Offers() {}

    /** Key of a role's name. */
    static String roleKey(Role role) {
        return "parties.role." + role.word();
    }

    /** Roles by their words, each with what it is for. */
    static List<Option> roles(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> Option.key(role.word(), roleKey(role)).withHint(roleKey(role) + ".hint"))
                .toList();
    }

    /** Kinds of organisations by their constants, each with what it means. */
    static List<Option> kinds() {
        return Option.of(OrganisationKind.class, "parties.kind").stream()
                .map(kind -> kind.withHint(kind.text() + ".hint"))
                .toList();
    }

    /** Nations by their constants. */
    static List<Option> nations() {
        return Option.of(Nation.class, "parties.nation");
    }

    /** Words of a vocabulary, for filters. */
    static <W extends Enum<W> & Word> List<Option> words(Class<W> vocabulary, String prefix) {
        return Arrays.stream(vocabulary.getEnumConstants())
                .map(word -> Option.key(word.word(), prefix + "." + word.name()))
                .toList();
    }

    /** Choices by what they are called, for a page that shows them as text. */
    static List<Option> said(List<Option> options, MessageSource messages, Locale locale) {
        return options.stream()
                .map(option -> Option.named(option.value(), messages.getMessage(option.text(), null, locale)))
                .toList();
    }

    /** Things with names of their own, by name. */
    static List<Option> named(Map<String, String> names) {
        return names.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getValue().toLowerCase(Locale.ROOT)))
                .map(each -> Option.named(each.getKey(), each.getValue()))
                .toList();
    }
}
