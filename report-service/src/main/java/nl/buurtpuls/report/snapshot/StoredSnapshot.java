package nl.buurtpuls.report.snapshot;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** An area's current snapshot as it came from indicator-service. */
@Entity
@Table(name = "snapshot")
public class StoredSnapshot {

    @Id
    @Column(name = "area")
    private String area;

    @Column(name = "date", nullable = false)
    private LocalDate date;

    @Column(name = "body", nullable = false)
    private String body;

    /** Offset in the snapshots topic. */
    @Column(name = "version", nullable = false)
    private long version;

    /** For Hibernate. */
    protected StoredSnapshot() {
        area = "";
        date = LocalDate.EPOCH;
        body = "";
    }

    StoredSnapshot(String area, LocalDate date, String body, long version) {
        this.area = area;
        this.date = date;
        this.body = body;
        this.version = version;
    }

    public String area() {
        return area;
    }

    /** The date that the figures are of. */
    public LocalDate date() {
        return date;
    }

    /** JSON of a snapshot. */
    public String body() {
        return body;
    }

    /** Of two snapshots of an area the one of the higher version holds. */
    long version() {
        return version;
    }
}
