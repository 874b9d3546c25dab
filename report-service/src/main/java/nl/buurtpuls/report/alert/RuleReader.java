package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
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
    private static final int MOST_RESIDENTS = 20_000_000;
    private static final int MOST_PLACES = 100;
    private static final int LONGEST_REASON = 1000;
    private static final Set<String> GIVEN_BY_THE_SERVICE = Set.of("version", "changedAt", "changedBy", "removed");

    /** Ten years, and a few days that months may differ by. */
    private static final int LONGEST_HOLD = 3660;

    /** What came of reading: a rule, or what is wrong. */
    record Result(@Nullable AlertRule rule, List<FieldError> errors) {}

    private final JsonFields fields;
    private final Predicate<String> isArea;
    private final WebhookPolicy webhooks;
    private final boolean strict;

    private RuleReader(JsonFields fields, Predicate<String> isArea, WebhookPolicy webhooks, boolean strict) {
        this.fields = fields;
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
        return read(json, any -> true, WebhookPolicy.ANYWHERE, false);
    }

    private static Result read(JsonNode json, Predicate<String> isArea, WebhookPolicy webhooks, boolean strict) {
        if (!json.isObject()) {
            return new Result(null, List.of(new FieldError(null, "", "not-an-object", "A rule is a JSON object.")));
        }
        JsonFields fields = JsonFields.of(json);
        AlertRule rule = new RuleReader(fields, isArea, webhooks, strict).rule();
        return new Result(rule, fields.errors());
    }

    private @Nullable AlertRule rule() {
        if (strict) {
            fields.refuseOthersThan(RuleView.class, GIVEN_BY_THE_SERVICE);
            fields.in("change").refuseOthersThan(RuleView.ChangeView.class, Set.of());
            fields.in("rank").refuseOthersThan(RuleView.RankView.class, Set.of());
            fields.in("reason").refuseOthersThan(Text.class, Set.of());
        }
        String id = id();
        Level level = fields.coded("level", Level.values(), Level::code, null);
        Indicator indicator = indicator(level);
        Condition condition = condition(indicator);
        String within = within(condition);
        Period holdFor = holdFor();
        Integer minimum = fields.whole("minimumPopulation", 0, MOST_RESIDENTS, 0);
        Severity severity = fields.coded("severity", Severity.values(), Severity::code, Severity.WARNING);
        URI webhook = webhook();
        Boolean exact = fields.flag("exact", false);
        Boolean enabled = fields.flag("enabled", true);
        Text reason = reason();
        if (!fields.errors().isEmpty()
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

    private @Nullable String id() {
        String id = fields.text("id", true);
        if (id != null && !ID.matcher(id).matches()) {
            return fields.refuse(
                    "id", "rule-id", "Expected lower-case letters, digits and hyphens, at most 64, got '" + id + "'.");
        }
        return id;
    }

    private @Nullable Indicator indicator(@Nullable Level level) {
        String id = fields.text("indicator", true);
        if (id == null) {
            return null;
        }
        Indicator indicator = Catalogue.find(id).orElse(null);
        if (indicator == null) {
            return fields.refuse(
                    "indicator", "unknown-indicator", "There is no indicator '" + id + "': see /v1/indicators.");
        }
        if (level != null && !indicator.isAt(level)) {
            return fields.refuse("indicator", "not-at-this-level", "A " + level.code() + " has no " + id + ".");
        }
        return indicator;
    }

    private @Nullable String within(@Nullable Condition condition) {
        String code = fields.text("within", false);
        if (code != null && !isArea.test(code)) {
            return fields.refuse("within", "unknown-area", "There is no area '" + code + "'.");
        }
        if (code == null && condition instanceof Condition.Rank) {
            return fields.refuse("within", "required", "A rank rule says among the areas of what: within.");
        }
        return code;
    }

    private @Nullable Condition condition(@Nullable Indicator indicator) {
        List<String> given = List.of("threshold", "change", "rank").stream()
                .filter(fields::has)
                .toList();
        if (given.size() != 1) {
            String found = given.isEmpty() ? "none" : String.join(" and ", given);
            return fields.refuse(
                    given.isEmpty() ? "threshold" : given.get(given.size() - 1),
                    "exactly-one",
                    "Expected exactly one of threshold, change and rank, got " + found + ".");
        }
        if (fields.has("change")) {
            return change();
        }
        Direction direction = fields.coded("direction", Direction.values(), Direction::code, Direction.ABOVE);
        if (fields.has("rank")) {
            return direction == null ? null : rank(direction);
        }
        Double threshold = fields.number("threshold");
        if (direction == null || threshold == null) {
            return null;
        }
        if (indicator != null && indicator.definition().unit() == Unit.SHARE && (threshold < 0 || threshold > 1)) {
            return fields.refuse("threshold", "out-of-range", "A share lies from 0 to 1, got " + threshold + ".");
        }
        return clearable(new Condition.Threshold(direction, threshold, clearAt()));
    }

    private @Nullable Condition change() {
        if (fields.has("direction")) {
            return fields.refuse(
                    "direction", "not-with-change", "The direction of a change is told in it: above or below.");
        }
        if (!fields.value("change").isObject()) {
            return fields.refuse("change", "not-an-object", "Expected {\"over\": \"1y\", \"above\": 0.05}.");
        }
        JsonFields change = fields.in("change");
        Window window = change.coded("over", Window.ALL.toArray(Window[]::new), Window::code, null);
        if (window == null) {
            return null;
        }
        if (change.has("above") == change.has("below")) {
            return fields.refuse("change", "exactly-one", "Expected exactly one of above and below.");
        }
        Direction direction = change.has("above") ? Direction.ABOVE : Direction.BELOW;
        Double threshold = change.number(direction.code());
        return threshold == null ? null : clearable(new Condition.Change(window, direction, threshold, clearAt()));
    }

    private @Nullable Condition rank(Direction worstIs) {
        Integer worst = fields.in("rank").whole("worst", 1, MOST_PLACES, null);
        if (worst == null) {
            return null;
        }
        Double clearAt = clearAt();
        if (clearAt != null && (clearAt != Math.rint(clearAt) || clearAt < worst)) {
            return fields.refuse(
                    "clearAt",
                    "wrong-side",
                    "Expected a place from " + worst + " on: the last that ends no alert, got " + clearAt + ".");
        }
        return new Condition.Rank(worstIs, worst, clearAt == null ? null : clearAt.intValue());
    }

    private @Nullable Double clearAt() {
        return fields.has("clearAt") ? fields.number("clearAt") : null;
    }

    private @Nullable Condition clearable(Condition condition) {
        Double clearAt = condition.clearAt();
        if (clearAt != null && condition.isCrossed(clearAt)) {
            return fields.refuse(
                    "clearAt",
                    "wrong-side",
                    "Of a rule for what is " + condition.direction().code() + " " + condition.threshold()
                            + ", clearAt does not lie " + condition.direction().code() + " that, got " + clearAt + ".");
        }
        return condition;
    }

    private @Nullable Period holdFor() {
        if (!fields.has("holdFor")) {
            return Period.ZERO;
        }
        String text = fields.text("holdFor", false);
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
        return fields.refuse(
                "holdFor",
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
        String address = fields.text("webhook", false);
        if (address == null) {
            return null;
        }
        WebhookPolicy.Fault fault = webhooks.faultOf(address);
        return fault == null ? URI.create(address) : fields.refuse("webhook", fault.code(), fault.detail());
    }

    private @Nullable Text reason() {
        if (!fields.has("reason")) {
            return null;
        }
        JsonNode reason = fields.value("reason");
        String nl = reason.path("nl").asText();
        String en = reason.path("en").asText();
        if (nl.isBlank() || en.isBlank() || nl.length() > LONGEST_REASON || en.length() > LONGEST_REASON) {
            return fields.refuse(
                    "reason", "not-a-text", "Expected nl and en, each of 1 to " + LONGEST_REASON + " characters.");
        }
        if (NoNul.isIn(nl) || NoNul.isIn(en)) {
            return fields.refuse("reason", "control-character", "The reason holds the character U+0000.");
        }
        return new Text(nl, en);
    }
}
