package nl.buurtpuls.report.testing;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

/** The clock of the tests: it is noon on {@link #TODAY}, always. */
public final class Noon {

    public static final LocalDate TODAY = LocalDate.of(2024, 6, 15);

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Noon() {}

    public static Clock clock() {
        return Clock.fixed(TODAY.atTime(12, 0).atZone(AMSTERDAM).toInstant(), AMSTERDAM);
    }

    /** In place of the clock of the country. */
    @Singleton
    static final class Source {
        @Produces
        @Singleton
        Clock noon() {
            return clock();
        }
    }
}
