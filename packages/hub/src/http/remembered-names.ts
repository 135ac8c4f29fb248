import type { Claims } from '../identity/token.js';
import type { NameOf } from '../intake/given-names.js';
import type { Writer } from '../record/writer.js';
import type { Naming } from '../storage/log.js';

/** Names remembered as written already; beyond that they are written again, which does no harm. */
const KEPT = 50_000;

/** What was written already of the names that tokens say. */
export interface NameMemory {
  remember(claims: Claims): Promise<void>;
  /** What was written of this user is gone. */
  forget(userId: string): void;
}

/** Keeps the names that tokens say, each written once. */
export function rememberNames(writer: Writer, nameOf: NameOf): NameMemory {
  const known = new Map<string, string>();

  async function remember({ userId, companyId, name, companyName }: Claims): Promise<void> {
    const claims: Naming[] = [];
    const claim = (of: Naming['of'], id: string, claimed: string | null): void => {
      if (claimed === null || id === '' || known.get(`${of}\n${id}`) === claimed) return;
      claims.push({ of, id, given: nameOf(of === 'users' ? 'user' : 'company', id), claimed });
    };
    claim('users', userId, name);
    claim('companies', companyId, companyName);
    if (claims.length === 0) return;
    // Of a writer that is away the next token tells again; who only reads is not held up by it.
    const written = await writer.name(claims).then(
      () => true,
      () => false,
    );
    if (!written) return;
    if (known.size > KEPT) known.clear();
    for (const { of, id, claimed = '' } of claims) known.set(`${of}\n${id}`, claimed);
  }

  return { remember, forget: (userId) => void known.delete(`users\n${userId}`) };
}
