package nl.buurtpuls.indicator.erasure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import nl.buurtpuls.contract.event.ErasureHeaders;
import nl.buurtpuls.contract.event.EventId;
import nl.buurtpuls.contract.topic.Republished;
import nl.buurtpuls.contract.topic.ResidueKey;
import nl.buurtpuls.contract.topic.Topic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * One scrub: rids findings, dead letters and mutations of the persons whom the engine has erased. Facts are a set, so a
 * record that is published again harms nothing; and until the last step the originals stand, so a scrub that breaks off
 * has done nothing but write copies that nobody reads.
 */
final class Scrub {

    /** What is done, in this order; the mutations last, for they tell what the others are to be rid of. */
    enum Step {
        FINDINGS,
        DEAD_LETTERS,
        COPY,
        CHECK,
        DELETE,
        CLEAR
    }

    /** Is told what comes next. */
    @FunctionalInterface
    interface Listener {
        void before(Step step);
    }

    /**
     * What a scrub did.
     *
     * @param met requests that the mutations are rid of, counted in each partition
     * @param waiting requests that are left for the next scrub
     * @param kept records that were published again
     * @param dropped records that were not
     */
    record Outcome(int met, int waiting, long kept, long dropped) {}

    private static final Logger LOG = Logger.getLogger(Scrub.class);
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Topics topics;
    private final Listener listener;
    private final Duration patience;

    private int met;
    private int waiting;
    private long kept;
    private long dropped;

    /** A partition of the mutations that holds persons who are to go. */
    private record Work(
            Partition partition,
            long begin,
            long end,
            Selection selection,
            Set<ResidueKey.MetRequest> requests,
            Set<String> retried) {}

    /** @param patience how long to wait for the engine to have read what was there at the start */
    Scrub(Topics topics, Duration patience, Listener listener) {
        this.topics = topics;
        this.patience = patience;
        this.listener = listener;
    }

    /** Does it; without requests, nothing. */
    Outcome run() throws InterruptedException {
        List<Partition> behind = new ArrayList<>();
        Map<Partition, Long> ends = new LinkedHashMap<>();
        Set<Integer> wanted = topics.met().keySet();
        for (Partition partition : topics.partitions(Topic.MUTATIONS)) {
            if (wanted.contains(partition.number())) {
                ends.put(partition, partition.end());
            }
        }
        for (Map.Entry<Partition, Long> end : ends.entrySet()) {
            if (!engineHasRead(end.getKey(), end.getValue())) {
                behind.add(end.getKey());
            }
        }
        // Only now: every request before the ends has been met, or could not be.
        Map<Integer, Map<ResidueKey.MetRequest, Long>> requests = topics.met();
        Set<String> persons = new HashSet<>();
        List<Work> works = new ArrayList<>();
        for (Map.Entry<Partition, Long> end : ends.entrySet()) {
            Partition partition = end.getKey();
            Map<ResidueKey.MetRequest, Long> here = requests.getOrDefault(partition.number(), Map.of());
            if (behind.contains(partition)) {
                LOG.warnf("the engine is behind in partition %d: its scrub waits", partition.number());
                waiting += here.size();
            } else {
                works.add(prepare(partition, end.getValue(), here, persons));
            }
        }
        if (!works.isEmpty()) {
            Set<Selection.EventOf> events = new HashSet<>();
            works.forEach(work -> events.addAll(work.selection().events()));
            scrubDerived(persons, events);
            for (Work work : works) {
                scrub(work);
            }
        }
        return new Outcome(met, waiting, kept, dropped);
    }

    private boolean engineHasRead(Partition partition, long end) throws InterruptedException {
        long giveUp = System.nanoTime() + patience.toNanos();
        while (topics.committed(partition) < end) {
            if (System.nanoTime() > giveUp) {
                return false;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
        }
        return true;
    }

    private Work prepare(Partition partition, long end, Map<ResidueKey.MetRequest, Long> requests, Set<String> persons)
            throws InterruptedException {
        long begin = partition.begin();
        Map<String, Long> erased = new HashMap<>();
        Set<ResidueKey.MetRequest> meant = new HashSet<>();
        for (Map.Entry<ResidueKey.MetRequest, Long> request : requests.entrySet()) {
            long offset = request.getValue();
            if (offset < end) {
                meant.add(request.getKey());
            } else {
                waiting++;
            }
            if (offset >= begin && offset < end) {
                partition.read(offset, offset + 1, record -> {
                    String person = ErasureHeaders.read(record.headers(), record.value())
                            .person();
                    erased.merge(person, record.offset(), Math::max);
                });
            }
        }
        persons.addAll(erased.keySet());
        Selection selection = new Selection(begin, erased);
        if (!erased.isEmpty()) {
            partition.read(begin, end, selection::collect);
            partition.read(begin, end, selection::contest);
        }
        return new Work(partition, begin, erased.isEmpty() ? begin : end, selection, meant, new HashSet<>());
    }

    private void scrubDerived(Set<String> persons, Set<Selection.EventOf> events) throws InterruptedException {
        DerivedRecords derived = new DerivedRecords(persons, events);
        listener.before(Step.FINDINGS);
        for (Partition partition : topics.partitions(Topic.FINDINGS)) {
            derived.scrubFindings(partition);
        }
        listener.before(Step.DEAD_LETTERS);
        for (Partition partition : topics.partitions(Topic.DEAD_LETTERS)) {
            derived.scrubDeadLetters(partition);
        }
        dropped += derived.dropped();
    }

    private void scrub(Work work) throws InterruptedException {
        Partition partition = work.partition();
        if (work.begin() < work.end()) {
            listener.before(Step.COPY);
            copy(work);
            listener.before(Step.CHECK);
            // The copies of someone who is erased from now on would stand behind the request: not so the next time.
            if (isChanged(work) || topics.committed(partition) < work.end()) {
                LOG.infof("partition %d changed while it was scrubbed: once more the next time", partition.number());
                waiting += work.requests().size();
                return;
            }
            listener.before(Step.DELETE);
            partition.deleteBefore(work.end());
        }
        listener.before(Step.CLEAR);
        for (ResidueKey.MetRequest request : work.requests()) {
            topics.clear(request);
            met++;
        }
    }

    private void copy(Work work) throws InterruptedException {
        work.partition().read(work.begin(), work.end(), record -> {
            if (!work.selection().keeps(record)) {
                dropped += Republished.isCopy(record.headers(), work.begin()) ? 0 : 1;
            } else if (ErasureHeaders.isRequest(record.headers())) {
                // The engine failed on it: it is to try again.
                work.partition().writeAnew(record);
                work.retried().add(id(record));
            } else {
                work.partition().writeAgain(record, work.end());
                kept++;
            }
        });
        work.partition().awaitAcknowledged();
    }

    /** Whether others have asked for erasures meanwhile. */
    private static boolean isChanged(Work work) throws InterruptedException {
        boolean[] changed = {false};
        work.partition().read(work.end(), work.partition().end(), record -> {
            if (ErasureHeaders.isRequest(record.headers())) {
                changed[0] |= !work.retried().contains(id(record));
            }
        });
        return changed[0];
    }

    private static String id(ConsumerRecord<byte[], byte[]> request) {
        return Selection.eventId(request.headers()).map(EventId::id).orElse("");
    }
}
