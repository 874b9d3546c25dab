package nl.buurtpuls.contract.event;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Asks that a person leave every store. No event of a register: senders cannot push it as one, and it stands in the
 * mutations topic only until that is rid of the person.
 *
 * @param id names the request; of no meaning outside it
 * @param time when it was made
 * @param person pseudonym
 * @param municipality CBS code of the register that asks; the person leaves those of all municipalities
 * @param day from this day on the person counts no longer; figures of the days before keep their counts
 */
public record ErasureRequest(String id, Instant time, String person, String municipality, LocalDate day) {}
