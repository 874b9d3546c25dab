package nl.buurtpuls.report.alert;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where webhooks may be.
 *
 * @param signed whether there is a secret to sign with: without one nobody is told
 * @param privateAllowed whether at addresses inside too, and without TLS
 */
record WebhookPolicy(boolean signed, boolean privateAllowed) {

    /** Takes whatever was taken once. */
    static final WebhookPolicy ANYWHERE = new WebhookPolicy(true, true);

    private static final Pattern IP_LITERAL = Pattern.compile("\\[.*]|[\\d.]+");

    /** The rule that an address breaks. */
    record Fault(String code, String detail) {}

    /** What is wrong with an address; {@code null} if nothing is. */
    @Nullable
    Fault faultOf(String text) {
        URI address;
        try {
            address = new URI(text);
        } catch (URISyntaxException e) {
            return new Fault("not-an-address", "Expected an address as https://example.nl/hooks.");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean taken = scheme.equals("https") || scheme.equals("http") && privateAllowed;
        if (!taken || address.getHost() == null || address.getUserInfo() != null || address.getFragment() != null) {
            return new Fault("not-an-address", "Expected an address as https://example.nl/hooks, without a user.");
        }
        if (!privateAllowed && isInside(address.getHost())) {
            return new Fault(
                    "private-address",
                    "The address is not of the public internet, and webhooks elsewhere are not allowed here.");
        }
        return signed
                ? null
                : new Fault("no-secret", "Webhooks are signed, and this service has no secret to sign with.");
    }

    /** By its name alone: where a name leads is seen each time that it is called. */
    private static boolean isInside(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (IP_LITERAL.matcher(name).matches()) {
            try {
                return PrivateAddresses.include(InetAddress.getByName(name));
            } catch (UnknownHostException e) {
                return true;
            }
        }
        return !name.contains(".")
                || name.endsWith(".localhost")
                || name.endsWith(".local")
                || name.endsWith(".internal");
    }
}
