import type { Answer } from './api.js';
import type { CollectorOptions } from './options.js';

/** As many answers are remembered. */
const MOST = 10;

/**
 * Options by which the console tells what happens, and `answers` are the last ten, newest last. Leave it out of what you
 * ship.
 *
 * @example
 * const options = debug({ endpoint: '/v1/batch', key: 'wk_demo' });
 * const collector = createCollector(options);
 * console.table(options.answers);
 */
export function debug(options: CollectorOptions): CollectorOptions & { readonly answers: readonly Answer[] } {
  const answers: Answer[] = [];
  return {
    ...options,
    answers,
    onChange(now, answer) {
      options.onChange?.(now, answer);
      console.debug(options.key, now.waiting, ...answer);
      if (answer[2]) answers.splice(0, answers.push(answer as Answer) - MOST);
    },
    onError(problem) {
      options.onError?.(problem);
      console.debug(options.key, problem.code, problem.message, problem.events);
    },
  };
}
