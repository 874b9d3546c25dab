package nl.buurtpuls.contract.event;

import org.jspecify.annotations.Nullable;

/**
 * Where and with whom a person lives.
 *
 * @param buurt CBS code, {@code BU09171000}
 * @param household the register's name of the household, meaningful within the buurt
 * @param dwelling the register's name of the dwelling, meaningful within the municipality
 */
public record Residence(
        String buurt, String household, @Nullable String dwelling) {}
