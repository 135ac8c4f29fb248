// @vitest-environment happy-dom
import { createCollector } from '@waymark/collector';
import { expect, test } from 'vitest';

type Events = {
  'report.exported': { rows: number; format?: 'csv' | 'xlsx' };
  'help.opened': undefined;
};

test('names and properties are checked when the events are named', () => {
  const collector = createCollector<Events>({ endpoint: '/v1/batch', key: 'k', consent: 'denied' });
  collector.track('report.exported', { rows: 1, format: 'csv' });
  collector.track('help.opened');
  // @ts-expect-error no such event
  collector.track('report.exportd', { rows: 1 });
  // @ts-expect-error a text is no number
  collector.track('report.exported', { rows: 'one' });
  // @ts-expect-error properties are missing
  collector.track('report.exported');
  const loose = createCollector({ endpoint: '/v1/batch', key: 'k', consent: 'denied' });
  loose.track('anything', { at: 'all' });
  loose.track('anything');
  // @ts-expect-error no such option
  createCollector({ endpoint: '/v1/batch', key: 'k', consnt: 'denied' });
  expect(collector.inspect().consent).toBe('denied');
});
