package nl.buurtpuls.report.map;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** The parameters of a link. Only these are taken from a link to a next page: it cannot lead to another host. */
final class QueryString {

    private QueryString() {}

    /**
     * The parameters by name, in order.
     *
     * @throws IllegalArgumentException if it is no link
     */
    static Map<String, String> parse(String link) {
        Map<String, String> parameters = new LinkedHashMap<>();
        String query = URI.create(link).getRawQuery();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
