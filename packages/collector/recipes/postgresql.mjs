// Keeps events in PostgreSQL: `createReceiver(await intoPostgres(new pg.Pool()))`. The primary key is the dedupe.
export async function intoPostgres(pool) {
  await pool.query(`create table if not exists events (
    id text primary key, event text, user_id text, company_id text,
    happened_at timestamptz not null, received_at timestamptz not null default now(), data jsonb not null)`);
  return (events) =>
    pool.query(
      `insert into events (id, event, user_id, company_id, happened_at, data)
       select e->>'id', coalesce(e->>'event', e->>'type'), e->>'userId', e->>'companyId', (e->>'timestamp')::timestamptz, e
       from jsonb_array_elements($1::jsonb) as e
       on conflict (id) do nothing`,
      [JSON.stringify(events)],
    );
}
