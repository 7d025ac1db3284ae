package org.rollcall.report.attendance.identity;

/** Rows as {@link JoinPeople} sees them, by their numbers from 0 on. */
public interface JoinableRows {

    /** How many rows there are. */
    int size();

    /** Whose a row says it is. */
    Identity identity(int row);

    /** The row's {@code participant_uuid}, or {@code null}. */
    String participantUuid(int row);

    /** When the row begins, in milliseconds since the epoch; {@link Long#MIN_VALUE} where that is unknown. */
    long start(int row);

    /** When the row ends, in milliseconds since the epoch; {@link Long#MAX_VALUE} where that is unknown. */
    long end(int row);
}
