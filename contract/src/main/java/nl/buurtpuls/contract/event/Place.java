package nl.buurtpuls.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Where someone came from or went to: a municipality, a country, or unknown when both are {@code null}.
 *
 * @param municipality CBS code, abolished ones too
 * @param country ISO 3166-1 alpha-2, abolished ones too
 */
public record Place(@Nullable String municipality, @Nullable String country) {

    public static final Place UNKNOWN = new Place(null, null);

    private static final int COUNTRY_LENGTH = 2;

    public Place {
        if (municipality != null && country != null) {
            throw new IllegalArgumentException(
                    "a place is a municipality or a country, not both: " + municipality + " and " + country);
        }
    }

    /** The place of a {@link #code}. */
    public static Place ofCode(String code) {
        if (code.equals(UNKNOWN.code())) {
            return UNKNOWN;
        }
        return code.length() == COUNTRY_LENGTH ? country(code) : municipality(code);
    }

    /** The code of the municipality or country, or {@code unknown}: as the ledger names where arrivals came from. */
    public String code() {
        if (municipality != null) {
            return municipality;
        }
        return country != null ? country : "unknown";
    }

    public static Place municipality(String code) {
        return new Place(code, null);
    }

    public static Place country(String code) {
        return new Place(null, code);
    }
}
