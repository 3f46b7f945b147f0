import { create } from 'zustand';

interface AreaState {
  /** What is shown while no assessment is open: 首页, or the name of an area of `app/areas.tsx`. */
  area: string;
  /** What an area shows in place of its list, by its id. */
  inner?: string;
  goTo: (area: string) => void;
  goHome: () => void;
  show: (inner: string | undefined) => void;
}

const HOME = 'home';

export const useArea = create<AreaState>()((set) => ({
  area: HOME,
  goTo: (area) => set({ area, inner: undefined }),
  goHome: () => set({ area: HOME, inner: undefined }),
  show: (inner) => set({ inner }),
}));
