package nl.buurtpuls.simulator.town;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.contract.event.EventData;
import nl.buurtpuls.contract.event.Scheme;
import nl.buurtpuls.simulator.register.Register;
import org.jspecify.annotations.Nullable;

/**
 * Who receives which benefit. While the books are open ({@link #keepBooksOpen}) nothing is written down, so that the
 * spells can still be corrected; {@link #closeBooks} writes down all.
 */
public final class Benefits {

    private static final Scheme[] SCHEMES = Scheme.values();

    private final String municipality;
    private final Calendar calendar;
    private final Register register;
    private final Map<Scheme, Pool<Spell>> running = new EnumMap<>(Scheme.class);
    private @Nullable List<Spell> open;
    private int count;

    Benefits(String municipality, Calendar calendar, Register register) {
        this.municipality = municipality;
        this.calendar = calendar;
        this.register = register;
        for (Scheme scheme : SCHEMES) {
            running.put(scheme, new Pool<>());
        }
    }

    public void keepBooksOpen() {
        open = new ArrayList<>();
    }

    /** All spells since the books were opened. */
    public List<Spell> inOpenBooks() {
        return open == null ? List.of() : Collections.unmodifiableList(open);
    }

    /** Writes down each spell on the days on which it became known: no earlier than {@code firstDay}. */
    public void closeBooks(int firstDay) {
        List<Spell> spells = inOpenBooks();
        open = null;
        for (Spell spell : spells) {
            writeStart(spell, Math.max(firstDay, spell.start()));
            if (!spell.isRunning() && !spell.endedByDeath()) {
                writeEnd(spell);
            }
        }
    }

    /** The running spells of a scheme. */
    public Pool<Spell> running(Scheme scheme) {
        return running.getOrDefault(scheme, new Pool<>());
    }

    /** A benefit starts; {@code start} may lie in the past. Nothing happens if it runs. */
    public void grant(Person person, Scheme scheme, int start) {
        if (person.receives(scheme)) {
            return;
        }
        count++;
        Spell spell = new Spell(person, scheme, "b" + municipality.substring(2) + "-" + count, start);
        person.setRunning(scheme, spell);
        person.hadAssistance |= scheme == Scheme.SOCIAL_ASSISTANCE;
        running(scheme).add(spell);
        if (open == null) {
            writeStart(spell, calendar.day());
        } else {
            open.add(spell);
        }
    }

    /** A running benefit ends: {@code day} is the first without it. Before today only while the books are open. */
    public void end(Spell spell, int day) {
        end(spell, day, false);
    }

    /** A benefit that was had from a day to another, as found out later: only while the books are open. */
    public void enterInOpenBooks(Person person, Scheme scheme, int start, int end, boolean byDeath) {
        if (open != null) {
            grant(person, scheme, start);
            Spell spell = person.running(scheme);
            if (spell != null) {
                end(spell, end, byDeath);
            }
        }
    }

    /** A benefit that was never had: only while the books are open. */
    public void strikeFromOpenBooks(Spell spell) {
        if (open != null) {
            if (spell.isRunning()) {
                end(spell, spell.start(), false);
            }
            open.remove(spell);
        }
    }

    void endAll(Person person) {
        for (Scheme scheme : SCHEMES) {
            Spell spell = person.running(scheme);
            if (spell != null) {
                end(spell, calendar.day(), false);
            }
        }
    }

    /** Death ends the benefits: no end is sent. */
    void endAllByDeath(Person person) {
        for (Scheme scheme : SCHEMES) {
            Spell spell = person.running(scheme);
            if (spell != null) {
                end(spell, calendar.day(), true);
            }
        }
    }

    private void end(Spell spell, int day, boolean byDeath) {
        running(spell.scheme()).remove(spell);
        spell.person().setRunning(spell.scheme(), null);
        spell.end(day, byDeath);
        if (open == null && !byDeath) {
            writeEnd(spell);
        }
    }

    private void writeStart(Spell spell, int knownOn) {
        register.write(
                knownOn,
                new EventData.BenefitGranted(
                        spell.person().id(),
                        municipality,
                        LocalDate.ofEpochDay(spell.start()),
                        spell.scheme(),
                        spell.name()));
    }

    private void writeEnd(Spell spell) {
        register.write(
                spell.end(),
                new EventData.BenefitEnded(
                        spell.person().id(),
                        municipality,
                        LocalDate.ofEpochDay(spell.end()),
                        spell.scheme(),
                        spell.name()));
    }
}
