import { useState } from 'react';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import { useCall } from '../../ui/call/use-call.ts';
import { useDelivery } from '../../ui/use-delivery.tsx';

/** Has the host make one file and brings it to the user; `busy` names what is being made. */
export function useMadeFile<Name extends string>() {
  const deliver = useDelivery();
  const { failure, run, dismiss } = useCall();
  const [busy, setBusy] = useState<Name>();
  const make = async (name: Name, task: () => Promise<MadeFile>) => {
    setBusy(name);
    await run(async () => deliver(await task()));
    setBusy(undefined);
  };
  return { busy, failure, make, dismiss };
}
