import { create } from 'zustand';

interface AreaState {
  /** What is shown while no assessment is open: 首页, or the name of an area of `app/areas.tsx`. */
  area: string;
  goTo: (area: string) => void;
  goHome: () => void;
}

const HOME = 'home';

export const useArea = create<AreaState>()((set) => ({
  area: HOME,
  goTo: (area) => set({ area }),
  goHome: () => set({ area: HOME }),
}));
