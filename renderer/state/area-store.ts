import { create } from 'zustand';

/** What is shown while no assessment is open. */
export type Area = 'home' | 'standards' | 'desk';

interface AreaState {
  area: Area;
  goTo: (area: Area) => void;
}

export const useArea = create<AreaState>()((set) => ({
  area: 'home',
  goTo: (area) => set({ area }),
}));
