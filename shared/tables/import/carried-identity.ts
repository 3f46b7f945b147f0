import { sortedJson } from '../../values/sorted-json.ts';
import type { SourceTable } from '../source-table.ts';
import { readAnew } from './import-state.ts';
import type { IdentityDraft, ImportState } from './schema.ts';

/** What a clerk sets of a standard that holds in its next edition; null: asked for anew with each. */
const CARRIED = {
  ...{ title: '标准名称', issuer: '制定机关', fullScore: '总分', passScore: '分数线' },
  ...{ notApplicable: '不适用的规定', unitCategories: '单位类别', facts: '职能', starBands: '星级' },
  ...{ id: null, edition: null, documentNumber: null, authority: null, statement: null },
  ...{ checkedBy: null, ticked: null, sources: null, notes: null },
} as const satisfies Record<keyof IdentityDraft, string | null>;

type Field = keyof IdentityDraft;
const FIELDS = (Object.keys(CARRIED) as Field[]).filter((field) => CARRIED[field] !== null);

const BLANK: Pick<IdentityDraft, 'title' | 'issuer' | 'notApplicable' | 'unitCategories' | 'facts'> = {
  ...{ title: '', issuer: '', notApplicable: { rule: 'forbidden', scope: 'marked' } },
  ...{ unitCategories: [], facts: [] },
};

interface Carried {
  readonly identity: IdentityDraft;
  readonly kept: number;
  /** In words, what was set before and is not taken. */
  readonly left: readonly string[];
}

/** `now`, with what was set by hand of the whole in `before`, where the tables say of it what they said then. */
export function carriedIdentity({ tables, state }: Reading, before: Reading, settings: ImportState): Carried {
  const typed = setByHand({ tables, state });
  const identity = { ...blank(state.identity), ...picked(state.identity, typed) };
  const read = readAnew(tables, { ...settings, identity }).identity;
  const [asRead, wasRead] = [
    readAnew(tables, { ...settings, identity: blank(state.identity) }).identity,
    asReadIn(before),
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
  return { identity: { ...read, ...picked(before.state.identity, taken) }, kept: taken.length, left };
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

function blank({ fullScore: _, passScore: __, starBands: ___, ...identity }: IdentityDraft): IdentityDraft {
  return { ...identity, ...BLANK };
}

function picked(identity: IdentityDraft, fields: readonly Field[]): Partial<IdentityDraft> {
  return Object.fromEntries(fields.map((field) => [field, identity[field]]));
}
