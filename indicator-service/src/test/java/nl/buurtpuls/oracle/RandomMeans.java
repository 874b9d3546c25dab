package nl.buurtpuls.oracle;

import java.time.LocalDate;
import java.util.Random;
import nl.buurtpuls.contract.event.EventData.BenefitEnded;
import nl.buurtpuls.contract.event.EventData.BenefitGranted;
import nl.buurtpuls.contract.event.EventData.IncomeAssessed;
import nl.buurtpuls.contract.event.Scheme;

/** What a person lives on: benefits about the days on which they begin to count differently, and income classes. */
final class RandomMeans {

    private final Random random;
    private final String person;
    private final RandomFacts facts;
    private final RandomRegister register;

    RandomMeans(Random random, String person, RandomFacts facts, RandomRegister register) {
        this.random = random;
        this.person = person;
        this.facts = facts;
        this.register = register;
    }

    /** Grants that run on arrival, or begin about a month after it, and the income of the year. */
    void aroundArrival(String municipality, LocalDate arrival) {
        if (random.nextBoolean()) {
            int days = switch (random.nextInt(6)) {
                case 0 -> -random.nextInt(800);
                case 1 -> random.nextInt(3) - 1;
                case 2, 3 -> 30 + random.nextInt(4);
                case 4 -> -31 + random.nextInt(3);
                default -> random.nextInt(31);
            };
            benefit(municipality, arrival.plusDays(days));
        }
        if (random.nextInt(3) == 0) {
            income(municipality, arrival.getYear());
        }
    }

    /**
     * A grant, mostly ended after a while, sometimes about on the day on which a class of duration ends. Sometimes
     * another takes over on the day it ends, a day later, or before it.
     */
    void benefit(String municipality, LocalDate first) {
        LocalDate day = first;
        for (int grants = random.nextInt(3) == 0 ? 2 + random.nextInt(2) : 1; grants > 0; grants--) {
            Scheme scheme = facts.aScheme();
            String name = facts.aBenefit();
            register.write(new BenefitGranted(person, municipality, day, scheme, name));
            LocalDate end = endOf(day);
            if (random.nextInt(3) > 0) {
                register.write(new BenefitEnded(person, municipality, end, scheme, name));
            }
            day = end.plusDays(
                    switch (random.nextInt(4)) {
                        case 0 -> 1;
                        case 1 -> -random.nextInt(400);
                        default -> 0;
                    });
        }
    }

    private LocalDate endOf(LocalDate day) {
        return switch (random.nextInt(8)) {
            case 0 -> day.plusDays(random.nextInt(3));
            case 1, 2, 3 -> day.plusYears(2 + 3L * random.nextInt(2)).plusDays(random.nextInt(3) - 1L);
            default -> day.plusDays(random.nextInt(2500));
        };
    }

    /** Up to six years running, mostly poor ones; now and then one is corrected, or taken back. */
    void incomes(String municipality, LocalDate day) {
        int years = 1 + random.nextInt(6);
        for (int ago = 0; ago < years; ago++) {
            income(municipality, day.getYear() - ago);
        }
    }

    private void income(String municipality, int year) {
        IncomeAssessed income = new IncomeAssessed(
                person, municipality, LocalDate.of(year, 1, 1), year, random.nextInt(4) > 0, random.nextInt(6) > 0);
        switch (random.nextInt(10)) {
            case 0 -> register.writeAndTakeBack(income);
            case 1 -> {
                register.write(facts.income(person, municipality, year));
                register.write(income);
            }
            case 2 -> {
                register.write(income);
                register.writeAndTakeBack(facts.income(person, municipality, year));
            }
            default -> register.write(income);
        }
    }
}
