package nl.buurtpuls.indicator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DraftTest {

    private static final byte[] KEY = {1};

    private final Town.MapTable table = new Town.MapTable();
    private final Draft draft = new Draft(table);

    @Test
    void writesAreReadBackButNotMadeUntilAllAreKnown() {
        table.put(KEY, new byte[] {1});

        draft.put(KEY, new byte[] {2});
        draft.put(new byte[] {3}, new byte[] {3});

        assertThat(draft.get(KEY)).containsExactly(2);
        assertThat(table.get(KEY)).containsExactly(1);
        assertThat(table.get(new byte[] {3})).isNull();

        draft.write();

        assertThat(table.get(KEY)).containsExactly(2);
        assertThat(table.get(new byte[] {3})).containsExactly(3);
    }

    @Test
    void whatIsTakenOutIsGoneInTheDraftAndAfterIt() {
        table.put(KEY, new byte[] {1});

        draft.put(KEY, null);

        assertThat(draft.get(KEY)).isNull();
        assertThat(table.get(KEY)).isNotNull();
        draft.write();
        assertThat(table.get(KEY)).isNull();
    }
}
