package nl.buurtpuls.indicator.timeline;

import nl.buurtpuls.contract.event.EventId;

/**
 * Something in the facts that does not add up.
 *
 * @param rule what it offends
 * @param event the event that does
 */
public record Finding(Rule rule, EventId event) {

    /** What facts may offend; the engine goes on as the rule's text says. */
    public enum Rule {
        NOT_RESIDENT("not-resident", "the person is unknown here or gone; the event has no effect"),
        AFTER_DEATH("after-death", "the event takes effect after the person's death; it has no effect"),
        ALREADY_RESIDENT("already-resident", "the person who arrives lives here; a departure on that day is assumed"),
        HOUSEHOLD_CHANGE_MOVES(
                "household-change-moves", "the household change names another buurt; it is taken as a move"),
        BENEFIT_BEFORE_BIRTH("benefit-before-birth", "the benefit starts before the person's birth"),
        CONFLICTING_CONTENT(
                "conflicting-content", "two events of this source and id differ; the one logged earlier counts");

        private final String code;
        private final String meaning;

        Rule(String code, String meaning) {
            this.code = code;
            this.meaning = meaning;
        }

        public String code() {
            return code;
        }

        public String meaning() {
            return meaning;
        }
    }
}
