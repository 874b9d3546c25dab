package nl.buurtpuls.report.context;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import nl.buurtpuls.contract.context.ContextFigure;

/** A context figure as the database keeps it. */
@Entity
@Table(name = "context_figure")
class StoredFigure {

    /** What a figure is about: there is one of each. */
    @Embeddable
    record Key(
            @Column(name = "area") String area,
            @Column(name = "indicator") String indicator,
            @Column(name = "period") String period) {}

    @EmbeddedId
    private Key key;

    @Column(name = "value", nullable = false)
    private BigDecimal value;

    @Column(name = "unit", nullable = false)
    private String unit;

    @Column(name = "source", nullable = false)
    private String source;

    @Column(name = "label_nl", nullable = false)
    private String labelNl;

    @Column(name = "label_en", nullable = false)
    private String labelEn;

    /** For Hibernate. */
    protected StoredFigure() {
        key = new Key("", "", "");
        value = BigDecimal.ZERO;
        unit = "";
        source = "";
        labelNl = "";
        labelEn = "";
    }

    ContextFigure figure() {
        return new ContextFigure(key.area(), key.indicator(), key.period(), value, unit, source, labelNl, labelEn);
    }
}
