package nl.buurtpuls.simulator.register;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Moments at which facts are written down: each later than the one before. */
interface Stamps {

    /** The moment, in local time, at which something that happened on the day is written down. */
    LocalDateTime next(LocalDate day);
}
