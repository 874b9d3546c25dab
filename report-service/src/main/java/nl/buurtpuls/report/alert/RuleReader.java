package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.buurtpuls.contract.area.Level;
import nl.buurtpuls.contract.indicator.Catalogue;
import nl.buurtpuls.contract.indicator.Definition.Unit;
import nl.buurtpuls.contract.indicator.Indicator;
import nl.buurtpuls.contract.indicator.Text;
import nl.buurtpuls.contract.indicator.Window;
import nl.buurtpuls.contract.problem.FieldError;
import nl.buurtpuls.report.problem.NoNul;
import org.jspecify.annotations.Nullable;

/** Reads one rule as somebody wrote it, and finds all that is wrong with it at once. */
final class RuleReader {

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|[\\d.]+");
    private static final int MOST_RESIDENTS = 20_000_000;
    private static final int MOST_PLACES = 100;
    private static final int LONGEST_REASON = 1000;
    private static final Set<String> GIVEN_BY_THE_SERVICE = Set.of("version", "changedAt", "changedBy", "removed");

    /** Ten years, and a few days that months may differ by. */
    private static final int LONGEST_HOLD = 3660;

    /**
     * Where webhooks may be.
     *
     * @param signed whether there is a secret to sign with: without one nobody is told
     * @param privateAllowed whether at addresses inside too, and without TLS
     */
    record WebhookPolicy(boolean signed, boolean privateAllowed) {}

    /** What came of reading: a rule, or what is wrong. */
    record Result(@Nullable AlertRule rule, List<FieldError> errors) {}

    private final JsonNode json;
    private final Predicate<String> isArea;
    private final WebhookPolicy webhooks;
    private final boolean strict;
    private final List<FieldError> errors = new ArrayList<>();

    private RuleReader(JsonNode json, Predicate<String> isArea, WebhookPolicy webhooks, boolean strict) {
        this.json = json;
        this.isArea = isArea;
        this.webhooks = webhooks;
        this.strict = strict;
    }

    /**
     * Reads a rule that somebody sends.
     *
     * @param isArea whether there is an area of a code
     */
    static Result read(JsonNode json, Predicate<String> isArea, WebhookPolicy webhooks) {
        return read(json, isArea, webhooks, true);
    }

    /** Reads a rule that was kept, perhaps by a later version of the service, whose further fields are passed over. */
    static Result readKept(JsonNode json) {
        return read(json, any -> true, new WebhookPolicy(true, true), false);
    }

    private static Result read(JsonNode json, Predicate<String> isArea, WebhookPolicy webhooks, boolean strict) {
        if (!json.isObject()) {
            return new Result(null, List.of(new FieldError(null, "", "not-an-object", "A rule is a JSON object.")));
        }
        RuleReader reader = new RuleReader(json, isArea, webhooks, strict);
        AlertRule rule = reader.rule();
        return new Result(rule, List.copyOf(reader.errors));
    }

    private @Nullable AlertRule rule() {
        if (strict) {
            refuseUnknown(json, "", RuleView.class);
            refuseUnknown(json.path("change"), "/change", RuleView.ChangeView.class);
            refuseUnknown(json.path("rank"), "/rank", RuleView.RankView.class);
            refuseUnknown(json.path("reason"), "/reason", Text.class);
        }
        String id = id();
        Level level = coded("level", Level.values(), Level::code, null);
        Indicator indicator = indicator(level);
        Condition condition = condition(indicator);
        String within = within(condition);
        Period holdFor = holdFor();
        Integer minimum = whole("minimumPopulation", 0, MOST_RESIDENTS, 0);
        Severity severity = coded("severity", Severity.values(), Severity::code, Severity.WARNING);
        URI webhook = webhook();
        Boolean exact = flag("exact", false);
        Boolean enabled = flag("enabled", true);
        Text reason = reason();
        if (!errors.isEmpty()
                || id == null
                || level == null
                || indicator == null
                || condition == null
                || holdFor == null
                || minimum == null
                || severity == null
                || exact == null
                || enabled == null) {
            return null;
        }
        return new AlertRule(
                id, indicator, level, within, condition, holdFor, minimum, severity, webhook, exact, enabled, reason);
    }

    /**
     * A name that is misspelt would else be a rule that says something else. What a rule is read with may be written back:
     * what the service gives of it is passed over.
     */
    private void refuseUnknown(JsonNode object, String path, Class<? extends Record> form) {
        Set<String> known = Arrays.stream(form.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
        object.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                refuse(
                        path + "/" + name.replace("~", "~0").replace("/", "~1"),
                        "unknown-field",
                        "Expected one of "
                                + known.stream()
                                        .filter(each -> !GIVEN_BY_THE_SERVICE.contains(each))
                                        .collect(Collectors.joining(", "))
                                + ", got '" + name + "'.");
            }
        });
    }

    private @Nullable String id() {
        String id = text("id", true);
        if (id != null && !ID.matcher(id).matches()) {
            return refuse(
                    "/id", "rule-id", "Expected lower-case letters, digits and hyphens, at most 64, got '" + id + "'.");
        }
        return id;
    }

    private @Nullable Indicator indicator(@Nullable Level level) {
        String id = text("indicator", true);
        if (id == null) {
            return null;
        }
        Indicator indicator = Catalogue.find(id).orElse(null);
        if (indicator == null) {
            return refuse("/indicator", "unknown-indicator", "There is no indicator '" + id + "': see /v1/indicators.");
        }
        if (level != null && !indicator.isAt(level)) {
            return refuse("/indicator", "not-at-this-level", "A " + level.code() + " has no " + id + ".");
        }
        return indicator;
    }

    private @Nullable String within(@Nullable Condition condition) {
        String code = text("within", false);
        if (code != null && !isArea.test(code)) {
            return refuse("/within", "unknown-area", "There is no area '" + code + "'.");
        }
        if (code == null && condition instanceof Condition.Rank) {
            return refuse("/within", "required", "A rule on places says among the areas of what: within.");
        }
        return code;
    }

    private @Nullable Condition condition(@Nullable Indicator indicator) {
        List<String> given = List.of("threshold", "change", "rank").stream()
                .filter(this::has)
                .toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            return refuse(
                    given.isEmpty() ? "/threshold" : "/" + given.get(given.size() - 1),
                    "exactly-one",
                    "Expected exactly one of threshold, change and rank, got " + found + ".");
        }
        if (has("change")) {
            return change();
        }
        Direction direction = coded("direction", Direction.values(), Direction::code, Direction.ABOVE);
        if (has("rank")) {
            return direction == null ? null : rank(direction);
        }
        Double threshold = number(json, "", "threshold");
        if (direction == null || threshold == null) {
            return null;
        }
        if (indicator != null && indicator.definition().unit() == Unit.SHARE && (threshold < 0 || threshold > 1)) {
            return refuse("/threshold", "out-of-range", "A share lies from 0 to 1, got " + threshold + ".");
        }
        return clearable(new Condition.Threshold(direction, threshold, clearAt()));
    }

    private @Nullable Condition change() {
        if (has("direction")) {
            return refuse("/direction", "not-with-change", "The direction of a change is told in it: above or below.");
        }
        JsonNode change = json.get("change");
        if (!change.isObject()) {
            return refuse("/change", "not-an-object", "Expected {\"over\": \"1y\", \"above\": 0.05}.");
        }
        String over = change.path("over").asText();
        Window window = Window.ALL.stream()
                .filter(each -> each.code().equals(over))
                .findFirst()
                .orElse(null);
        if (window == null) {
            return refuse("/change/over", "not-one-of", "Expected one of 30d, 1y, 5y, 10y, got '" + over + "'.");
        }
        if (change.hasNonNull("above") == change.hasNonNull("below")) {
            return refuse("/change", "exactly-one", "Expected exactly one of above and below.");
        }
        Direction direction = change.hasNonNull("above") ? Direction.ABOVE : Direction.BELOW;
        Double threshold = number(change, "/change", direction.code());
        return threshold == null ? null : clearable(new Condition.Change(window, direction, threshold, clearAt()));
    }

    private @Nullable Condition rank(Direction worstIs) {
        JsonNode worst = json.get("rank").path("worst");
        if (!worst.isInt() || worst.intValue() < 1 || worst.intValue() > MOST_PLACES) {
            return refuse(
                    "/rank/worst",
                    "out-of-range",
                    "Expected a whole number from 1 to " + MOST_PLACES + ", got " + worst + ".");
        }
        Double clearAt = clearAt();
        if (clearAt != null && (clearAt != Math.rint(clearAt) || clearAt < worst.intValue())) {
            return refuse(
                    "/clearAt",
                    "wrong-side",
                    "Expected a place from " + worst + " on: the last that ends no alert, got " + clearAt + ".");
        }
        return new Condition.Rank(worstIs, worst.intValue(), clearAt == null ? null : clearAt.intValue());
    }

    private @Nullable Double clearAt() {
        return has("clearAt") ? number(json, "", "clearAt") : null;
    }

    private @Nullable Condition clearable(Condition condition) {
        Double clearAt = condition.clearAt();
        if (clearAt != null && condition.isCrossed(clearAt)) {
            return refuse(
                    "/clearAt",
                    "wrong-side",
                    "Of a rule for what is " + condition.direction().code() + " " + condition.threshold()
                            + ", clearAt does not lie " + condition.direction().code() + " that, got " + clearAt + ".");
        }
        return condition;
    }

    private @Nullable Period holdFor() {
        if (!has("holdFor")) {
            return Period.ZERO;
        }
        String text = text("holdFor", false);
        if (text == null) {
            return null;
        }
        try {
            Period period = text.startsWith("PT") ? Period.ofDays(wholeDays(Duration.parse(text))) : Period.parse(text);
            LocalDate day = LocalDate.EPOCH;
            long days = day.plus(period).toEpochDay() - day.toEpochDay();
            if (!period.isNegative() && days <= LONGEST_HOLD) {
                return period;
            }
        } catch (DateTimeException | ArithmeticException e) {
            // Falls to the refusal: it is no time of whole days.
        }
        return refuse(
                "/holdFor",
                "not-a-period",
                "Expected whole days, at most ten years, as P7D or P1M, got '" + text + "'.");
    }

    private static int wholeDays(Duration duration) {
        if (!duration.equals(Duration.ofDays(duration.toDays()))) {
            throw new DateTimeException("no whole days");
        }
        return Math.toIntExact(duration.toDays());
    }

    private @Nullable URI webhook() {
        String text = text("webhook", false);
        if (text == null) {
            return null;
        }
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return refuse("/webhook", "not-an-address", "Expected an address as https://example.nl/hooks.");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean taken = scheme.equals("https") || scheme.equals("http") && webhooks.privateAllowed();
        if (!taken || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            return refuse(
                    "/webhook", "not-an-address", "Expected an address as https://example.nl/hooks, without a user.");
        }
        if (!webhooks.privateAllowed() && isInside(address.getHost())) {
            return refuse(
                    "/webhook",
                    "private-address",
                    "The address is not of the public internet, and webhooks elsewhere are not allowed here.");
        }
        if (!webhooks.signed()) {
            return refuse("/webhook", "no-secret", "Webhooks are signed, and this service has no secret to sign with.");
        }
        return address;
    }

    /** By its name alone: where a name leads is seen each time that it is called. */
    private static boolean isInside(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (IP_LITERAL.matcher(name).matches()) {
            try {
                return PrivateAddresses.include(InetAddress.getByName(name));
            } catch (UnknownHostException e) {
                return true;
            }
        }
        return !name.contains(".")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal");
    }

    private @Nullable Text reason() {
        JsonNode reason = json.path("reason");
        if (reason.isMissingNode() || reason.isNull()) {
            return null;
        }
        String nl = reason.path("nl").asText();
        String en = reason.path("en").asText();
        if (nl.isBlank() || en.isBlank() || nl.length() > LONGEST_REASON || en.length() > LONGEST_REASON) {
            return refuse(
                    "/reason", "not-a-text", "Expected nl and en, each of 1 to " + LONGEST_REASON + " characters.");
        }
        if (NoNul.isIn(nl) || NoNul.isIn(en)) {
            return refuse("/reason", "control-character", "The reason holds the character U+0000.");
        }
        return new Text(nl, en);
    }

    private boolean has(String field) {
        return json.hasNonNull(field);
    }

    private @Nullable String text(String field, boolean required) {
        if (!has(field)) {
            return required ? refuse("/" + field, "required", "The field " + field + " is required.") : null;
        }
        JsonNode value = json.get(field);
        if (!value.isTextual() || value.textValue().isEmpty()) {
            return refuse("/" + field, "not-a-text", "Expected a text, got " + value + ".");
        }
        return value.textValue();
    }

    private @Nullable Double number(JsonNode object, String path, String field) {
        JsonNode value = object.path(field);
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            return refuse(path + "/" + field, "not-a-number", "Expected a number, got " + value + ".");
        }
        return value.doubleValue();
    }

    private @Nullable Integer whole(String field, int least, int most, int otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = json.get(field);
        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            return refuse(
                    "/" + field,
                    "out-of-range",
                    "Expected a whole number from " + least + " to " + most + ", got " + value + ".");
        }
        return value.intValue();
    }

    private @Nullable Boolean flag(String field, boolean otherwise) {
        if (!has(field)) {
            return otherwise;
        }
        JsonNode value = json.get(field);
        return value.isBoolean()
                ? (Boolean) value.booleanValue()
                : refuse("/" + field, "not-a-boolean", "Expected true or false, got " + value + ".");
    }

    private <E> @Nullable E coded(String field, E[] all, Function<E, String> code, @Nullable E otherwise) {
        if (!has(field) && otherwise != null) {
            return otherwise;
        }
        String text = text(field, true);
        if (text == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(each -> code.apply(each).equals(text))
                .findFirst()
                .orElseGet(() -> refuse(
                        "/" + field,
                        "not-one-of",
                        "Expected one of " + Arrays.stream(all).map(code).collect(Collectors.joining(", ")) + ", got '"
                                + text + "'."));
    }

    private <T> @Nullable T refuse(String pointer, String code, String detail) {
        errors.add(new FieldError(null, pointer, code, detail));
        return null;
    }
}
