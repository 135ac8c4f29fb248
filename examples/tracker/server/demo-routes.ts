import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { companyName, personName } from '@waymark/example-activity';
import { type Keys, signToken } from '@waymark/hub';
import type { FastifyInstance } from 'fastify';
import type { DemoWorld } from './activity.js';
import { PAGE_HEADERS, renderPage } from './page.js';
import { PLACES } from './places.js';
import { DEFAULT_SIGN_IN, signedIn } from './sign-in.js';

const PEOPLE_SHOWN = 60;
const SCRIPT = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' };

/** The host application's own server: its page, its scripts, its lists, and its users' tokens. */
export function demoRoutes(app: FastifyInstance, world: DemoWorld, keys: Keys): void {
  pageRoutes(app, world, keys);
  listRoutes(app, world);

  // A real vendor signs a token for whoever its own session says is here. This demo believes the address, so that one
  // can look at the product as anybody: never do this where people are real.
  app.get<{ Querystring: { as?: unknown } }>('/demo/token', async (request, reply) => {
    const person = signedIn(world, request.query.as);
    reply.headers({ 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    if (person === undefined) return reply.code(404).send('There is no such person.');
    const { userId, companyId, name } = person;
    return signToken(keys.signingKey, { userId, companyId, name, companyName: person.companyName });
  });
}

function pageRoutes(app: FastifyInstance, world: DemoWorld, keys: Keys): void {
  const template = readFileSync(PLACES.page, 'utf8');
  app.get<{ Querystring: { as?: unknown } }>('/', async (request, reply) => {
    const person = signedIn(world, request.query.as);
    if (person === undefined) return reply.redirect(`/?as=${DEFAULT_SIGN_IN}`);
    return reply.headers(PAGE_HEADERS).send(renderPage(template, person, keys.publicKey));
  });
  const scripts = { 'app.js': PLACES.app, 'embed.js': own('embed.js'), 'look.js': own('look.js') };
  for (const [name, path] of Object.entries(scripts)) {
    const text = readFileSync(path, 'utf8');
    app.get(`/${name}`, async (_request, reply) => reply.headers(SCRIPT).send(text));
  }
  app.get('/favicon.ico', async (_request, reply) => reply.code(204).send());
}

const own = (name: string): string => join(PLACES.tracker, name);

interface PeopleQuery {
  search?: unknown;
  company?: unknown;
}

function listRoutes(app: FastifyInstance, world: DemoWorld): void {
  const companies = world.companies.map(({ id, name, people }) => ({ id, name, people }));
  app.get<{ Querystring: PeopleQuery }>('/demo/people', async ({ query }) => {
    const search = String(query.search ?? '').toLowerCase();
    const company = String(query.company ?? '');
    const found = world.people.filter(
      ({ companyId, name, userId }) =>
        (company === '' || companyId === company) && `${name} ${userId}`.toLowerCase().includes(search),
    );
    return { people: found.slice(0, PEOPLE_SHOWN), total: found.length, companies };
  });

  app.get<{ Querystring: { company?: unknown } }>('/demo/activity', async ({ query }, reply) => {
    const company = world.company(String(query.company ?? ''));
    if (company === undefined) return reply.code(404).send({ error: 'There is no such company.' });
    const items = company.recent.map(({ id, event, userId, timestamp, properties }) => ({
      id,
      event,
      userId,
      name: personName(userId),
      timestamp,
      files: properties.files,
      bot: properties.bot === true,
    }));
    return { items, people: company.people, counts: company.counts };
  });
}

/** What the demo calls people and companies: names made up from their ids. */
export const nameOf = (kind: 'user' | 'company', id: string): string =>
  kind === 'user' ? personName(id) : companyName(id);
