package nl.buurtpuls.ingest.person;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;

/** How persons become pseudonyms. */
@ConfigMapping(prefix = "buurtpuls.person")
public interface PersonConfig {

    /**
     * Key that pseudonyms are made with, at least 32 characters; or that key wrapped, {@code wrapped:VERSION:BASE64URL}.
     * Never change the key itself: no known person would be recognised.
     */
    Optional<String> secret();

    /** Wrapping keys by version, 64 hexadecimal digits each; needed where the secret is wrapped. */
    Map<String, String> wrappingKeys();

    /** Makes the pseudonyms at the start, so that a service that cannot make any does not start. */
    @ApplicationScoped
    class Source {
        @Produces
        @Singleton
        @Startup
        Pseudonyms pseudonyms(PersonConfig config) {
            String secret = config.secret()
                    .orElseThrow(() -> new ConfigurationException("buurtpuls.person.secret is not set: put the key of"
                            + " the pseudonyms in BUURTPULS_PERSON_SECRET, the same at every start (a new one:"
                            + " openssl rand -hex 32)."));
            try {
                return new Pseudonyms(
                        WrappedSecret.isOne(secret) ? WrappedSecret.open(secret, config.wrappingKeys()) : secret);
            } catch (IllegalArgumentException e) {
                // Without a cause: the message says it all, and is printed alone then.
                throw new ConfigurationException(e.getMessage());
            }
        }
    }
}
