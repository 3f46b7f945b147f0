import { create } from 'zustand';

export type HelpPart = 'steps' | 'keys' | 'data' | 'trouble';

interface HelpState {
  /** Which part of 使用说明 is shown; absent: none. */
  part?: HelpPart;
  show: (part: HelpPart | undefined) => void;
}

export const useHelp = create<HelpState>()((set) => ({ show: (part) => set({ part }) }));
