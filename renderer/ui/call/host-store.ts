import { create } from 'zustand';
import type { CallOutput } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { call, failureOf } from './client.ts';

interface HostState {
  /** Which door, which version, where the data is; absent until the host has answered. */
  info?: CallOutput<'hostInfo'>;
  failure?: Failure;
  load: () => Promise<void>;
}

export const useHost = create<HostState>()((set) => ({
  load: async () => {
    try {
      set({ info: await call('hostInfo', {}), failure: undefined });
    } catch (error) {
      set({ failure: failureOf(error) });
    }
  },
}));
