/** The JSON Schema of a drawing, from which forms are made. */
import { useQuery } from '@tanstack/react-query';
import { client, unwrap } from './client';

export interface JsonSchema {
  $ref?: string;
  $defs?: Readonly<Record<string, JsonSchema>>;
  type?: string;
  const?: unknown;
  enum?: readonly string[];
  default?: unknown;
  description?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  prefixItems?: readonly JsonSchema[];
  additionalProperties?: boolean | JsonSchema;
  items?: JsonSchema;
  properties?: Readonly<Record<string, JsonSchema>>;
  patternProperties?: Readonly<Record<string, JsonSchema>>;
  required?: readonly string[];
  anyOf?: readonly JsonSchema[];
  oneOf?: readonly JsonSchema[];
}

export function useTopologySchema() {
  return useQuery({
    queryKey: ['topology-schema'],
    queryFn: async () => (await unwrap<unknown>(client.GET('/api/topology.schema.json'))) as JsonSchema,
    staleTime: Infinity,
  });
}
