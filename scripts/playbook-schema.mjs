// Writes packages/contracts/playbook.schema.json from the valibot schema, so that editors complete and check playbooks.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
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

const schema = toJsonSchema(playbookSchema, {
  errorMode: 'ignore',
  typeMode: 'input',
  overrideSchema: ({ valibotSchema }) =>
    valibotSchema.type === 'custom' ? { $ref: '#/definitions/condition' } : undefined,
});

const document = {
  ...schema,
  title: 'Waymark playbook',
  description: 'The operators’ whole program as one versioned document.',
  definitions: { ...schema.definitions, condition, operators },
};
writeFileSync(
  join(ROOT, 'packages/contracts/playbook.schema.json'),
  `${JSON.stringify(document, null, 2)}\n`,
);
