import type { ImportProgress } from '../import/import-file.js';

/** Where progress goes: a terminal shows a bar, anything else gets a line now and then. */
export interface ProgressOutput {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const BAR = 28;
const BAR_EVERY_MS = 80;
const LINE_EVERY_MS = 2_000;

/** Shows how far an import is; `end` shows its last state. */
export function createProgress(
  output: ProgressOutput,
  now: () => number = Date.now,
): { show(progress: ImportProgress): void; end(): void } {
  const pause = output.isTTY === true ? BAR_EVERY_MS : LINE_EVERY_MS;
  let shownAt = Number.NEGATIVE_INFINITY;
  let latest: ImportProgress | null = null;

  function draw(progress: ImportProgress): void {
    shownAt = now();
    const line = describe(progress);
    if (output.isTTY !== true) output.write(`  ${line}\n`);
    else output.write(`\r\u001b[2K  ${bar(shareOf(progress))} ${line}`.slice(0, (output.columns ?? 100) + 6));
  }

  return {
    show(progress) {
      latest = progress;
      if (now() - shownAt >= pause) draw(progress);
    },
    end() {
      if (latest !== null) draw(latest);
      if (output.isTTY === true) output.write('\n');
      latest = null;
    },
  };
}

function shareOf({ bytes, total }: ImportProgress): number {
  return total === 0 ? 1 : Math.min(1, bytes / total);
}

function bar(share: number): string {
  const full = Math.round(share * BAR);
  return `${'█'.repeat(full)}${'░'.repeat(BAR - full)}`;
}

function describe(progress: ImportProgress): string {
  const percent = `${Math.round(shareOf(progress) * 100)}%`.padStart(4);
  const rate = progress.seconds > 0 ? Math.round(progress.events / progress.seconds) : 0;
  return `${percent}  ${progress.events.toLocaleString('en')} events  ${rate.toLocaleString('en')}/s`;
}
