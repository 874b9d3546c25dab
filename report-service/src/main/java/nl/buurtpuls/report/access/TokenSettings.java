package nl.buurtpuls.report.access;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What tokens are checked by. A service that cannot check any does not start. */
@Startup
@Singleton
final class TokenSettings {

    TokenSettings(
            @ConfigProperty(name = "mp.jwt.verify.publickey.location") Optional<String> keys,
            @ConfigProperty(name = "mp.jwt.verify.publickey") Optional<String> key,
            @ConfigProperty(name = "mp.jwt.verify.issuer") Optional<String> issuer,
            @ConfigProperty(name = "mp.jwt.verify.audiences") Optional<String> audiences) {
        require(
                keys.or(() -> key),
                "mp.jwt.verify.publickey.location",
                "put the address of the JWKS of your OpenID Connect provider, or file:/… of one, in"
                        + " MP_JWT_VERIFY_PUBLICKEY_LOCATION");
        require(
                issuer,
                "mp.jwt.verify.issuer",
                "put the issuer (iss) of the tokens, as your OpenID Connect provider names itself, in"
                        + " MP_JWT_VERIFY_ISSUER");
        require(
                audiences,
                "mp.jwt.verify.audiences",
                "put the audience (aud) that tokens must name in MP_JWT_VERIFY_AUDIENCES");
        keys.filter(location -> location.startsWith("file:")).ifPresent(TokenSettings::requireFile);
    }

    private static void require(Optional<String> value, String property, String remedy) {
        if (value.filter(text -> !text.isBlank()).isEmpty()) {
            throw new ConfigurationException(property + " is not set: " + remedy + ".");
        }
    }

    private static void requireFile(String location) {
        if (!Files.isReadable(Path.of(location.substring("file:".length())))) {
            throw new ConfigurationException(
                    "mp.jwt.verify.publickey.location: there is no file to read at " + location + ".");
        }
    }
}
