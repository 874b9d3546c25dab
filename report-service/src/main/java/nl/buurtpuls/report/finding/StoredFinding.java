package nl.buurtpuls.report.finding;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** A finding as the database keeps it. */
@Entity
@Table(name = "finding")
class StoredFinding {

    /** What is wrong with which event: that there is one of. */
    @Embeddable
    record Key(
            @Column(name = "municipality") String municipality,
            @Column(name = "source") String source,
            @Column(name = "event") String event,
            @Column(name = "code") String code) {}

    @EmbeddedId
    private Key key;

    @Column(name = "found_at", nullable = false)
    private Instant foundAt;

    /** As the topic has it. */
    @Column(name = "body", nullable = false)
    private String body;

    /** For Hibernate. */
    protected StoredFinding() {
        key = new Key("", "", "", "");
        foundAt = Instant.EPOCH;
        body = "";
    }

    String body() {
        return body;
    }
}
