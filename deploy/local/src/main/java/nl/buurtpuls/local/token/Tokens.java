package nl.buurtpuls.local.token;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import nl.buurtpuls.contract.access.Municipalities;
import nl.buurtpuls.local.process.DataFolder;

/** Issues tokens that the services of a data folder take: JSON Web Tokens (RFC 7519), signed with RS256. */
public final class Tokens {

    private static final String ISSUER = "urn:buurtpuls:local";
    private static final String AUDIENCE = "buurtpuls";
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final KeyPairFile keys;
    private final Path keySet;
    private final InstantSource clock;

    private Tokens(KeyPairFile keys, Path keySet, InstantSource clock) {
        this.keys = keys;
        this.keySet = keySet;
        this.clock = clock;
    }

    /** The tokens of a data folder, whether or not anything runs on it. Its keys are made at the first call. */
    public static Tokens of(DataFolder data, InstantSource clock) {
        return new Tokens(KeyPairFile.at(data.tokenKey()), data.tokenKeySet(), clock);
    }

    /** What a service is told, as properties, to take these tokens and no others. */
    public Map<String, String> settings() {
        try {
            Files.writeString(keySet, keys.publicKeySet().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "mp.jwt.verify.publickey.location", "file:" + keySet,
                "mp.jwt.verify.issuer", ISSUER,
                "mp.jwt.verify.audiences", AUDIENCE);
    }

    /** A token, as it goes behind {@code Bearer} in the header {@code Authorization}. */
    public String issue(Grant grant) {
        return sign(claims(grant, clock.instant()));
    }

    private static ObjectNode claims(Grant grant, Instant now) {
        ObjectNode claims = JsonNodeFactory.instance
                .objectNode()
                .put("iss", ISSUER)
                .put("aud", AUDIENCE)
                .put("sub", grant.name())
                .put("jti", UUID.randomUUID().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", now.plus(grant.validFor()).getEpochSecond());
        if (!grant.purpose().isBlank()) {
            claims.put("purpose", grant.purpose());
        }
        ArrayNode roles = claims.putArray("groups");
        grant.roles().stream().sorted().forEach(roles::add);
        if (grant.municipalities() instanceof Municipalities.Listed listed) {
            ArrayNode codes = claims.putArray(Municipalities.CLAIM);
            listed.codes().forEach(codes::add);
        }
        return claims;
    }

    private String sign(ObjectNode claims) {
        ObjectNode header = JsonNodeFactory.instance
                .objectNode()
                .put("alg", "RS256")
                .put("typ", "JWT")
                .put("kid", keys.id());
        String signed = encode(header) + "." + encode(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.privateKey());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + BASE64_URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }

    private static String encode(ObjectNode part) {
        return BASE64_URL.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }
}
