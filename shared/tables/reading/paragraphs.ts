import { titleFrom } from '../cells/cell-texts.ts';
import { readNumbering } from '../cells/numbering.ts';
import { vetoCasesOf, vetoEffectOf } from '../cells/sides.ts';
import type { SourceTable } from '../source-table.ts';
import { growingNode, type GrowingNode } from './growing-node.ts';
import { isVetoHeading } from './row-kinds.ts';

/** No standard says so much beside its tables; a whole regulation around one is not its note. */
const MOST = 60;

export interface Paragraphs {
  readonly vetoes: readonly GrowingNode[];
  readonly notes: readonly string[];
  /** Paragraphs that were too many to keep. */
  readonly leftOut: number;
}

/** What stands around a table: vetoes, with their cases in paragraphs of their own, and remarks. */
export function readParagraphs({ before = [], after = [] }: SourceTable): Paragraphs {
  const vetoes: GrowingNode[] = [];
  const notes: string[] = [];
  let heading: string | undefined;
  for (const text of [...before, ...after]) {
    const isCase = heading !== undefined && readNumbering(text) !== undefined;
    if (isCase && heading !== undefined) vetoes.push(vetoNode(text, vetoEffectOf(heading)));
    else {
      heading = isVetoHeading(text) && (/[:：]\s*$/.test(text) || text.length <= 12) ? text : undefined;
      const cases = heading === undefined ? vetoCasesOf(text) : [];
      // What may not be decided from its words stays a remark.
      for (const { text: words, effect } of cases) if (effect) vetoes.push(vetoNode(words, effect));
      notes.push(text);
    }
  }
  return { vetoes, notes: notes.slice(0, MOST), leftOut: Math.max(0, notes.length - MOST) };
}

function vetoNode(text: string, effect: GrowingNode['vetoEffect']): GrowingNode {
  const node = growingNode('veto', titleFrom(text));
  node.criterion = text;
  node.vetoEffect = effect ?? 'notEligible';
  return node;
}
