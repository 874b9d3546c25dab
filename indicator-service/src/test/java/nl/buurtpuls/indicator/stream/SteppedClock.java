package nl.buurtpuls.indicator.stream;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** A clock in Amsterdam that stands still until it is set. */
final class SteppedClock extends Clock {

    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

    private Instant now;

    SteppedClock(String localDateTime) {
        set(localDateTime);
    }

    void set(String localDateTime) {
        now = LocalDateTime.parse(localDateTime).atZone(AMSTERDAM).toInstant();
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return AMSTERDAM;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
