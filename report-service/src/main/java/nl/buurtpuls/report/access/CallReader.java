package nl.buurtpuls.report.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.RequestScoped;
import jakarta.json.JsonString;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtpuls.contract.access.Challenge;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;
import nl.buurtpuls.contract.problem.NineDigits;
import nl.buurtpuls.report.problem.ProblemException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Reads from a call and its token who has made it. */
@RequestScoped
class CallReader implements Reader {

    private static final String ANONYMOUS = "anonymous";

    private final SecurityIdentity identity;
    private final CurrentVertxRequest call;
    private final int clockSkewSeconds;

    CallReader(
            SecurityIdentity identity,
            CurrentVertxRequest call,
            @ConfigProperty(name = "mp.jwt.verify.clock.skew", defaultValue = "60") int clockSkewSeconds) {
        this.identity = identity;
        this.call = call;
        this.clockSkewSeconds = clockSkewSeconds;
    }

    @Override
    public String name() {
        return token().map(JsonWebToken::getName).map(NineDigits::blot).orElse(ANONYMOUS);
    }

    @Override
    public boolean exact() {
        return identity.hasRole(Roles.EXACT_READER);
    }

    @Override
    public Optional<String> purpose() {
        String header = call.getCurrent().request().getHeader(PURPOSE_HEADER);
        return said(header)
                .or(() -> said(token().<Object>map(token -> token.getClaim(PURPOSE_CLAIM))
                        .map(CallReader::text)
                        .orElse(null)));
    }

    @Override
    public String call() {
        HttpServerRequest request = call.getCurrent().request();
        return request.method() + " " + NineDigits.blot(request.uri());
    }

    private static Optional<String> said(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .map(NineDigits::blot);
    }

    /** By the machine's clock, as the token was checked, whatever day the service is told that it is. */
    @Override
    public Optional<Duration> lasts() {
        Instant now = InstantSource.system().instant();
        return token().map(token ->
                Duration.between(now, Instant.ofEpochSecond(token.getExpirationTime() + clockSkewSeconds)));
    }

    @Override
    public Municipalities municipalities() {
        return token().map(CallReader::municipalities).orElseGet(() -> Municipalities.listed(List.of()));
    }

    private Optional<JsonWebToken> token() {
        return identity.getPrincipal() instanceof JsonWebToken token ? Optional.of(token) : Optional.empty();
    }

    private static Municipalities municipalities(JsonWebToken token) {
        if (!token.containsClaim(Municipalities.CLAIM)) {
            return Municipalities.all();
        }
        Object claim = token.getClaim(Municipalities.CLAIM);
        try {
            if (claim instanceof Iterable<?> list) {
                List<String> codes = new ArrayList<>();
                list.forEach(code -> codes.add(text(code)));
                return Municipalities.listed(codes);
            }
            return Municipalities.parse(text(claim));
        } catch (IllegalArgumentException e) {
            throw ProblemException.lacking(Challenge.lackingRight(
                    "The claim municipalities of the token cannot be read: " + e.getMessage() + "."));
        }
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
