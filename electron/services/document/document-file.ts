import { join } from 'node:path';
import { type DocumentKind, encode } from '../../../shared/document.ts';
import { decode } from '../../../shared/stored-form.ts';
import { wellFormed } from '../../../shared/values/well-formed.ts';
import { fileStamp } from '../base/clock.ts';
import { type Codec, DurableJson } from '../files/durable-json.ts';

/** The kinds as far as their files go. */
export type StoredKind<Value extends object> = Pick<
  DocumentKind<Value, never, never>,
  | 'file'
  | 'version'
  | 'migrations'
  | 'bare'
  | 'parts'
  | 'words'
  | 'schema'
  | 'heal'
  | 'maxBytes'
  | 'comparable'
>;

/** How a user's own file of this kind is read and written. */
export function codecOf<Value extends object>(kind: StoredKind<Value>): Codec<Value> {
  return {
    decode: (stored) => {
      const whole = wellFormed(stored);
      return decode(kind, kind.heal ? kind.heal(whole) : whole);
    },
    encode: (value) => encode(kind, value),
  };
}

/** `<file>.json` in a folder, with its previous copy and a name for what is damaged; `ready`: asked before each write. */
export function documentFile<Value extends object>(
  kind: StoredKind<Value>,
  folder: string,
  now: () => Date,
  ready?: () => Promise<void>,
): DurableJson<Value> {
  const { file, words, maxBytes } = kind;
  return new DurableJson({
    path: join(folder, `${file}.json`),
    previous: join(folder, `${file}.previous.json`),
    damaged: () => join(folder, `${file}.damaged-${fileStamp(now())}.json`),
    codec: codecOf(kind),
    ready,
    unreadable: words.unreadable,
    ...(maxBytes === undefined ? {} : { maxBytes }),
  });
}
