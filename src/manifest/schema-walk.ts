/** What a schema says of the value at a path: its parts there, the keys it allows, and what it expects in words. */

import { z } from 'zod';
import type { YamlPath } from './source.js';

/** The schemas that hold for the value at a path; several where there is a choice. */
export function schemasAt(schema: z.ZodType, path: YamlPath): z.ZodType[] {
  let candidates: z.ZodType[] = [schema];
  for (const step of path)
    candidates = candidates.flatMap(unwrapped).flatMap(candidate => childrenOf(candidate, step));
  return candidates;
}

/** The keys an object schema allows at a path. */
export function knownKeys(schema: z.ZodType, path: YamlPath): string[] {
  const candidates = schemasAt(schema, path).flatMap(unwrapped);
  return candidates.flatMap(candidate =>
    candidate instanceof z.ZodObject ? Object.keys(candidate.shape) : [],
  );
}

/** What the schema at a path calls the value it expects. */
export function expectedAt(schema: z.ZodType, path: YamlPath): string | undefined {
  for (const candidate of schemasAt(schema, path)) {
    for (let inner: z.ZodType | undefined = candidate; inner !== undefined; inner = innerOf(inner)) {
      if (inner.description !== undefined) return inner.description;
    }
  }
  return undefined;
}

/** The schema inside one that only says more about it. */
function innerOf(schema: z.ZodType): z.ZodType | undefined {
  if (schema instanceof z.ZodPipe) return schema.in as z.ZodType;
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodNullable
  ) {
    return schema.unwrap() as z.ZodType;
  }
  return undefined;
}

function unwrapped(schema: z.ZodType): z.ZodType[] {
  if (schema instanceof z.ZodUnion) return (schema.options as z.ZodType[]).flatMap(unwrapped);
  const inner = innerOf(schema);
  return inner === undefined ? [schema] : unwrapped(inner);
}

function childrenOf(schema: z.ZodType, step: string | number): z.ZodType[] {
  if (schema instanceof z.ZodObject) {
    const child = (schema.shape as Record<string, z.ZodType>)[String(step)];
    return child === undefined ? [] : [child];
  }
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodTuple) {
    const item = (schema.def.items as z.ZodType[])[Number(step)];
    return item === undefined ? [] : [item];
  }
  return [];
}
