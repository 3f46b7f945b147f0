import { useEffect, useRef } from 'react';
import type { ChosenFile } from '../call/files.ts';

let handed: ChosenFile | undefined;

/** A table that was let go on another screen, on its way to the import. */
export function handTable(file: ChosenFile): void {
  handed = file;
}

/** Takes it in as soon as this is shown. */
export function useHandedTable(take: (file: ChosenFile) => void): void {
  const latest = useRef(take);
  useEffect(() => {
    latest.current = take;
  });
  useEffect(() => {
    const file = handed;
    handed = undefined;
    if (file) latest.current(file);
  }, []);
}
