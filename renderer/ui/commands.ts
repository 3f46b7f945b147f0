import { useEffect, useRef } from 'react';
import type { Command, CommandName } from '../../shared/contract/contract.ts';
import { bridge } from './call/bridge.ts';

type Run<N extends CommandName> = (command: Extract<Command, { name: N }>) => void;

interface Answering {
  readonly name: CommandName;
  readonly run: (command: Command) => void;
}

/** Who answers, the last that was shown first: a dialog before its screen, a screen before the frame around it. */
const answering: Answering[] = [];

/** What is done at a command while this is shown; nothing where `run` is absent. */
export function useCommand<N extends CommandName>(name: N, run: Run<N> | undefined): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  const isThere = run !== undefined;
  useEffect(() => {
    if (!isThere) return undefined;
    const mine: Answering = {
      name,
      run: (command) => latest.current?.(command as Extract<Command, { name: N }>),
    };
    answering.unshift(mine);
    return () => void answering.splice(answering.indexOf(mine), 1);
  }, [name, isThere]);
}

/** Has it done by whoever is in front; false where nobody answers. */
export function runCommand(command: Command): boolean {
  const found = answering.find(({ name }) => name === command.name);
  found?.run(command);
  return found !== undefined;
}

/** Commands of the desktop's window; the answer ends it. */
export function listenToWindow(): (() => void) | undefined {
  return bridge()?.onCommand((command) => void runCommand(command));
}
