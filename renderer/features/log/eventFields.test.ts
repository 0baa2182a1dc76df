import { expect, it } from 'vitest';
import { z } from 'zod';
import type { EventDefinitions } from '../../../shared/kernel/event.ts';
import { moneySchema } from '../../../shared/kernel/money.ts';
import { records } from '../../../shared/records/registry.ts';
import { eventFields, wordsFor } from './eventFields.ts';

interface JsonSchema {
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly anyOf?: readonly JsonSchema[];
}

const schemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;

const moneyFields = Object.keys(schemaOf(moneySchema).properties ?? {}).toSorted();

/** Names of the fields, with those of a whole in its place. */
const namesIn = ({ properties = {} }: JsonSchema): readonly string[] =>
  Object.entries(properties).flatMap(([name, field]) => {
    const parts = Object.keys(field.properties ?? {}).toSorted();
    return parts.length === 0 || parts.join() === moneyFields.join() ? [name] : namesIn(field);
  });

const declared = records.flatMap(({ events }) =>
  Object.entries(events as EventDefinitions).map(([type, { data, personal }]) => ({
    type,
    fields: [
      ...namesIn(schemaOf(data)),
      ...(personal === undefined ? [] : namesIn(schemaOf(personal.fields))),
    ],
  })),
);

it('there are words for every field of every event that the records declare', () => {
  expect(declared.flatMap(({ fields }) => fields)).toContain('birthDate');
  expect(
    declared.flatMap(({ type, fields }) =>
      fields.filter((field) => wordsFor(type, field) === undefined).map((field) => [type, field]),
    ),
  ).toEqual([]);
});

it('and none for fields that no record has', () =>
  expect(
    Object.fromEntries(
      Object.entries(eventFields).map(([type, fields]) => [type, Object.keys(fields).toSorted()]),
    ),
  ).toEqual(Object.fromEntries(declared.map(({ type, fields }) => [type, fields.toSorted()]))));
