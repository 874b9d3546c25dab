package nl.buurtpuls.contract.event;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The event types of the contract: BRP event names where those exist, others in the same style. */
public enum EventType {
    STAND("nl.brp.ingeschreven.stand"),
    BIRTH("nl.brp.ingeschreven.geboorte"),
    IMMIGRATION("nl.brp.ingeschreven.immigratie"),
    INTERMUNICIPAL_MOVE("nl.brp.verhuisd.intergemeentelijk"),
    RETURN_FROM_ABROAD("nl.brp.verhuisd.immigratie"),
    MOVE_WITHIN("nl.brp.verhuisd.binnengemeentelijk"),
    EMIGRATION("nl.brp.verhuisd.naar-buitenland"),
    DEATH("nl.brp.overleden"),
    HOUSEHOLD_CHANGE("nl.huishoudens.gewijzigd"),
    BENEFIT_GRANTED("nl.uitkeringen.toegekend"),
    BENEFIT_ENDED("nl.uitkeringen.beeindigd"),
    INCOME_ASSESSED("nl.inkomens.vastgesteld"),
    DWELLING_REGISTERED("nl.woningen.geregistreerd"),
    RETRACTION("nl.gebeurtenissen.ingetrokken");

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventType::typeName, Function.identity()));

    private final String typeName;

    EventType(String typeName) {
        this.typeName = typeName;
    }

    /** The CloudEvents {@code type}. */
    public String typeName() {
        return typeName;
    }

    public static Optional<EventType> of(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }
}
