const PATHS = {
  live: 'M3 12h4l3-8 4 16 3-8h4',
  people:
    'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7ZM2.5 20c.4-3.6 3-6 6.5-6s6.1 2.4 6.5 6M16 4.4a3.5 3.5 0 0 1 0 6.3M17.5 14.3c2.3.7 3.8 2.8 4 5.7',
  companies:
    'M4 21V5.5L13 3v18M13 9l7 2v10M2.5 21h19M7.5 8.5h2M7.5 12.5h2M7.5 16.5h2M16.5 14h.01M16.5 17.5h.01',
  simulate: 'M9 3h6M10 3v6L4.5 18.5A1.6 1.6 0 0 0 6 21h12a1.6 1.6 0 0 0 1.5-2.5L14 9V3M7.5 15h9',
  campaigns: 'M4 10v4.5h3L16 19V5L7 10ZM19 9.200a4 4 0 0 1 0 6M7.5 14.5l1.200 5h2.600l-1-4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13ZM15.5 15.5 21 21',
  pause: 'M8 5v14M16 5v14',
  play: 'M7 4.5 19 12 7 19.5Z',
  close: 'M6 6l12 12M18 6 6 18',
  down: 'm6 9 6 6 6-6',
  up: 'm6 15 6-6 6 6',
  right: 'm9 6 6 6-6 6',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  alert: 'M12 4 2.8 20h18.4ZM12 10v4.5M12 17.5v.01',
  offline:
    'M3 3l18 18M8.5 15.5a5 5 0 0 1 5-1M5 12a10 10 0 0 1 5-2.7M2 8.5a15 15 0 0 1 4.5-2.8M12 19.5v.01M14 9.3a10 10 0 0 1 5 2.7M11 5a15 15 0 0 1 11 3.5',
  inbox: 'M3 13h5l1.5 3h5L16 13h5M3 13l3-8h12l3 8v6H3Z',
  sun: 'M12 16.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM12 2v2M12 20v2M2 12h2M20 12h2M4.9 4.9l1.4 1.4M17.7 17.7l1.4 1.4M4.9 19.1l1.4-1.4M17.7 6.3l1.4-1.4',
  moon: 'M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5Z',
  auto: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM12 3v18M12 7h6.5M12 12h9M12 17h6.5',
  language:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18ZM3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3Z',
  leave: 'M14 4H5v16h9M10 12h11M17.5 8.5 21 12l-3.5 3.5',
  clear: 'M4 7h16M9 7V4h6v3M6.5 7l1 13h9l1-13M10 11v5M14 11v5',
  lock: 'M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  key: 'M15 13a4.5 4.5 0 1 0-4.2-3L4 17v3h3l1-1v-2h2v-2h1.2l1-1.2A4.5 4.5 0 0 0 15 13ZM16.5 7.5v.01',
} as const;

/** Names of the console's icons. */
export type IconName = keyof typeof PATHS;

/** A line drawing beside a word, which says the same: hidden from screen readers. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
