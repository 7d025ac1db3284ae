package org.rollcall.format;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.rollcall.report.Report;
import org.rollcall.report.row.Row;

/**
 * Writes one document: pages in their order, then the end. What is written is whole only after {@link #end}. One that
 * needs only the report, which has the rows folded, implements the end alone.
 */
public interface ReportWriter extends Closeable {

    /** Writes a page of rows, from which redacted fields are gone already. */
    default void page(List<Row> rows) throws IOException {}

    /** Writes what is known only after the last page; redacted fields are gone from it, too. */
    void end(Report report) throws IOException;

    @Override
    default void close() throws IOException {}
}
