package nl.buurtpuls.contract.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class EventSchemasTest {

    @Test
    void countriesAreAllThatThereAreAndWere() {
        Set<String> codes = new TreeSet<>(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA2));
        // Of the four letters of an abolished country, the first two were its code.
        Locale.getISOCountries(IsoCountryCode.PART3).forEach(former -> codes.add(former.substring(0, 2)));

        assertThat(EventSchemas.countries()).containsExactlyElementsOf(codes);
    }
}
