package nl.buurtpuls.local.token;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.contract.access.Roles;

/**
 * What a token is to say of its holder.
 *
 * @param roles one or more of {@link Roles}
 * @param name who holds it, as logs name them
 * @param municipalities for which it speaks
 * @param purpose why its holder reads exact figures; empty to leave that to each call
 * @param validFor how long it is good, from the moment it is issued
 */
public record Grant(Set<String> roles, String name, Municipalities municipalities, String purpose, Duration validFor) {

    private static final String LOCAL = "local";
    private static final Duration HOUR = Duration.ofHours(1);

    /**
     * @throws IllegalArgumentException naming the role that there is not, or what is empty
     */
    public Grant {
        roles = Set.copyOf(roles);
        if (roles.isEmpty() || name.isBlank()) {
            throw new IllegalArgumentException("A token has a role and a name.");
        }
        for (String role : roles) {
            if (!Roles.all().contains(role)) {
                throw new IllegalArgumentException(
                        "There is no role '" + role + "'; there are " + String.join(", ", Roles.all()) + ".");
            }
        }
        if (validFor.isNegative()) {
            throw new IllegalArgumentException("a token is good for some time, not " + validFor);
        }
    }

    /** For an hour, for all municipalities, to work on this machine. */
    public static Grant of(String... roles) {
        return new Grant(new LinkedHashSet<>(List.of(roles)), LOCAL, Municipalities.all(), LOCAL, HOUR);
    }

    public Grant named(String holder) {
        return new Grant(roles, holder, municipalities, purpose, validFor);
    }

    public Grant speakingFor(Municipalities some) {
        return new Grant(roles, name, some, purpose, validFor);
    }

    public Grant toServe(String another) {
        return new Grant(roles, name, municipalities, another, validFor);
    }

    /** Each call is to say why then. */
    public Grant withoutPurpose() {
        return toServe("");
    }

    public Grant validFor(Duration span) {
        return new Grant(roles, name, municipalities, purpose, span);
    }
}
