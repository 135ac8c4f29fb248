// Keeps events in ClickHouse over its HTTP interface: `createReceiver(intoClickHouse('http://localhost:8123'))`.
// Create the table once; ReplacingMergeTree keeps one row an id (read with FINAL):
//   CREATE TABLE events (id String, event String, user_id String, company_id String, happened_at DateTime64(3, 'UTC'), data String)
//   ENGINE = ReplacingMergeTree ORDER BY (company_id, happened_at, id)
export function intoClickHouse(url, headers = {}) {
  const query = new URLSearchParams({
    query: 'INSERT INTO events FORMAT JSONEachRow',
    date_time_input_format: 'best_effort',
  });
  return async (events) => {
    const rows = events.map((event) =>
      JSON.stringify({
        id: event.id,
        event: event.event ?? event.type,
        user_id: event.userId ?? '',
        company_id: event.companyId ?? '',
        happened_at: event.timestamp,
        data: JSON.stringify(event),
      }),
    );
    const answer = await fetch(`${url}/?${query}`, { method: 'POST', headers, body: rows.join('\n') });
    if (!answer.ok) throw new Error(`ClickHouse answered ${answer.status}: ${await answer.text()}`);
  };
}
