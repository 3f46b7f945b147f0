import { useEffect, useRef } from 'react';
import { call } from '../../../ui/call/client.ts';
import { useCommand } from '../../../ui/commands.ts';
import { useSaveAs } from '../../../ui/use-save-as.tsx';

/** 另存为 of the window's context menu: the file of the preview that the menu was opened on, wherever it is shown. */
export function SaveShown() {
  const shown = useRef<EvidenceNamed>(undefined);
  useEffect(() => {
    const look = ({ target }: MouseEvent) => {
      shown.current = target instanceof Element ? evidenceAt(target) : undefined;
    };
    window.addEventListener('contextmenu', look, true);
    return () => window.removeEventListener('contextmenu', look, true);
  }, []);
  const { save, progress } = useSaveAs();
  useCommand('saveShown', () => {
    const evidence = shown.current;
    if (evidence) void save(() => call('saveEvidence', evidence));
  });
  return progress;
}

interface EvidenceNamed {
  readonly id: string;
  readonly sha256: string;
}

/** Of an image, by its address; of a page that is drawn, by the preview around it. */
function evidenceAt(target: Element): EvidenceNamed | undefined {
  const url = target.getAttribute('src') ?? target.closest('[data-preview]')?.getAttribute('data-preview');
  const [, id, sha256] = /^evidence\/([^/]+)\/([0-9a-f]{64})/.exec(url ?? '') ?? [];
  return id === undefined || sha256 === undefined ? undefined : { id, sha256 };
}
