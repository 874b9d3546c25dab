package nl.buurtpuls.ingest.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.problem.NineDigits;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads from the token of a call who has made it. */
@Singleton
final class TokenSenders implements Senders {

    private final SecurityIdentity identity;
    private final CurrentVertxRequest calls;

    TokenSenders(SecurityIdentity identity, CurrentVertxRequest calls) {
        this.identity = identity;
        this.calls = calls;
    }

    @Override
    public Sender current() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new Sender(NineDigits.blot(name(token)), municipalities(token));
        }
        throw new IllegalStateException("a call without a token has come through");
    }

    /** The subject, or else the client that the token was given to, or else where the call comes from. */
    private String name(JsonWebToken token) {
        return Stream.of(token.getName(), token.getClaim("azp"), token.getClaim("client_id"))
                .filter(Objects::nonNull)
                .map(TokenSenders::text)
                .findFirst()
                .orElseGet(() -> calls.getCurrent().request().remoteAddress().hostAddress());
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
            throw ProblemException.forbidden(
                    "The claim municipalities of the token cannot be read: " + e.getMessage() + ".");
        }
    }

    private static String text(Object value) {
        return value instanceof JsonString json ? json.getString() : String.valueOf(value);
    }
}
