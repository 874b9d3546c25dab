package nl.buurtpuls.local.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A pair of RSA keys, of which a file keeps the private one; its public half goes out as a JSON Web Key Set (RFC 7517). */
final class KeyPairFile {

    private static final int BITS = 2048;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private final RSAPrivateCrtKey key;

    private KeyPairFile(RSAPrivateCrtKey key) {
        this.key = key;
    }

    /** The keys of a file; makes both if it is not there, readable by its owner only. */
    static KeyPairFile at(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            String pem = Files.readString(file).replace(BEGIN, "").replace(END, "");
            byte[] encoded = Base64.getMimeDecoder().decode(pem);
            return new KeyPairFile(
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(file + " holds no private key", e);
        }
    }

    /** A file that is being made is not seen by another process: it gets its name when it is whole, if nobody was first. */
    private static void make(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(
                folder, "key", "", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(
                    draft,
                    BEGIN
                            + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                                    .encodeToString(encoded)
                            + END);
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // Another process was first; its keys are as good.
        } finally {
            Files.delete(draft);
        }
    }

    RSAPrivateCrtKey privateKey() {
        return key;
    }

    /** The name of the key: its thumbprint (RFC 7638), so that new keys have a new one. */
    String id() {
        String canonical = "{\"e\":\"" + number(key.getPublicExponent()) + "\",\"kty\":\"RSA\",\"n\":\""
                + number(key.getModulus()) + "\"}";
        try {
            return BASE64_URL.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    ObjectNode publicKeySet() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("alg", "RS256")
                .put("kid", id())
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        return set;
    }

    /** Big-endian, without the byte of its sign (RFC 7518, 6.3.1). */
    private static String number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        return BASE64_URL.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
