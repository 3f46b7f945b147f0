import { useDesk } from '../state/desk-store.ts';
import { DeskList } from './DeskList.tsx';
import { DeskWorkbench } from './DeskWorkbench.tsx';

/** 核验台: the list of desks, or one that is open. */
export function DeskArea() {
  return useDesk((state) => state.open !== undefined) ? <DeskWorkbench /> : <DeskList />;
}
