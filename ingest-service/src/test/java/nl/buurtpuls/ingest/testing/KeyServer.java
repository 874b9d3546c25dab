package nl.buurtpuls.ingest.testing;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.buurtpuls.contract.access.Roles;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** What a service sees of an OpenID Connect provider: tokens, and an address that serves the keys to check them with. */
public final class KeyServer implements QuarkusTestResourceLifecycleManager {

    public static final String ISSUER = "https://provider.example/realms/buurtpuls";
    public static final String AUDIENCE = "buurtpuls";

    private static final AtomicInteger FETCHED = new AtomicInteger();
    private static volatile List<RsaJsonWebKey> keys = List.of();

    private HttpServer server;

    /** A key that the provider does not serve. */
    public static RsaJsonWebKey newKey() {
        try {
            RsaJsonWebKey key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId(UUID.randomUUID().toString());
            key.setAlgorithm("RS256");
            return key;
        } catch (JoseException e) {
            throw new IllegalStateException("every Java has RSA", e);
        }
    }

    /** Serves one more, and signs with it from now on. */
    public static void rollOver() {
        List<RsaJsonWebKey> more = new ArrayList<>(keys);
        more.add(newKey());
        keys = List.copyOf(more);
    }

    /** The key that is signed with now. */
    public static RsaJsonWebKey key() {
        return keys.get(keys.size() - 1);
    }

    /** How often the keys were asked for. */
    public static int fetched() {
        return FETCHED.get();
    }

    /** A token, good for an hour, of a sender that may push for all. */
    public static String token(RsaJsonWebKey key, String issuer, String audience) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject("tests");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(60);
        claims.setStringListClaim("groups", Roles.MUTATION_WRITER);
        JsonWebSignature signed = new JsonWebSignature();
        signed.setAlgorithmHeaderValue("RS256");
        signed.setKeyIdHeaderValue(key.getKeyId());
        signed.setKey(key.getPrivateKey());
        signed.setPayload(claims.toJson());
        try {
            return signed.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("every Java signs with RSA", e);
        }
    }

    /** After the broker, whose keys these are to take the place of. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public Map<String, String> start() {
        rollOver();
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("no port for the keys", e);
        }
        server.createContext("/keys", exchange -> {
            FETCHED.incrementAndGet();
            byte[] set = new JsonWebKeySet(keys)
                    .toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, set.length);
            exchange.getResponseBody().write(set);
            exchange.close();
        });
        server.start();
        return Map.of(
                "mp.jwt.verify.publickey.location",
                "http://localhost:" + server.getAddress().getPort() + "/keys",
                "mp.jwt.verify.issuer",
                ISSUER,
                "mp.jwt.verify.audiences",
                AUDIENCE);
    }

    @Override
    public void stop() {
        server.stop(0);
    }
}
