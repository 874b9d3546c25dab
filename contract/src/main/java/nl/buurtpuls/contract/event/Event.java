package nl.buurtpuls.contract.event;

import java.time.Instant;

/**
 * One event of a municipal register.
 *
 * @param id identity: source and id
 * @param time the moment the event was logged at the source
 * @param data what the register says
 */
public record Event(EventId id, Instant time, EventData data) {}
