import type { WorkEvent } from './work.js';

const PATHS: Record<
  WorkEvent | 'search' | 'sun' | 'moon' | 'auto' | 'language' | 'close' | 'down' | 'open',
  string
> = {
  'feature.shipped':
    'M12 3c3.5 2.5 5 6 5 10l2 3v3l-4-1.5h-6L5 19v-3l2-3c0-4 1.5-7.5 5-10ZM12 9.5v.01M10 21h4',
  'bug.fixed':
    'M8 9a4 4 0 0 1 8 0M7 9h10v5a5 5 0 0 1-10 0ZM12 9v10M3 13h4M17 13h4M4 20l3.5-3M20 20l-3.5-3M4 6l3.5 3M20 6l-3.5 3',
  'review.merged':
    'M6 8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 20.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM18 17.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM6 8.5v7M6 9c1 4 5 6 9.5 6',
  'release.cut': 'M5 21V4M5 4.5c5-2.5 8 2.5 14 0v9c-6 2.5-9-2.5-14 0',
  'change.committed': 'M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM2.5 12H8M16 12h5.5',
  'doc.written': 'M6 3h8l4.5 4.5V21H6ZM14 3v5h4.5M9 13h6.5M9 17h4.5',
  'test.added': 'M9.5 3v6L4.5 18.5A1.8 1.8 0 0 0 6 21h12a1.8 1.8 0 0 0 1.5-2.5L14.5 9V3M8 3h8M7.5 14.5h9',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6 19 19M5 19l1.4-1.4M17.6 6.4 19 5',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z',
  auto: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M12 7.5h6.5M12 12h9M12 16.5h6.5',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3Z',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  open: 'M14 4h6v6M20 4l-9 9M18 14v6H4V6h6',
};

/** A line drawing beside a word. */
export function Glyph({ name }: { name: keyof typeof PATHS }) {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}

/** The product's sign: a hull on its blocks. */
export function Brand() {
  return (
    <svg class="brand-mark" viewBox="0 0 40 32" aria-hidden="true" focusable="false">
      <path class="brand-hull" d="M2 6h36c-1 9-6 16-13 16H15C8 22 3 15 2 6Z" />
      <path class="brand-line" d="M4.5 12.5h31" />
      <path class="brand-blocks" d="M11 26v4M20 26v4M29 26v4" />
    </svg>
  );
}
