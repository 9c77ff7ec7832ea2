import type { GenericSchema } from 'valibot'

export interface PublishedSchema {
  readonly source: string
  readonly name: string
  readonly file: string
  readonly title: string
}

export const SCHEMAS: readonly PublishedSchema[]
export function publishedSchema(schema: GenericSchema, title: string): object
