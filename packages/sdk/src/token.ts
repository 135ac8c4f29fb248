/** Gives the user's token, asking the vendor's page for a new one shortly before the old one runs out. */
export interface TokenSource {
  /** A token with time left; rejects when the page gives none. */
  get(): Promise<string>;
  /** The token at hand if it has time left, without asking for one. */
  current(): string | undefined;
  /** Forgets the token at hand, because the hub refused it. */
  drop(): void;
}

/** Claims we read without verifying them: the hub is who verifies. */
export interface Claims {
  readonly sub?: string;
  readonly companyId?: string;
  readonly exp?: number;
}

const SPARE_MS = 30_000;

/** Wraps a vendor's `getToken`: caches the token, asks once however many callers wait. */
export function createTokenSource(getToken: () => string | Promise<string>, now = Date.now): TokenSource {
  let token: string | undefined;
  let asking: Promise<string> | undefined;
  const current = () => {
    if (token === undefined) return undefined;
    const { exp } = claimsOf(token);
    return exp === undefined || exp * 1000 - SPARE_MS > now() ? token : undefined;
  };
  const ask = async () => {
    try {
      const given = await getToken();
      if (typeof given !== 'string' || given === '') {
        throw new TypeError(`[waymark] Expected \`getToken\` to give a token, got ${String(given)}.`);
      }
      token = given;
      return given;
    } finally {
      asking = undefined;
    }
  };
  return {
    current,
    async get() {
      const usable = current();
      if (usable !== undefined) return usable;
      asking ??= ask();
      return asking;
    },
    drop() {
      token = undefined;
    },
  };
}

/** The claims inside a JWT; empty when it is not one. */
export function claimsOf(token: string): Claims {
  try {
    const [, payload = ''] = token.split('.');
    const text = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return typeof claims === 'object' && claims !== null ? claims : {};
  } catch {
    return {};
  }
}
