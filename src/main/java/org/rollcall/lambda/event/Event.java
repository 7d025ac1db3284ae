package org.rollcall.lambda.event;

/** What a direct event or a message of the report queue asks for. */
public sealed interface Event permits ReportEvent, SeriesEvent, RemakeEvent {}
