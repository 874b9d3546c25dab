package nl.buurtpuls.report.access;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwt.consumer.ErrorCodes;
import org.jose4j.jwt.consumer.InvalidJwtException;

/** What is wrong with a token, in words for who sent it. */
final class TokenFault {

    private static final String UNREADABLE = "The token is no JWT that is signed with a key that is trusted here.";
    private static final Map<Integer, String> WORDS = new LinkedHashMap<>();

    static {
        WORDS.put(ErrorCodes.EXPIRED, "The token has expired.");
        WORDS.put(ErrorCodes.EXPIRATION_MISSING, "The token does not say when it expires (exp).");
        WORDS.put(ErrorCodes.NOT_YET_VALID, "The token is not valid yet (nbf).");
        WORDS.put(ErrorCodes.ISSUED_AT_INVALID_FUTURE, "The token is of the future (iat).");
        WORDS.put(ErrorCodes.AUDIENCE_INVALID, "The token is for another audience (aud).");
        WORDS.put(ErrorCodes.AUDIENCE_MISSING, "The token names no audience (aud).");
        WORDS.put(ErrorCodes.ISSUER_INVALID, "The token is of another issuer (iss).");
        WORDS.put(ErrorCodes.ISSUER_MISSING, "The token names no issuer (iss).");
        WORDS.put(ErrorCodes.SIGNATURE_INVALID, "The signature of the token is not of a key that is trusted here.");
        WORDS.put(ErrorCodes.SIGNATURE_MISSING, "The token is not signed.");
    }

    private TokenFault() {}

    /** The first fault that is known, or that the token is none. */
    static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidJwtException invalid) {
                return WORDS.entrySet().stream()
                        .filter(word -> invalid.hasErrorCode(word.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(UNREADABLE);
            }
        }
        return UNREADABLE;
    }

    /** Whether it is no fault of the token: the keys to check it with could not be fetched. */
    static boolean isOfTheProvider(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
