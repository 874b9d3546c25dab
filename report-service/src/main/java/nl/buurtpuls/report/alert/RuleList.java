package nl.buurtpuls.report.alert;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import nl.buurtpuls.report.table.Table;
import nl.buurtpuls.report.table.Tabular;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Some rules. */
@Schema(type = SchemaType.ARRAY, implementation = RuleView.class)
record RuleList(@JsonValue List<RuleView> rules) implements Tabular {
    @Override
    public Table table() {
        return new Table(RuleView.COLUMNS, rules.stream().map(RuleView::row).toList());
    }
}
