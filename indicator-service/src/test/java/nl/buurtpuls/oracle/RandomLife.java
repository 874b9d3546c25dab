package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.Random;
import nl.buurtpuls.contract.event.EventData.Birth;
import nl.buurtpuls.contract.event.EventData.Death;
import nl.buurtpuls.contract.event.EventData.Emigration;
import nl.buurtpuls.contract.event.EventData.HouseholdChange;
import nl.buurtpuls.contract.event.EventData.Immigration;
import nl.buurtpuls.contract.event.EventData.IntermunicipalMove;
import nl.buurtpuls.contract.event.EventData.MoveWithin;
import nl.buurtpuls.contract.event.EventData.ReturnFromAbroad;
import nl.buurtpuls.contract.event.EventData.Stand;
import nl.buurtpuls.contract.event.PartialDate;
import nl.buurtpuls.contract.event.Place;
import nl.buurtpuls.contract.event.Residence;

/** A life that could have been: it begins somehow, and one thing follows from where the person is. */
final class RandomLife {

    private static final int MOST_STEPS = 14;

    private final Random random;
    private final String person;
    private final RandomFacts facts;
    private final RandomRegister register;
    private final RandomMeans means;
    private final PartialDate birthDate;
    private String municipality = Worlds.MUNICIPALITIES.get(0);
    private Residence residence;
    private LocalDate day;
    private boolean abroad;

    RandomLife(Random random, String person, RandomFacts facts, RandomRegister register) {
        this.facts = facts;
        this.random = random;
        this.person = person;
        this.register = register;
        this.means = new RandomMeans(random, person, facts, register);
        boolean born = random.nextInt(4) == 0;
        this.day = born || random.nextBoolean()
                ? RandomFacts.pick(random, RandomFacts.HOT_DAYS)
                : Worlds.FIRST_DATE.plusDays(random.nextInt(5 * 365));
        this.birthDate = born ? PartialDate.of(day) : facts.aBirthDate();
        this.residence = facts.residenceIn(municipality);
        if (born) {
            register.write(new Birth(person, municipality, day, residence));
        } else {
            begins();
        }
    }

    private void begins() {
        if (random.nextBoolean()) {
            arrives();
        } else {
            register.write(new Stand(person, municipality, day, birthDate, residence, null));
        }
    }

    /** Writes what follows, up to the last step or death. */
    void write() {
        int steps = random.nextInt(MOST_STEPS);
        for (int step = 0; step < steps; step++) {
            day = next(day);
            if (random.nextInt(25) == 0) {
                register.write(new Death(person, municipality, day));
                return;
            }
            if (abroad) {
                comesBack();
            } else {
                goesOn();
            }
        }
    }

    /** Days of 0 put several facts on one day; days of up to 40 put benefits about 31 days after an arrival. */
    private LocalDate next(LocalDate after) {
        return switch (random.nextInt(6)) {
            case 0 -> after;
            case 1 -> after.plusDays(28L + random.nextInt(6));
            case 2 -> after.plusDays(random.nextInt(40));
            case 3 -> RandomFacts.nextHotDay(after).orElse(after);
            default -> after.plusDays(random.nextInt(900));
        };
    }

    private void comesBack() {
        residence = facts.residenceIn(municipality);
        abroad = false;
        if (random.nextInt(4) == 0) {
            register.write(new Stand(person, municipality, day, birthDate, residence, null));
        } else {
            arrives();
        }
    }

    private void goesOn() {
        switch (random.nextInt(12)) {
            case 0, 1 -> {
                residence = facts.residenceIn(municipality);
                register.write(new MoveWithin(person, municipality, day, residence));
            }
            case 2 -> {
                residence = new Residence(residence.buurt(), "h-" + random.nextInt(5), residence.dwelling());
                register.write(new HouseholdChange(person, municipality, day, residence));
            }
            case 3, 4 -> goesToANeighbour();
            case 5 -> {
                abroad = true;
                register.write(new Emigration(person, municipality, day, null));
            }
            case 6, 7 -> means.incomes(municipality, day);
            case 8 -> isFoundAgain();
            default -> means.benefit(municipality, day);
        }
    }

    private void goesToANeighbour() {
        String left = municipality;
        municipality = RandomFacts.pick(
                random,
                Worlds.MUNICIPALITIES.stream()
                        .filter(other -> !other.equals(left))
                        .toList());
        residence = facts.residenceIn(municipality);
        register.write(
                new IntermunicipalMove(person, municipality, day, birthDate, residence, Place.municipality(left)));
        means.aroundArrival(municipality, day);
    }

    /** The register errs: whoever lives here is loaded, born or comes from elsewhere, as if they did not. */
    private void isFoundAgain() {
        residence = facts.residenceIn(municipality);
        switch (random.nextInt(4)) {
            case 0 -> register.write(new Birth(person, municipality, day, residence));
            case 1 -> register.write(new Stand(person, municipality, day, birthDate, residence, null));
            default -> arrives();
        }
    }

    /** Arrives by any of the events that say so. */
    private void arrives() {
        Place origin = facts.anOrigin(municipality);
        switch (random.nextInt(4)) {
            case 0 -> register.write(new Stand(person, municipality, day, birthDate, residence, origin));
            case 1 -> register.write(new Immigration(person, municipality, day, birthDate, residence, origin));
            case 2 ->
                register.write(new IntermunicipalMove(
                        person,
                        municipality,
                        day,
                        birthDate,
                        residence,
                        Place.municipality(facts.otherMunicipality(municipality))));
            default -> register.write(new ReturnFromAbroad(person, municipality, day, birthDate, residence, origin));
        }
        means.aroundArrival(municipality, day);
    }
}
