import type { Erasure, PersonExport } from '@waymark/contracts';
import { isId } from '@waymark/contracts';
import type { FastifyInstance } from 'fastify';
import { personExport } from '../read/person-export.js';
import type { HubContext } from './context.js';
import { operatorWords } from './operator-words.js';
import { notWritten, Refusal } from './refusal.js';

type User = { Params: { userId: string } };

/** A person's right to know and to leave: `GET /admin/v1/exports/:userId`, `DELETE /admin/v1/people/:userId?reason=…`. */
export function personRoutes(scope: FastifyInstance, context: HubContext): void {
  const { settings, writer } = context;

  scope.get<User>('/exports/:userId', async ({ params }, reply): Promise<PersonExport> => {
    const found = await personExport(context, userIn(params));
    if (found === null) throw unknown();
    reply.header('content-disposition', 'attachment; filename="person.json"');
    return found;
  });

  scope.delete<User>('/people/:userId', async ({ params, query }): Promise<Erasure> => {
    const userId = userIn(params);
    const { operator = '', reason = '' } = query as { operator?: unknown; reason?: unknown };
    const answer = await writer
      .erase({
        userId,
        operator: operatorWords('operator', operator),
        reason: operatorWords('reason', reason),
        at: new Date(settings.now()).toISOString(),
      })
      .catch(
        notWritten(settings.onError, 'The hub cannot write for the moment. Nobody was erased; try again.'),
      );
    for (const id of answer.userIds) context.forget(id);
    if (answer.commit === null) throw unknown();
    return { events: answer.events, companies: answer.companies };
  });
}

function userIn({ userId }: User['Params']): string {
  if (isId(userId)) return userId;
  throw new Refusal(400, 'invalid_batch', 'Expected the id of a user, 1 to 128 characters.');
}

function unknown(): Refusal {
  return new Refusal(404, 'not_found', 'There is no such person.');
}
