package nl.buurtpuls.simulator.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import nl.buurtpuls.simulator.chance.Chance;
import nl.buurtpuls.simulator.register.Register;
import nl.buurtpuls.simulator.table.BuurtFigures;
import nl.buurtpuls.simulator.town.Calendar;
import nl.buurtpuls.simulator.town.Household;
import nl.buurtpuls.simulator.town.Part;
import nl.buurtpuls.simulator.town.Person;
import nl.buurtpuls.simulator.town.Surroundings;
import nl.buurtpuls.simulator.town.Town;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On households of one to four persons, of whom every third lives in the north. */
class SelectionTest {

    private static final LocalDate DAY = LocalDate.of(2020, 1, 2);
    private static final int HOUSEHOLDS = 3_000;
    private static final int ORIGINS = 600;

    private final Goals goals = new Goals();
    private final Chance chance = Chance.of(1, "test");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatMustComeOutComesOutExactly(long seed) {
        goals.exactly("households", 501);
        goals.exactly("persons", 1_207);
        goals.exactly("north", 173);
        goals.between("from a", 95, 105);

        List<Option> chosen = new Selection(goals, options(), Chance.of(seed, "selection")).choose(List.of());

        assertThat(chosen).hasSize(501);
        assertThat(sum(chosen, "persons")).isEqualTo(1_207);
        assertThat(sum(chosen, "north")).isEqualTo(173);
        assertThat(sum(chosen, "from a")).isBetween(95, 105);
        assertThat(new HashSet<>(chosen.stream().map(Option::household).toList()))
                .hasSize(501);
    }

    @Test
    void whatIsPresentIsInBalance() {
        goals.exactly("households", 200);
        for (int i = 0; i < ORIGINS; i++) {
            goals.present("origin " + i, i % 2 == 0);
        }
        goals.balance(0.25, 0.02);

        List<Option> chosen = new Selection(goals, options(), chance).choose(List.of());

        int even = 0;
        int odd = 0;
        for (int i = 0; i < ORIGINS; i++) {
            boolean present = sum(chosen, "origin " + i) > 0;
            even += present && i % 2 == 0 ? 1 : 0;
            odd += present && i % 2 == 1 ? 1 : 0;
        }
        assertThat((double) even / (even + odd)).isBetween(0.23, 0.27);
    }

    @Test
    void goalsThatCannotBeMetAreNamed() {
        goals.exactly("households", 10);
        goals.exactly("persons", 50);

        assertThatThrownBy(() -> new Selection(goals, options(), chance).choose(List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not from");
    }

    private int sum(List<Option> chosen, String goal) {
        int sum = 0;
        for (Option option : chosen) {
            for (int i = 0; i < option.goals().length; i++) {
                sum += option.goals()[i] == goals.index(goal) ? option.amounts()[i] : 0;
            }
        }
        return sum;
    }

    private List<Option> options() {
        Part part = new Part("whole", List.of(BuurtFigures.heerlen().get(0)));
        Register register = new Register("t", DAY, DAY, event -> {});
        Town town = new Town("GM0917", new Calendar(DAY), List.of(part), new Surroundings(Map.of()), register, chance);
        List<Option> options = new ArrayList<>();
        for (int i = 0; i < HOUSEHOLDS; i++) {
            List<Person> members = new ArrayList<>();
            for (int person = 0; person <= i % 4; person++) {
                members.add(town.person(0, true, person == 0 ? Person.Role.HEAD : Person.Role.MEMBER));
            }
            Household household =
                    town.found(town.housing().openPlace(part.buurten().get(0)), Household.Kind.PRIVATE, members);
            Option.Sum sum = new Option.Sum(goals);
            sum.add("households", 1);
            sum.add("persons", household.size());
            sum.add("north", i % 3 == 0 ? 1 : 0);
            sum.add("from a", i % 7 == 0 ? 1 : 0);
            sum.add("origin " + i % ORIGINS, 1);
            options.add(sum.option(household, List.of()));
        }
        return options;
    }
}
