package nl.buurtpuls.ingest.access;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.ingest.person.Bsn;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Reads from the token of a call who has made it. */
@Singleton
final class TokenSenders implements Senders {

    private final SecurityIdentity identity;

    TokenSenders(SecurityIdentity identity) {
        this.identity = identity;
    }

    @Override
    public Sender current() {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            return new Sender(Bsn.blot(token.getName()), municipalities(token));
        }
        throw new IllegalStateException("a call without a token has come through");
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
