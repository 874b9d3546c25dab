package nl.buurtpuls.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Where someone came from or went to: a municipality, a country, or unknown when both are {@code null}.
 *
 * @param municipality CBS code, abolished ones too
 * @param country ISO 3166-1 alpha-2
 */
public record Place(@Nullable String municipality, @Nullable String country) {

    public static final Place UNKNOWN = new Place(null, null);

    public Place {
        if (municipality != null && country != null) {
            throw new IllegalArgumentException(
                    "a place is a municipality or a country, not both: " + municipality + " and " + country);
        }
    }

    public static Place municipality(String code) {
        return new Place(code, null);
    }

    public static Place country(String code) {
        return new Place(null, code);
    }
}
