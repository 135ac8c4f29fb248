/** Someone or something with a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who is signed in, as the server wrote it into the page. */
export interface Session {
  readonly user: Named;
  readonly company: Named;
}

/** Reads the session from the page. */
export function readSession(page: Document): Session {
  const content = page.querySelector<HTMLMetaElement>('meta[name="session"]')?.content;
  if (!content) throw new Error('Expected the server to write <meta name="session"> into the page.');
  return JSON.parse(content) as Session;
}

/** The address at which somebody is signed in; only a demo signs people in by address. */
export const signInHref = (userId: string, companyId: string): string =>
  `/?as=${encodeURIComponent(userId)}@${encodeURIComponent(companyId)}`;
