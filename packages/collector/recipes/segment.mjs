// Sends straight to Segment, or to whatever speaks its API (RudderStack, Jitsu, your own).
import { browserContext, createCollector, segment } from '@waymark/collector';

export function toSegment(writeKey, endpoint = 'https://api.segment.io/v1/batch') {
  return createCollector({ endpoint, key: writeKey, format: segment(), context: browserContext });
}
