package nl.buurtpuls.report.ledger;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Numbers that stand for names in the ledger's tables. A number never changes, so those seen are remembered. */
final class Dictionary {

    private final String insert;
    private final String select;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();

    /** A dictionary in a table of {@code id} and a unique name. */
    Dictionary(String table, String name) {
        // Names that are there are left out first: a conflict would use up a number each time, and a series has 32,767.
        insert = "insert into " + table + " (" + name + ") select wanted.name from unnest($1::text[]) as wanted (name)"
                + " where not exists (select from " + table + " known where known." + name + " = wanted.name)"
                + " on conflict do nothing";
        select = "select id, " + name + " as name from " + table + " where " + name + " = any($1)";
    }

    int number(String name) {
        Integer number = numbers.get(name);
        if (number == null) {
            throw new IllegalStateException("not learnt: " + name);
        }
        return number;
    }

    /** Makes sure that all names have a number. Outside any transaction: a number may outlive one that fails. */
    Uni<Void> learn(SqlClient client, Stream<String> names) {
        String[] unknown = names.filter(name -> !numbers.containsKey(name))
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (unknown.length == 0) {
            return Uni.createFrom().voidItem();
        }
        return client.preparedQuery(insert)
                .execute(Tuple.tuple().addArrayOfString(unknown))
                .chain(() -> client.preparedQuery(select).execute(Tuple.tuple().addArrayOfString(unknown)))
                .invoke(rows -> {
                    for (Row row : rows) {
                        numbers.put(row.getString("name"), row.getInteger("id"));
                    }
                })
                .replaceWithVoid();
    }
}
