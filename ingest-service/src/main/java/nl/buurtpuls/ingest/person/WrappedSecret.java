package nl.buurtpuls.ingest.person;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret of the pseudonyms, encrypted under a key that has a version: {@code wrapped:VERSION:BASE64URL}. AES-256 in
 * Galois/Counter Mode; the version is authenticated with it. What is wrapped anew under another version is the same
 * secret, so everybody keeps their pseudonym.
 */
public final class WrappedSecret {

    private static final String PREFIX = "wrapped:";
    private static final Pattern FORM = Pattern.compile("wrapped:([a-z0-9-]{1,32}):([A-Za-z0-9_-]+)");
    private static final Pattern VERSION = Pattern.compile("[a-z0-9-]{1,32}");
    private static final Pattern KEY = Pattern.compile("[0-9a-fA-F]{64}");
    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private WrappedSecret() {}

    /** Whether a setting is a wrapped secret, and not the secret itself. */
    public static boolean isOne(String setting) {
        return setting.startsWith(PREFIX);
    }

    /**
     * Wraps a secret.
     *
     * @param version 1 to 32 of a-z, 0-9 and -
     * @param key 64 hexadecimal digits
     * @throws IllegalArgumentException if the version or key has another form
     */
    public static String wrap(String secret, String version, String key) {
        if (!VERSION.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "the version of a wrapping key has 1 to 32 of a-z, 0-9 and -, got '" + version + "'");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        new SecureRandom().nextBytes(nonce);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, version, key, nonce).doFinal(secret.getBytes(StandardCharsets.UTF_8));
            byte[] both = Arrays.copyOf(nonce, nonce.length + sealed.length);
            System.arraycopy(sealed, 0, both, nonce.length, sealed.length);
            return PREFIX + version + ":"
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /**
     * The secret that is wrapped.
     *
     * @param keys wrapping keys by version, 64 hexadecimal digits each
     * @throws IllegalArgumentException if it has another form, or was not wrapped under the key of its version
     */
    public static String open(String wrapped, Map<String, String> keys) {
        Matcher form = FORM.matcher(wrapped);
        if (!form.matches()) {
            throw new IllegalArgumentException("a wrapped secret reads wrapped:VERSION:BASE64URL");
        }
        String version = form.group(1);
        String key = keys.get(version);
        if (key == null) {
            throw new IllegalArgumentException("the secret is wrapped under the key of version " + version
                    + ", and there are keys of " + keys.keySet());
        }
        try {
            byte[] both = Base64.getUrlDecoder().decode(form.group(2));
            if (both.length <= NONCE_BYTES) {
                throw new IllegalArgumentException("a wrapped secret is longer than " + NONCE_BYTES + " bytes");
            }
            byte[] opened = cipher(Cipher.DECRYPT_MODE, version, key, Arrays.copyOf(both, NONCE_BYTES))
                    .doFinal(both, NONCE_BYTES, both.length - NONCE_BYTES);
            return new String(opened, StandardCharsets.UTF_8);
        } catch (AEADBadTagException e) {
            throw new IllegalArgumentException(
                    "the secret was wrapped under another key than that of version " + version, e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    private static Cipher cipher(int mode, String version, String key, byte[] nonce) throws GeneralSecurityException {
        if (!KEY.matcher(key).matches()) {
            throw new IllegalArgumentException("the wrapping key of version " + version
                    + " must have 64 hexadecimal digits (a new one: openssl rand -hex 32)");
        }
        Cipher cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(
                mode, new SecretKeySpec(HexFormat.of().parseHex(key), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((PREFIX + version).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }
}
