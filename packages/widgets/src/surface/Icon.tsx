const ICONS = {
  close: 'M7 7l10 10M17 7L7 17',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  lock: 'M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  clock: 'M12 3.500a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17zM12 8v4.500l3 1.7',
  step: 'M5 12h13M12.5 6.500L18 12l-5.5 5.5',
  offline: 'M3 3l18 18M7 18.500a4.5 4.5 0 0 1-.6-9M10.2 6.300A6 6 0 0 1 17.8 10a4.3 4.3 0 0 1 2.7 6.3',
  alert: 'M12 3.500l9.5 16.500h-19zM12 10v4.500M12 17.300v.1',
} as const;

/** A line drawing in the color of the text around it. Decorative. */
export function Icon({ name }: { readonly name: keyof typeof ICONS }) {
  return (
    <svg
      class={`icon ${name}`}
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
