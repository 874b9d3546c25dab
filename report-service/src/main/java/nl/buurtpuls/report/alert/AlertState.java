package nl.buurtpuls.report.alert;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How far an alert is. Each state has the steps that may be taken from it, and no others. All days are of event time. */
sealed interface AlertState {

    String code();

    /** The day on which the line was crossed. */
    LocalDate since();

    /** The day from which it fired; {@code null} if it never has. */
    @Nullable
    LocalDate firedOn();

    /** Who has seen the alert; {@code null} if nobody said so. */
    default @Nullable Acknowledgement acknowledgement() {
        return null;
    }

    /** That somebody knows of an alert. */
    record Acknowledgement(String by, Instant at, @Nullable String note) {}

    /** What is not over. */
    sealed interface Open extends AlertState {
        /** It is over from that day. */
        Resolved resolve(LocalDate on, Cause cause);

        /** The same, with the days that are known now: a correction may move them. */
        Open with(LocalDate since, LocalDate firedOn);
    }

    /** The line is crossed, and it has not held for long enough yet. */
    record Pending(LocalDate since) implements Open {
        @Override
        public String code() {
            return "pending";
        }

        @Override
        public @Nullable LocalDate firedOn() {
            return null;
        }

        Firing fire(LocalDate on) {
            return new Firing(since, on);
        }

        @Override
        public Resolved resolve(LocalDate on, Cause cause) {
            return new Resolved(since, null, on, cause, null);
        }

        @Override
        public Firing with(LocalDate crossed, LocalDate firedOn) {
            return new Firing(crossed, firedOn);
        }
    }

    /** It has held for long enough. */
    record Firing(LocalDate since, LocalDate firedOn) implements Open {
        @Override
        public String code() {
            return "firing";
        }

        Acknowledged acknowledge(Acknowledgement acknowledgement) {
            return new Acknowledged(since, firedOn, acknowledgement);
        }

        @Override
        public Resolved resolve(LocalDate on, Cause cause) {
            return new Resolved(since, firedOn, on, cause, null);
        }

        @Override
        public Firing with(LocalDate crossed, LocalDate fired) {
            return new Firing(crossed, fired);
        }
    }

    /** It fires, and somebody knows. */
    record Acknowledged(LocalDate since, LocalDate firedOn, Acknowledgement acknowledgement) implements Open {
        @Override
        public String code() {
            return "acknowledged";
        }

        @Override
        public Resolved resolve(LocalDate on, Cause cause) {
            return new Resolved(since, firedOn, on, cause, acknowledgement);
        }

        @Override
        public Acknowledged with(LocalDate crossed, LocalDate fired) {
            return new Acknowledged(crossed, fired, acknowledgement);
        }
    }

    /** It is over, and stays so: what crosses the line again is another alert. */
    record Resolved(
            LocalDate since,
            @Nullable LocalDate firedOn,
            LocalDate on,
            Cause cause,
            @Nullable Acknowledgement acknowledgement)
            implements AlertState {
        @Override
        public String code() {
            return "resolved";
        }
    }
}
