import { useEffect, useRef, useState } from 'react';
import type { Command, CommandName } from '../../shared/contract/contract.ts';
import { bridge } from './call/bridge.ts';

interface Answering {
  readonly name: CommandName;
  readonly run: () => void;
  /** When it was first drawn: a frame is before its screen, a screen before its dialogs. */
  readonly order: number;
  readonly isInDialog: boolean;
}

const answering = new Set<Answering>();
let drawn = 0;
const nextOrder = (): number => (drawn += 1);

/** What a dialog would have changed behind it. */
const BEHIND: ReadonlySet<CommandName> = new Set(['print', 'pdf', 'find', 'search', 'close', 'back']);

interface Options {
  /** It belongs to a dialog, and so is done while one is open. */
  readonly inDialog?: boolean;
}

/** What is done at a command while this is shown; nothing where `run` is absent. */
export function useCommand(
  name: CommandName,
  run: (() => void) | undefined,
  { inDialog: isInDialog = false }: Options = {},
): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const [order] = useState(nextOrder);
  const isThere = run !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    const mine: Answering = {
      ...{ name, order, isInDialog },
      run: () => latest.current?.(),
    };
    answering.add(mine);
    return () => void answering.delete(mine);
  }, [name, isThere, order, isInDialog]);
}

/**
 * Has it done by whoever is in front: `none` where nobody answers, `behind` where only what lies behind an open dialog
 * would.
 */
export function runCommand(command: Command): 'done' | 'none' | 'behind' {
  const able = [...answering].filter(({ name }) => name === command.name);
  const mine = BEHIND.has(command.name) && hasDialog() ? able.filter(({ isInDialog }) => isInDialog) : able;
  const found = mine.sort((a, b) => b.order - a.order)[0];
  if (!found) return able.length > 0 ? 'behind' : 'none';
  found.run();
  return 'done';
}

/** A dialog that must be answered first lies over the page. */
export function hasDialog(): boolean {
  return [...document.querySelectorAll<HTMLElement>('.ant-modal-wrap, .ant-drawer-open')].some(
    (each) => each.style.display !== 'none',
  );
}

/** Commands of the desktop's window; the answer ends it. */
export function listenToWindow(run: (command: Command) => void): (() => void) | undefined {
  return bridge()?.onCommand(run);
}
