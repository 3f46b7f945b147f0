import { randomUUID } from 'node:crypto';
import { proposeImport } from '../../../shared/tables/import/proposal.ts';
import type { KeptOriginal } from '../../../shared/tables/import/kept-original.ts';
import { IMPORT_VERSION, type ImportState } from '../../../shared/tables/import/schema.ts';
import { standardOf } from '../../../shared/tables/import/import-state.ts';
import { identityDraftOf, standardToDraft } from '../../../shared/tables/draft/standard-to-draft.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { contentHash } from './content-hash.ts';
import type { Imports } from './imports.ts';
import type { UserStandards } from './user-standards.ts';

interface Ports {
  readonly imports: Imports;
  readonly standards: UserStandards;
  readonly now: () => Date;
}

/** The ways into an import; each answers its id. */
export function beginnings({ imports, standards, now }: Ports) {
  async function begin(source: string, tables: SourceTable[], file?: ImportState['file']): Promise<string> {
    const { chosen, maps, appliesTo } = proposeImport(tables);
    const state = {
      ...newState({ source, startedAt: now().toISOString() }),
      ...{ file, chosen: [...chosen], maps: { ...maps } },
      appliesTo: Object.fromEntries(Object.entries(appliesTo).map(([table, codes]) => [table, [...codes]])),
    };
    await imports.create({ tables, state });
    return state.id;
  }

  /** A standard that is there already, under a free id: a copy, or a workbook that this program wrote. */
  async function edit(standard: Standard, source: string): Promise<string> {
    const { standards: known } = await standards.library();
    const id = freeId(standard.id, new Set(known.map((each) => each.standard.id)));
    const state = editState({ ...standard, id }, { source, startedAt: now().toISOString() });
    await imports.create({ tables: [], state });
    return state.id;
  }

  /** The same of one whose original is kept: its rows stand beside it again, found as they were. */
  async function again(standard: Standard, { tables, state }: KeptOriginal): Promise<string> {
    const { standards: known } = await standards.library();
    const id = freeId(standard.id, new Set(known.map((each) => each.standard.id)));
    const { identity } = state;
    const fresh = newState({ source: state.source, startedAt: now().toISOString() });
    await imports.create({
      tables,
      state: {
        ...{ ...state, id: fresh.id, startedAt: fresh.startedAt, step: 'compare' },
        identity: {
          ...{ ...identity, id, edition: `${identity.edition}（修改稿）`, checkedBy: '', ticked: [] },
          authority: copiedAuthority(identity),
        },
      },
    });
    return fresh.id;
  }

  return { begin, edit, again };
}

function newState({ source, startedAt }: Pick<ImportState, 'source' | 'startedAt'>): ImportState {
  const id = randomUUID();
  return {
    ...{
      version: IMPORT_VERSION,
      id,
      kind: 'import',
      source,
      startedAt,
      step: 'tables',
      chosen: [],
      maps: {},
      appliesTo: {},
    },
    ...{ draft: undefined, draftKey: '', edited: false },
    identity: {
      ...{ id: `standard-${id.slice(0, 8)}`, title: '', edition: '', issuer: '', documentNumber: '' },
      ...{ authority: 'custom', statement: '', checkedBy: '', ticked: [] },
      notApplicable: { rule: 'forbidden', scope: 'marked' },
      unitCategories: [],
      facts: [],
      sources: [],
    },
  };
}

function editState(standard: Standard, begun: Pick<ImportState, 'source' | 'startedAt'>): ImportState {
  return {
    ...newState(begun),
    kind: 'copy',
    step: 'tree',
    draft: standardToDraft(standard),
    identity: { ...identityDraftOf(standard), authority: copiedAuthority(standard) },
  };
}

/** A copy is no longer the issuer's text until somebody says so again. */
function copiedAuthority({ authority }: Pick<Standard, 'authority'>): Standard['authority'] {
  return authority === 'official' ? 'custom' : authority;
}

/** Nobody has changed the standard's file since it was saved. */
export function isMadeOf(
  standard: Standard,
  { state: { draft, identity } }: Pick<KeptOriginal, 'state'>,
): boolean {
  return draft !== undefined && contentHash(standardOf(draft, identity).standard) === contentHash(standard);
}

/** The id itself, "x-2", "x-3", …; the schema's 64 characters hold. */
function freeId(id: string, taken: ReadonlySet<string>): string {
  if (!taken.has(id)) return id;
  for (let n = 2; ; n += 1) {
    const wanted = `${id.slice(0, 58).replace(/-\d+$/, '')}-${n}`;
    if (!taken.has(wanted)) return wanted;
  }
}
