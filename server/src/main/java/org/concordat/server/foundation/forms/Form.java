package org.concordat.server.foundation.forms;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.concordat.server.foundation.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.WebUtils;

/**
 * What somebody typed into a form, read field by field.
 *
 * <pre>{@code
 * Form form = Form.of(request);
 * String name = form.text("name").label("parties.person.name").required().atMost(200).value();
 * Optional<LocalDate> ends = form.date("ends").label("agreements.ends").onOrAfter(today).value();
 * if (form.hasProblems()) {
 *     return form.page("parties/person"); // status 422, with what was typed and what is wrong with it
 * }
 * }</pre>
 *
 * <p>Templates find it in the model as {@code form}. It is for one thread.
 */
public final class Form {

    /** Name of the hidden field that says which version of a thing the form was filled in for. */
    public static final String VERSION = "version";

    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9_.-]{0,99}");

    private static final Set<String> DATE_PARTS = Set.of("-day", "-month", "-year");

    private final Map<String, List<String>> sent;
    private final Map<String, MultipartFile> files;
    private final Map<String, List<String>> shown = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form(Map<String, List<String>> sent, Map<String, MultipartFile> files) {
        this.sent = sent;
        this.files = files;
    }

    /** What this request brings. Nothing is read yet. */
    public static Form of(HttpServletRequest request) {
        var sent = new HashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> sent.put(name, List.of(values)));
        chooseAfterConflict(sent);
        var multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return new Form(sent, multipart == null ? Map.of() : multipart.getFileMap());
    }

    /** Puts each version that was chosen on the page of a conflict where the form's own field would be. */
    private static void chooseAfterConflict(Map<String, List<String>> sent) {
        for (var choice : Map.copyOf(sent).entrySet()) {
            if (choice.getKey().startsWith(Conflict.KEEP)) {
                String field = choice.getKey().substring(Conflict.KEEP.length());
                String from = choice.getValue().equals(List.of("mine")) ? Conflict.MINE : Conflict.THEIRS;
                for (var version : Map.copyOf(sent).entrySet()) {
                    if (version.getKey().startsWith(from)
                            && isPartOf(field, version.getKey().substring(from.length()))) {
                        sent.put(version.getKey().substring(from.length()), version.getValue());
                    }
                }
            }
        }
    }

    private static boolean isPartOf(String field, String name) {
        return name.equals(field) || name.startsWith(field) && DATE_PARTS.contains(name.substring(field.length()));
    }

    /** One that nobody has filled in yet. */
    public static Form empty() {
        return new Form(Map.of(), Map.of());
    }

    /** Shows {@code value} in this field: a text, number, constant or yes and no; nothing where it is null. */
    public Form with(String name, @Nullable Object value) {
        return switch (value) {
            case null -> this;
            case LocalDate date ->
                show(name + "-day", List.of(String.valueOf(date.getDayOfMonth())))
                        .show(name + "-month", List.of(String.valueOf(date.getMonthValue())))
                        .show(name + "-year", List.of(String.valueOf(date.getYear())));
            case Optional<?> perhaps -> with(name, perhaps.orElse(null));
            case Collection<?> several ->
                show(name, several.stream().map(Form::asValue).toList());
            default -> show(name, List.of(asValue(value)));
        };
    }

    private static String asValue(Object value) {
        return value instanceof Enum<?> constant ? constant.name() : value.toString();
    }

    private Form show(String name, List<String> values) {
        shown.put(checked(name), values);
        return this;
    }

    /** A field for words. */
    public TextField text(String name) {
        return TextField.words(this, checked(name));
    }

    /** A field for a password: nothing is trimmed from it, and it is never shown again. */
    public TextField password(String name) {
        return TextField.secret(this, checked(name));
    }

    /** A field for an e-mail address. */
    public TextField email(String name) {
        return TextField.email(this, checked(name));
    }

    /** A field for a whole number. */
    public NumberField wholeNumber(String name, long least, long most) {
        return new NumberField(this, checked(name), least, most);
    }

    /** A date in three fields. */
    public DateField date(String name) {
        return new DateField(this, checked(name));
    }

    /** A field in which one constant is chosen. */
    public <E extends Enum<E>> ChoiceField<E> oneOf(String name, Class<E> kind) {
        return choice(name, constants(kind));
    }

    /** A field in which one of these is chosen, by its key. */
    public <T> ChoiceField<T> choice(String name, Map<String, T> offered) {
        return new ChoiceField<>(this, checked(name), offered);
    }

    /** A field in which one of these is chosen. */
    public ChoiceField<String> choice(String name, Collection<String> offered) {
        return choice(
                name, offered.stream().distinct().collect(Collectors.toMap(Function.identity(), Function.identity())));
    }

    /** Checkboxes, one for each constant. */
    public <E extends Enum<E>> ChoicesField<E> choices(String name, Class<E> kind) {
        return choices(name, constants(kind));
    }

    /** Checkboxes, one for each of these. */
    public <T> ChoicesField<T> choices(String name, Map<String, T> offered) {
        return new ChoicesField<>(this, checked(name), offered);
    }

    /** What was chosen in checkboxes whose values the area checks itself, in the order of the page. */
    public List<String> several(String name, String labelKey) {
        label(checked(name), labelKey);
        return all(name).stream().map(TypedText::shown).distinct().toList();
    }

    /** A field for a file. */
    public FileField file(String name) {
        return new FileField(this, checked(name));
    }

    /** Whether a single checkbox with value {@code yes} was ticked. */
    public boolean ticked(String name) {
        return choices(name, Map.of("yes", true)).value().contains(true);
    }

    /**
     * Which version of a thing the form was filled in for.
     *
     * @throws Refusal when the form does not say: it was not made by one of our pages
     */
    public long version() {
        List<String> given = all(VERSION);
        if (given.size() == 1 && given.getFirst().matches("[0-9]{1,18}")) {
            return Long.parseLong(given.getFirst());
        }
        throw new Refusal(400, "FORM-TAMPERED", "foundation.refusal.tampered");
    }

    /**
     * Says that a field is wrong for a reason that only the area knows.
     *
     * @param messageKey of a sentence in the area's messages
     */
    public Form problem(String field, String messageKey, Object... arguments) {
        add(new Problem(checked(field), field, messageKey, messageKey, List.of(arguments)));
        return this;
    }

    /** What is wrong, in the order of reading; at most one for each field. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** Whether anything is wrong. */
    public boolean hasProblems() {
        return !problems.isEmpty();
    }

    /** Whether this field is wrong. */
    public boolean hasProblem(String field) {
        return problemOf(field) != null;
    }

    /** What is wrong with this field; for templates. */
    public @Nullable Problem problemOf(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .findFirst()
                .orElse(null);
    }

    /** What to show in this field; for templates. */
    public String typed(String name) {
        List<String> values = shown.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** Whether this option of this field is to be shown as chosen; for templates. */
    public boolean isChosen(String name, String value) {
        return shown.getOrDefault(name, List.of()).contains(value);
    }

    /** A page that shows the form: answered with status 422 where it has problems. */
    public ModelAndView page(String view) {
        var page = new ModelAndView(view, "form", this);
        page.setStatus(hasProblems() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    /** Tells nothing of what was typed. */
    @Override
    public String toString() {
        return "Form" + problems;
    }

    /** Notes what a field is called. */
    void label(String field, String messageKey) {
        labels.put(field, messageKey);
    }

    /** What the fields that were read are called, in the order of reading. */
    Map<String, String> labels() {
        return labels;
    }

    /** What to show in a field, by the names of its parts. */
    Map<String, List<String>> shownOf(String field) {
        var parts = new LinkedHashMap<String, List<String>>();
        shown.forEach((name, values) -> {
            if (isPartOf(field, name)) {
                parts.put(name, values);
            }
        });
        return parts;
    }

    void add(Problem problem) {
        if (!hasProblem(problem.field())) {
            problems.add(problem);
        }
    }

    /** The one value of a field that can have only one; empty text where it was not sent. */
    String only(Field<?> field, boolean secret) {
        List<String> values = secret ? sent.getOrDefault(field.name, List.of()) : all(field.name);
        if (values.size() > 1) {
            field.problem("twice");
        }
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** The same for one of a field's several parts. */
    String part(Field<?> field, String part) {
        List<String> values = all(part);
        if (values.size() > 1) {
            field.problemAt(part, "twice");
        }
        return values.isEmpty() ? "" : values.getFirst().strip();
    }

    List<String> all(String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        shown.put(name, values.stream().map(TypedText::shown).toList());
        return values;
    }

    Optional<MultipartFile> sentFile(String name) {
        return Optional.ofNullable(files.get(name));
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a field must match " + NAME + ", was " + name);
        }
        return name;
    }

    private static <E extends Enum<E>> Map<String, E> constants(Class<E> kind) {
        return Arrays.stream(kind.getEnumConstants()).collect(Collectors.toMap(Enum::name, Function.identity()));
    }
}
