import { sortedJson } from '../../values/sorted-json.ts';
import type { SourceTable } from '../source-table.ts';
import type { ImportWarning } from '../standard-draft.ts';
import { CARRIED, carriedUnread, type Field, FIELDS } from './carried-words.ts';
import { readAnew, readChosen, statedTotal } from './import-state.ts';
import type { IdentityDraft, ImportState } from './schema.ts';

const BLANK: Pick<IdentityDraft, 'title' | 'issuer' | 'notApplicable' | 'unitCategories' | 'facts'> = {
  ...{ title: '', issuer: '', notApplicable: { rule: 'forbidden', scope: 'marked' } },
  ...{ unitCategories: [], facts: [] },
};

interface Carried {
  readonly identity: IdentityDraft;
  readonly kept: number;
  /** In words, what was set before and is not taken. */
  readonly left: readonly string[];
  /** Of what was taken, though the tables were not read to say anything of it. */
  readonly unread: readonly ImportWarning[];
}

/** `now`, with what was set by hand of the whole in `before`, where the tables say of it what they said then. */
export function carriedIdentity({ tables, state }: Reading, before: Reading, settings: ImportState): Carried {
  const typed = setByHand({ tables, state });
  const identity = { ...blank(state.identity), ...picked(state.identity, typed) };
  const read = readAnew(tables, { ...settings, identity }).identity;
  const [asRead, wasRead] = [
    saidIn({ tables, state: { ...settings, identity: state.identity } }),
    saidIn(before),
  ];
  const left: string[] = [];
  const taken = setByHand(before).filter((field) => {
    const [mine, now] = [before.state.identity, read].map((each) => sortedJson(each[field]));
    const isOther = sortedJson(asRead[field]) !== sortedJson(wasRead[field]);
    if (mine === now || (!typed.includes(field) && !isOther)) return true;
    left.push(
      `${CARRIED[field] ?? ''}：${typed.includes(field) ? '这次已经另外填写' : '原文改了，按新的读取'}`,
    );
    return false;
  });
  const carried = { ...read, ...picked(before.state.identity, taken) };
  const none: IdentityDraft = blank(state.identity);
  const isRead = (field: Field): boolean =>
    field === 'fullScore'
      ? statedTotal(readChosen(tables, settings), tables, undefined) !== undefined
      : sortedJson(asRead[field]) !== sortedJson(none[field]);
  const unread = taken
    .filter((field) => !typed.includes(field) && !isRead(field))
    .map((field) => carriedUnread(field, carried));
  return { identity: carried, kept: taken.length, left, unread };
}

interface Reading {
  readonly tables: readonly SourceTable[];
  readonly state: ImportState;
}

/** The fields that are filled in otherwise than the tables say. */
function setByHand({ tables, state }: Reading): Field[] {
  const read = asReadIn({ tables, state });
  const none = blank(state.identity);
  return FIELDS.filter((field) => {
    const [mine, ...others] = [state.identity, none, read].map((each) => sortedJson(each[field]));
    return others.every((other) => other !== mine);
  });
}

function asReadIn({ tables, state }: Reading): IdentityDraft {
  return readAnew(tables, { ...state, identity: blank(state.identity) }).identity;
}

/** What the tables themselves say, without the file's name. */
function saidIn({ tables, state }: Reading): IdentityDraft {
  return asReadIn({ tables, state: { ...state, source: '' } });
}

function blank({ fullScore: _, passScore: __, starBands: ___, ...identity }: IdentityDraft): IdentityDraft {
  return { ...identity, ...BLANK };
}

function picked(identity: IdentityDraft, fields: readonly Field[]): Partial<IdentityDraft> {
  return Object.fromEntries(fields.map((field) => [field, identity[field]]));
}
