package nl.buurtpuls.report.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A read of exact figures as the database keeps it. */
@Entity
@Table(name = "exact_read")
class StoredRead {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "id")
    private long id;

    @Column(name = "read_at", nullable = false)
    private Instant readAt;

    @Column(name = "reader", nullable = false)
    private String reader;

    @Column(name = "purpose", nullable = false)
    private String purpose;

    @Column(name = "call", nullable = false)
    private String call;

    /** For Hibernate. */
    protected StoredRead() {
        this(Instant.EPOCH, "", "", "");
    }

    StoredRead(Instant readAt, String reader, String purpose, String call) {
        this.readAt = readAt;
        this.reader = reader;
        this.purpose = purpose;
        this.call = call;
    }

    long id() {
        return id;
    }

    Instant readAt() {
        return readAt;
    }

    String reader() {
        return reader;
    }

    String purpose() {
        return purpose;
    }

    String call() {
        return call;
    }
}
