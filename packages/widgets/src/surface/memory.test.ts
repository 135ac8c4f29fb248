// @vitest-environment happy-dom
import { afterEach, expect, it, vi } from 'vitest';
import { createMemory } from './memory.js';

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

it('outlives the page where it can', () => {
  createMemory().set('waymark:test', 'kept');
  expect(createMemory().get('waymark:test')).toBe('kept');
});

it('lasts as long as the page where storage throws', () => {
  vi.stubGlobal('localStorage', {
    getItem: () => {
      throw new Error('denied');
    },
    setItem: () => {
      throw new Error('denied');
    },
  });
  const memory = createMemory();
  memory.set('waymark:test', 'kept');
  expect(memory.get('waymark:test')).toBe('kept');
  expect(memory.get('waymark:other')).toBeNull();
});
