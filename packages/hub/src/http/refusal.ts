import type { ErrorBody, ErrorCode, Problem } from '@waymark/contracts';
import type { FastifyError, FastifyInstance } from 'fastify';

/** An answer that is no success; thrown by routes and written by one handler. */
export class Refusal extends Error {
  override readonly name = 'Refusal';

  constructor(
    readonly status: number,
    readonly code: ErrorCode,
    message: string,
    readonly more: {
      readonly problems?: readonly Problem[];
      readonly headers?: { readonly [name: string]: string };
    } = {},
  ) {
    super(message);
  }
}

/** Seconds after which to come again. */
export function comeAgain(seconds: number, message: string): Refusal {
  return new Refusal(503, 'unavailable', message, { headers: { 'retry-after': String(seconds) } });
}

/** Refuses what cannot be written for the moment: why goes to `onError`, and the words out. */
export function notWritten(onError: (error: unknown) => void, message: string): (error: unknown) => never {
  return (error) => {
    onError(error);
    throw comeAgain(2, message);
  };
}

/** Answers every failure with an {@link ErrorBody}; what went wrong inside goes to `onError` and never out. */
export function answerFailures(hub: FastifyInstance, onError: (error: unknown) => void): void {
  hub.setErrorHandler((error: FastifyError | Refusal, _request, reply) => {
    const refusal = error instanceof Refusal ? error : translated(error, onError);
    const { status, code, message, more } = refusal;
    const body: ErrorBody = {
      error: { code, message, ...(more.problems === undefined ? {} : { problems: more.problems }) },
    };
    return reply
      .code(status)
      .headers({ ...more.headers, 'cache-control': 'no-store' })
      .send(body);
  });
  hub.setNotFoundHandler((request) => {
    throw new Refusal(
      404,
      'not_found',
      `There is nothing at ${request.method} ${request.url.split('?', 1)[0]}.`,
    );
  });
}

function translated(error: FastifyError, onError: (error: unknown) => void): Refusal {
  if (error.statusCode === 413) {
    return new Refusal(
      413,
      'too_large',
      'The body is larger than this hub takes. Send fewer events in a batch.',
    );
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new Refusal(error.statusCode, 'invalid_batch', error.message);
  }
  onError(error);
  return new Refusal(500, 'unavailable', 'The hub could not do this. The reason is in its log.');
}
