package nl.buurtpuls.ingest.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import nl.buurtpuls.ingest.problem.ProblemException;
import org.junit.jupiter.api.Test;

class BulkSlotsTest {

    private final BulkSlots slots = new BulkSlots();

    @Test
    void oneSenderHasSomeAndLeavesTheOthersTheirs() {
        takeAll("greedy", BulkSlots.MOST_OF_ONE);

        assertThatThrownBy(() -> slots.take("greedy"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem("/").status()).isEqualTo(429))
                .hasMessageContaining("10 bulk loads");
        assertThatCode(() -> slots.take("modest")).doesNotThrowAnyException();
    }

    @Test
    void loadOfWhoeverComesWhenAllAreTakenIsForLater() {
        for (int sender = 0; sender < BulkSlots.MOST / BulkSlots.MOST_OF_ONE; sender++) {
            takeAll("sender " + sender, BulkSlots.MOST_OF_ONE);
        }

        assertThatThrownBy(() -> slots.take("another")).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem("/").status()).isEqualTo(503);
            assertThat(refusal.retryAfter()).isPositive();
        });
    }

    @Test
    void slotOfALoadThatNeverBeganIsFreeOnceItsCallHasEnded() {
        List<BulkSlots.Slot> taken = takeAll("one", BulkSlots.MOST_OF_ONE);

        taken.get(0).callEnded();
        taken.get(0).callEnded();

        slots.take("one");
        assertThatThrownBy(() -> slots.take("one")).isInstanceOf(ProblemException.class);
    }

    @Test
    void loadDoesNotBeginOnceItsCallHasEnded() {
        BulkSlots.Slot slot = slots.take("one");
        slot.callEnded();

        assertThatThrownBy(() -> slot.use(() -> {
                    throw new AssertionError("begun");
                }))
                .isInstanceOf(IOException.class);
    }

    @Test
    void slotOfALoadThatOutlivesItsCallIsFreeWhenTheLoadEnds() throws IOException {
        BulkSlots.Slot slot = takeAll("one", BulkSlots.MOST_OF_ONE).get(0);

        slot.use(() -> {
            slot.callEnded();
            assertThatThrownBy(() -> slots.take("one")).isInstanceOf(ProblemException.class);
        });

        assertThatCode(() -> slots.take("one")).doesNotThrowAnyException();
    }

    @Test
    void slotOfALoadThatFailsIsFree() {
        BulkSlots.Slot slot = takeAll("one", BulkSlots.MOST_OF_ONE).get(0);

        assertThatThrownBy(() -> slot.use(() -> {
                    throw new IOException("broken off");
                }))
                .hasMessage("broken off");

        assertThatCode(() -> slots.take("one")).doesNotThrowAnyException();
    }

    private List<BulkSlots.Slot> takeAll(String sender, int count) {
        List<BulkSlots.Slot> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(slots.take(sender));
        }
        return taken;
    }
}
