package nl.buurtpuls.report.alert;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what is told to webhooks: {@code t=} seconds since 1970, {@code v1=} the HMAC-SHA-256 in hexadecimal of those digits,
 * a full stop and the body. The receiver that checks both knows who sent it, and that it was not kept and sent again.
 */
final class Signature {

    static final String HEADER = "Buurtpuls-Signature";

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String body, long epochSecond, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] code = mac.doFinal((epochSecond + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + epochSecond + ",v1=" + HexFormat.of().formatHex(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
