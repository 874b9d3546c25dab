package nl.buurtpuls.contract.access;

/**
 * What a call without the right is told in {@code WWW-Authenticate} (RFC 6750, section 3) and in its problem details.
 *
 * @param status 401 if another token might do, 403 if this sender lacks the right
 * @param header the value of {@code WWW-Authenticate}
 * @param detail what is lacking, for people
 */
public record Challenge(int status, String header, String detail) {

    private static final String REALM = "Bearer realm=\"buurtpuls\"";

    /** There was no token: no error code then (RFC 6750, 3.1). */
    public static Challenge noToken() {
        return new Challenge(401, REALM, "A bearer token is needed: send it as 'Authorization: Bearer …'.");
    }

    /**
     * The token is not taken.
     *
     * @param detail what is wrong with it, a sentence without anything of the token that only its holder should know
     */
    public static Challenge invalidToken(String detail) {
        return new Challenge(401, header("invalid_token", detail), detail);
    }

    /** The token is good, and does not give the role that is needed. */
    public static Challenge lackingRole(String role) {
        String detail = "The token does not give the role " + role + ".";
        return new Challenge(403, header("insufficient_scope", detail) + ", scope=\"" + role + "\"", detail);
    }

    /** The token gives the role, and something else stands in the way. */
    public static Challenge lackingRight(String detail) {
        return new Challenge(403, header("insufficient_scope", detail), detail);
    }

    /** Only what the grammar of {@code error_description} lets stand: printable ASCII without quote and backslash. */
    private static String header(String error, String description) {
        return REALM + ", error=\"" + error + "\", error_description=\""
                + description.replaceAll("[^\\x20-\\x7E]|[\"\\\\]", "'") + "\"";
    }
}
