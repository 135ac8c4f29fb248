const FRAMES = Array.from({ length: 13 }, (_, i) => i);

/** A ship's lines as a draughtsman would draw them, behind the greeting. Only ornament. */
export function Hull() {
  return (
    <svg
      class="hull"
      viewBox="0 0 520 160"
      preserveAspectRatio="xMaxYMid slice"
      aria-hidden="true"
      focusable="false"
    >
      <path d="M10 40C140 62 360 62 510 22" />
      <path d="M22 64C150 84 350 84 486 52" />
      <path d="M44 88C160 106 340 106 456 82" />
      <path d="M78 112C180 126 320 126 416 108" />
      <path class="hull-keel" d="M10 40C24 100 80 138 150 140H380C440 138 490 90 510 22" />
      {FRAMES.map((i) => (
        <path
          key={i}
          d={`M${60 + i * 33} ${46 + (6 - Math.abs(i - 6)) * 1.6}V${126 + (6 - Math.abs(i - 6)) * 2.2}`}
        />
      ))}
    </svg>
  );
}
