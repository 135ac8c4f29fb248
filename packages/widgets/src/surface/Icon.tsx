const ICONS = {
  close: 'M7 7l10 10M17 7L7 17',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  clock: 'M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 8v4.500l3 1.7',
  step: 'M5 12h13M12.5 6.500L18 12l-5.5 5.5',
  offline: 'M3 3l18 18M7 18.500a4.5 4.5 0 0 1-.6-9M10.2 6.300A6 6 0 0 1 17.8 10a4.3 4.3 0 0 1 2.7 6.3',
  alert: 'M12 3.500l9.5 16.500h-19zM12 10v4.500M12 17.300v.1',
  return: 'M19 12H6M11.500 5.500L5 12l6.500 6.500',
  fold: 'M6.500 9.500l5.5 5.500 5.5-5.500',
  flame:
    'M12 3c.6 3.400 5.5 5.600 5.5 11a5.5 5.500 0 0 1-11 0c0-2.300 1.1-3.900 2.3-5 .2 1.700.9 2.500 1.7 3C10.300 9 10.200 5.500 12 3z',
  frost:
    'M12 3.500v17M4.600 7.800l14.8 8.400M19.400 7.800L4.600 16.200M9.500 4.800L12 7l2.500-2.200M9.500 19.200L12 17l2.500 2.200',
  flag: 'M6 21V4M6 5c4-2.600 8 2.600 12 0v8.500c-4 2.600-8-2.600-12 0',
  people:
    'M9 11.500a3.2 3.200 0 1 0 0-6.400 3.2 3.200 0 0 0 0 6.400zM3 19c.3-3.300 2.600-5.200 6-5.200s5.700 1.900 6 5.200M15.800 5.400a3 3 0 0 1 0 5.800M17.300 14.200c2.200.6 3.500 2.200 3.700 4.800',
  settings:
    'M4 8h8.500M17.500 8H20M4 16h2.500M11.500 16H20M12.500 8a2.5 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0M6.500 16a2.500 2.500 0 1 0 5 0 2.500 2.500 0 1 0-5 0',
  hidden:
    'M4 4l16 16M10 6.200A8.800 8.800 0 0 1 12 6c4.300 0 7.500 2.800 9 6a12 12 0 0 1-2.400 3.300M6.300 7.800A11.500 11.500 0 0 0 3 12c1.500 3.200 4.700 6 9 6a9 9 0 0 0 3.900-.9M10 10a2.800 2.800 0 0 0 4 4',
} as const;

/** A line drawing in the color of the text around it. Decorative. */
export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg
      class={`icon icon-${name}`}
      viewBox="0 0 24 24"
      width="1.15em"
      height="1.15em"
      fill="none"
      stroke="currentColor"
      stroke-width="1.9"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={ICONS[name]} />
    </svg>
  );
}
