// Writes packages/contracts/playbook.schema.json from the valibot schema, so that editors complete and check playbooks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { audienceConditionSchema } from '../packages/contracts/build/campaigns/audience.js';
import { actionSchema, blocksSchema } from '../packages/contracts/build/campaigns/block.js';
import { contentSchema } from '../packages/contracts/build/campaigns/content.js';
import { placementSchema } from '../packages/contracts/build/campaigns/placement.js';
import { playbookSchema } from '../packages/contracts/build/index.js';
import { ROOT } from './steps.mjs';

const scalar = { type: ['string', 'number', 'boolean', 'null'] };
const numbers = Object.fromEntries(['$gt', '$gte', '$lt', '$lte'].map((name) => [name, { type: 'number' }]));
const lists = Object.fromEntries(['$in', '$nin'].map((name) => [name, { type: 'array', items: scalar }]));

// valibot checks conditions by a walk that JSON Schema cannot be derived from: the same shape, said in JSON Schema.
const condition = {
  type: 'object',
  properties: {
    $and: { type: 'array', items: { $ref: '#/definitions/condition' } },
    $or: { type: 'array', items: { $ref: '#/definitions/condition' } },
    $not: { $ref: '#/definitions/condition' },
  },
  additionalProperties: {
    anyOf: [scalar, { $ref: '#/definitions/operators' }],
  },
};

const operators = {
  type: 'object',
  properties: {
    $eq: scalar,
    $ne: scalar,
    ...numbers,
    ...lists,
    $exists: { type: 'boolean' },
    $regex: { type: 'string', minLength: 1, maxLength: 100 },
    $not: { $ref: '#/definitions/operators' },
  },
  additionalProperties: false,
};

const slug = { type: 'string', pattern: '^[a-z0-9]+(?:-[a-z0-9]+)*$', maxLength: 64 };
const audience = {
  ...condition,
  properties: {
    $and: { type: 'array', items: { $ref: '#/definitions/audience' } },
    $or: { type: 'array', items: { $ref: '#/definitions/audience' } },
    $not: { $ref: '#/definitions/audience' },
    $audience: slug,
    $events: {
      type: 'object',
      properties: {
        event: { type: 'string', minLength: 1, maxLength: 200 },
        where: { $ref: '#/definitions/condition' },
        by: { enum: ['user', 'company'] },
        days: { type: 'integer', minimum: 1, maximum: 366 },
        count: { $ref: '#/definitions/count' },
      },
      required: ['event'],
      additionalProperties: false,
    },
  },
};
const count = { anyOf: [{ type: 'integer' }, { $ref: '#/definitions/operators' }] };

/** The schema at the bottom of its pipes. */
const bottomOf = (schema) => (schema.pipe === undefined ? schema : bottomOf(schema.pipe[0]));
const audiences = bottomOf(audienceConditionSchema);

const schema = toJsonSchema(playbookSchema, {
  errorMode: 'ignore',
  typeMode: 'input',
  // What comes again and again is said once.
  definitions: {
    action: actionSchema,
    blocks: blocksSchema,
    content: contentSchema,
    placement: placementSchema,
  },
  overrideSchema: ({ valibotSchema }) =>
    valibotSchema.type === 'custom'
      ? { $ref: `#/definitions/${valibotSchema === audiences ? 'audience' : 'condition'}` }
      : undefined,
});

const document = {
  ...schema,
  title: 'Waymark playbook',
  description: 'The operators’ whole program as one versioned document.',
  definitions: { condition, operators, audience, count },
};
writeFileSync(
  join(ROOT, 'packages/contracts/playbook.schema.json'),
  `${JSON.stringify(document, null, 2)}\n`,
);
