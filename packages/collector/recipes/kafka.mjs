// Hands events to Kafka's REST proxy: `createReceiver(intoKafka('http://localhost:8082', 'events'))`. The key is the person,
// so that one person's events stay in order; consumers dedupe by `id`.
export function intoKafka(url, topic) {
  return async (events) => {
    const records = events.map((event) => ({ key: event.userId ?? event.anonymousId, value: event }));
    const answer = await fetch(`${url}/topics/${encodeURIComponent(topic)}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/vnd.kafka.json.v2+json',
        accept: 'application/vnd.kafka.v2+json',
      },
      body: JSON.stringify({ records }),
    });
    if (!answer.ok) throw new Error(`Kafka's bridge answered ${answer.status}: ${await answer.text()}`);
    const { offsets } = await answer.json();
    const failed = offsets.find(({ error }) => error);
    if (failed) throw new Error(`Kafka refused a record: ${failed.error}`);
  };
}
