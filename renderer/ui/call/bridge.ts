import type { Command, Reply } from '../../../shared/contract/contract.ts';

/** What the desktop's preload script puts on `window`; absent behind the local door. */
export interface DesktopBridge {
  /** `page`: this page, among all that the host answers. */
  call(name: string, input: unknown, page: string): Promise<Reply>;
  /**
   * Hands a file over by its path, or by its content where it has none; answers `{ token }`. The path never reaches this
   * page.
   */
  offerFile(file: File): Promise<Reply>;
  /** Calls back with what the window asks of this page; the answer ends it. */
  onCommand(listener: (command: Command) => void): () => void;
}

declare global {
  interface Window {
    biaobing?: DesktopBridge;
  }
}

export function bridge(): DesktopBridge | undefined {
  return window.biaobing;
}
