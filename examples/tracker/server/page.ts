import type { DemoPerson } from './activity.js';

/** The strict policy the host page runs under, and Waymark in it. */
export const PAGE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'none'; connect-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

/** The host page for a signed-in person. */
export function renderPage(template: string, person: DemoPerson, key: string): string {
  const session = {
    user: { id: person.userId, name: person.name },
    company: { id: person.companyId, name: person.companyName },
  };
  const values: Record<string, string> = { session: JSON.stringify(session), key };
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => escapeAttribute(values[name] ?? ''));
}

function escapeAttribute(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}
