package nl.buurtpuls.report.access;

import java.time.Duration;
import java.util.Optional;
import nl.buurtpuls.contract.access.Municipalities;

/**
 * Who has made the current call; a bean of the request. What it says has no nine digits in a row: it is kept, and a BSN is not.
 * Ask on the call's own thread or event loop, before work goes
 * elsewhere.
 *
 * <p>An answer of exact figures is for its reader alone. Whatever keeps answers, or entity tags of them, for more calls than
 * one must keep those of {@link #exact()} readers apart from the published ones, or not at all: else the next reader gets
 * figures that are not for them, or learns from a tag that an exact figure is what was guessed.
 */
public interface Reader {

    /** The header in which a reader of exact figures says why. */
    String PURPOSE_HEADER = "Buurtpuls-Purpose";

    /** The claim of a token that says so for all that is read with it. */
    String PURPOSE_CLAIM = "purpose";

    /** Characters that a purpose may have. */
    int LONGEST_PURPOSE = 200;

    /** What tells this reader from others, {@code anonymous} without a token. */
    String name();

    /** Whether it reads exact figures. Such a reader always has a purpose: a call without one is refused before. */
    boolean exact();

    /** Why it reads: of the header {@link #PURPOSE_HEADER}, or else of the token's claim {@link #PURPOSE_CLAIM}. */
    Optional<String> purpose();

    /** The call itself: its method, path and query. */
    String call();

    /** How long its token is taken from now on; empty without one. What lasts longer than a call ends then. */
    Optional<Duration> lasts();

    /** The municipalities that its token speaks for; all without such a claim, and none without a token. */
    Municipalities municipalities();
}
