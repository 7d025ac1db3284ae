package org.rollcall.query;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The tables and queries of {@code docs/query.md}, over a directory of reports, by DuckDB in place of Athena. */
public final class SavedQueries implements AutoCloseable {
    private static final Path DOCUMENT = Path.of("docs", "query.md");
    private static final Pattern QUERY =
            Pattern.compile("^### (.+?)$.*?^```sql$(.+?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TABLE = Pattern.compile(
            "CREATE EXTERNAL TABLE (\\w+) \\((.+?)^\\).*?'s3://BUCKET/reports/(\\w+)/date=\\$\\{day\\}/'",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern COLUMN = Pattern.compile("^  `(\\w+)` (.+?),?$", Pattern.MULTILINE);
    private static final Map<String, String> TYPES = Map.of(
            "string", "VARCHAR",
            "double", "DOUBLE",
            "int", "INTEGER",
            "array<struct<`join`:string,`leave`:string>>", "STRUCT(\"join\" VARCHAR, \"leave\" VARCHAR)[]",
            "map<string,string>", "MAP(VARCHAR, VARCHAR)");

    private final Map<String, String> queries = new LinkedHashMap<>();
    private final Map<String, List<String>> columns = new LinkedHashMap<>();
    private final Connection connection;

    /** @param reports what {@code REPORT_DESTINATION} names; it has documents of both tables */
    public SavedQueries(Path reports) throws IOException, SQLException {
        String document = Files.readString(DOCUMENT);
        QUERY.matcher(document).results().forEach(found -> queries.put(found.group(1), found.group(2)));
        connection = DriverManager.getConnection("jdbc:duckdb:");
        Matcher table = TABLE.matcher(document);
        while (table.find()) {
            Map<String, String> types = new LinkedHashMap<>();
            COLUMN.matcher(table.group(2)).results().forEach(found -> types.put(found.group(1), found.group(2)));
            columns.put(table.group(1), List.copyOf(types.keySet()));
            try (Statement statement = connection.createStatement()) {
                statement.execute(view(table.group(1), types, reports.resolve(table.group(3))));
            }
        }
    }

    private static String view(String name, Map<String, String> types, Path documents) {
        List<String> columns = new ArrayList<>();
        types.forEach((column, type) -> columns.add("\"" + column + "\": '" + TYPES.get(type) + "'"));
        return "CREATE VIEW " + name + " AS SELECT * EXCLUDE (filename),"
                + " regexp_extract(filename, 'date=([^/\\\\]+)', 1) AS day FROM read_json('" + documents
                + "/date=*/*.ndjson', format = 'newline_delimited', filename = true, columns = {"
                + String.join(", ", columns) + "})";
    }

    /** The names of the queries. */
    public List<String> names() {
        return List.copyOf(queries.keySet());
    }

    /** The columns of a table. */
    public List<String> columns(String table) {
        return columns.get(table);
    }

    /** The lines that a query answers with these values, a map of columns each. */
    public List<Map<String, Object>> ask(String name, Object... values) throws SQLException {
        return run(queries.get(name), values);
    }

    /** The lines that some other SQL answers. */
    public List<Map<String, Object>> run(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            List<Map<String, Object>> lines = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    Map<String, Object> line = new LinkedHashMap<>();
                    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                        line.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
                    }
                    lines.add(line);
                }
            }
            return lines;
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
