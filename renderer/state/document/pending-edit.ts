import * as z from 'zod';
import type { DocumentName, OpenedDocument } from '../../../shared/contract/contract.ts';
import {
  type DocumentKind,
  edited,
  mergeValues,
  type ShownDifference,
  shownDifference,
} from '../../../shared/document.ts';
import { UserError } from '../../../shared/values/errors.ts';
import { sortedJson } from '../../../shared/values/sorted-json.ts';
import type { Arrival, Change } from './save-queue.ts';

/** What two versions of a kind are told apart by. */
export interface Sided<N extends DocumentName, Value extends object, Edit, Context> {
  readonly kind: DocumentKind<Value, Edit, Context>;
  readonly contextOf: (open: OpenedDocument<N>) => Context;
}

/** Where `local` says otherwise than what is open, place by place. */
export function differences<N extends DocumentName, Value extends object, Edit, Context>(
  { kind, contextOf }: Sided<N, Value, Edit, Context>,
  local: Value,
  open: OpenedDocument<N>,
): ShownDifference[] {
  const remote = valueOf<N, Value>(open);
  const sides = { local, remote, context: contextOf(open) };
  return mergeValues(kind, { base: remote, local, remote }).differences.map((each) =>
    shownDifference(kind, each, sides),
  );
}

/** The value of what is open and its kind belong together; TypeScript cannot follow that through the contract. */
export function valueOf<N extends DocumentName, Value extends object>(open: OpenedDocument<N>): Value {
  return (open as unknown as { readonly value: Value }).value;
}

/**
 * What an edit replaces as its maker saw it: what is open, but without what came from elsewhere since the words were
 * begun that it is made of.
 */
export function madeOn<N extends DocumentName, Value extends object, Edit, Context>(
  { kind }: Sided<N, Value, Edit, Context>,
  edit: Edit,
  open: OpenedDocument<N>,
  arrived: readonly Arrival<OpenedDocument<N>>[],
): unknown {
  const at = (opened: OpenedDocument<N>) => kind.replaces(valueOf<N, Value>(opened), edit);
  const overtaken = arrived.find(({ before, after }) => sortedJson(at(before)) !== sortedJson(at(after)));
  return at(overtaken?.before ?? open);
}

/** An edit until the host has it. `base`: what it was made on. */
export function pendingEdit<N extends DocumentName, Value extends object, Edit, Context>(
  sides: Sided<N, Value, Edit, Context>,
  edit: Edit,
  base: unknown,
): Change<OpenedDocument<N>> & { base: () => unknown } {
  const { kind, contextOf } = sides;
  let on = base;
  const after = (open: OpenedDocument<N>): Value | undefined => {
    try {
      const now = new Date().toISOString();
      return edited(kind, valueOf<N, Value>(open), edit, { context: contextOf(open), now });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return undefined; // What it was about is gone: the host will say so.
    }
  };
  return {
    base: () => on,
    apply: (open) => {
      const value = after(open);
      return value ? { ...open, value, canUndo: true, canRedo: false } : open;
    },
    clash: (open) => {
      const value = after(open);
      return value ? differences(sides, value, open) : [];
    },
    renew: (open) => {
      on = kind.replaces(valueOf<N, Value>(open), edit);
    },
    stored: () => ({ edit: z.encode(kind.edit, edit), base: on }),
  };
}
