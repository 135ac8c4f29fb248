import type { Format } from './format.js';

type Token = string | null | undefined;

/**
 * A format with the user's short JWT in its envelope; it is asked for before each batch. A token speaks for one person in
 * one company: what another one did waits until that one is back.
 *
 * @example
 * createCollector({ endpoint, key, format: signed(own(), () => fetchToken()) });
 */
export function signed(format: Format, ask: () => Token | Promise<Token>): Format {
  let token: Token;
  return {
    ...format,
    async prepare() {
      token = await ask();
    },
    withholds: ({ userId, companyId }, me) =>
      (userId ?? me.userId) !== me.userId || (companyId ?? me.companyId) !== me.companyId,
    encode: (events, envelope) => format.encode(events, { ...envelope, token: token ?? undefined }),
  };
}
