// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it, vi } from 'vitest';
import { createLater, useLater } from './later.js';

it('draws what somebody else had loaded after it was drawn and before it looked', async () => {
  const later = createLater(async () => 'it');
  const host = document.createElement('div');
  const Shown = () => <p>{useLater(later)[0]}</p>;
  render(<Shown />, host);
  // Effects come after the next frame: by then it is there.
  await later.load();
  expect(host.textContent).toBe('');
  await vi.waitFor(() => expect(host.textContent).toBe('it'));
  render(null, host);
});
