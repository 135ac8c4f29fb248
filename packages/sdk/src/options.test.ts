import { describe, expect, it } from 'vitest';
import { checkOptions, type Options } from './options.js';

const options: Options = { key: 'pk', endpoint: '/waymark' };

describe('a programmer’s mistake throws at init and says what to write', () => {
  it.each([
    [
      { key: '' },
      '[waymark] Expected `key` to be the public key of your hub, got "". Pass for example "pk_…".',
    ],
    [
      { endpoint: 'example' },
      'Expected `endpoint` to be a URL or an absolute path, got "example". Pass for example "/waymark".',
    ],
    [{ endpoint: undefined }, 'got undefined'],
    [{ getToken: 'abc' }, 'Expected `getToken` to be a function'],
    [{ user: { id: 7 } }, 'Expected `user.id` to be a text, got 7'],
    [{ company: {} }, 'Expected `company.id`'],
  ])('%j', (change, message) => {
    expect(() => checkOptions({ ...options, ...change } as Options)).toThrow(message);
  });

  it('takes a path and a URL', () => {
    expect(() => checkOptions(options)).not.toThrow();
    expect(() => checkOptions({ ...options, endpoint: 'https://hub.example.com' })).not.toThrow();
  });
});
