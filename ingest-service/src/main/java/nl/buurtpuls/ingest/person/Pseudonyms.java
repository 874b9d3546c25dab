package nl.buurtpuls.ingest.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns a BSN into the pseudonym that stands for the person everywhere else. */
public final class Pseudonyms {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;

    private final SecretKeySpec key;

    /**
     * @param secret at least 32 characters; whoever has it can test which BSN a pseudonym stands for
     * @throws IllegalArgumentException if it is shorter
     */
    public Pseudonyms(String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException("buurtpuls.person.secret (BUURTPULS_PERSON_SECRET) must have at least "
                    + SHORTEST_SECRET + " characters, has " + secret.length());
        }
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** HMAC-SHA-256 of the BSN under the secret, base64url without padding: 43 characters. */
    public String of(String bsn) {
        return hash(bsn);
    }

    /**
     * A name that a sender has made, of a household for instance; its pseudonym where a BSN stands in it. That is another
     * than the person's, so that it says nothing of a person who is erased.
     */
    public String ofName(String name) {
        return Bsn.standsIn(name) ? hash("name:" + name) : name;
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] hash = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
