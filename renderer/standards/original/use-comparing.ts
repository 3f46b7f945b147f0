import { type KeyboardEvent, useMemo, useState } from 'react';
import { flushSync } from 'react-dom';
import type { FinalCell } from '../../../shared/tables/import/traced-cells.ts';
import { useImport } from '../../state/import-store.ts';
import { isTextField } from '../../state/document/use-undo-keys.ts';
import { flushTypedText } from '../../ui/fields/typed-text.ts';
import type { DraftRow } from '../draft-rows.ts';
import { NODE_ACTIONS, useNodeAction } from '../steps/node-actions.ts';
import { useRowFields } from '../use-row-fields.ts';
import { useWizard } from '../use-wizard.ts';
import { useCapWords } from './use-cap-words.ts';
import { nextOpen, type OriginalRow, useRows } from './use-rows.ts';
import { cellKey, placeOf, useSource } from './use-source.ts';

const NOTHING: ReadonlySet<string> = new Set();
const FIELDS = '.standards-node-fields :is(textarea, input):not(:disabled)';

/** What is at hand of the rows and of their original, and what keys and buttons do with it. */
export function useComparing() {
  const { state } = useWizard();
  const { parts, rows, looked, all } = useRows();
  const source = useSource();
  const selected = useImport((store) => store.selected);
  const { edit, select } = useImport.getState();
  const [pointed, setPointed] = useState<string>();
  const { pane, setPane, root, detail, toFields, toTree, onEscape } = useRowFields(FIELDS);
  const act = useNodeAction(rows.filter((row): row is OriginalRow & DraftRow => row.node !== undefined));
  // Whoever comes back goes on where the looking was left.
  const [begin] = useState(() => rows.find(({ part, isLooked }) => part && !isLooked)?.key);
  const at = rows.find(({ key }) => key === selected) ?? rows.find(({ key }) => key === begin);
  const row = at ?? rows[0];
  const node = row?.node;
  const words = useCapWords(row?.cap, source);
  // The cap of a block stands by its heading, where no words of its own are known.
  const stated = node ?? (row?.cap && row.part?.nodes.find(({ kind }) => kind === 'section'));
  const chosen = useMemo(
    () => (words ? new Set([placeOf(words)]) : ((stated && source?.cellsOf(stated)) ?? NOTHING)),
    [words, stated, source],
  );
  const ticked = parts.filter(({ tick }) => state.identity.ticked.includes(tick)).length;

  const go = (key: string) => {
    setPointed(undefined);
    select(key);
  };
  const look = (target: OriginalRow, isLooked: boolean) => {
    flushTypedText();
    void edit({ kind: 'look', id: target.node?.id, cap: target.cap?.side, isLooked });
    if (!isLooked) return;
    const next = nextOpen(rows, target.key);
    if (next && next.key !== target.key) go(next.key);
  };
  const accept = () => {
    if (node && node.kind !== 'section')
      void edit({ kind: 'setFields', id: node.id, fields: { accepted: true } });
  };
  const toNextUnused = () => {
    const keys = source?.unused.map(cellKey) ?? [];
    const next = keys[(keys.indexOf(pointed ?? '') + 1) % keys.length];
    if (next === undefined) return;
    flushSync(() => setPane('source'));
    setPointed(next);
  };
  const pick = (cell: FinalCell) => {
    const owner = source?.nodeOf(cell);
    if (cell.field !== 'none' && owner) return go(owner.id);
    setPointed(cellKey(cell));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!row) return;
    const inField = isTextField(event.target);
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      look(row, true);
      if (inField) toTree();
    }
    if (inField || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.toLowerCase() === 'u') toNextUnused();
    if (event.key.toLowerCase() === 'a') accept();
    if (event.key.toLowerCase() === 'n') {
      const next = nextOpen(rows, row.key);
      if (next) go(next.key);
    }
  };
  const onTreeKey = (event: KeyboardEvent, target: OriginalRow) => {
    if (event.key === ' ') {
      event.preventDefault();
      // A key that is held down looks at nothing.
      return event.repeat ? undefined : look(target, true);
    }
    const action = NODE_ACTIONS.find(({ isKey }) => isKey(event));
    if (!action || !target.node) return;
    event.preventDefault();
    act(action, target as OriginalRow & DraftRow);
  };

  return {
    ...{ root, detail, pane, setPane, rows, row, source, chosen, pointed, words },
    progress: `已核对 ${looked}/${all} 条，${ticked}/${parts.length} 部分`,
    ...{ go, look, pick, toNextUnused, toFields, onKeyDown, onEscape, onTreeKey },
  };
}
