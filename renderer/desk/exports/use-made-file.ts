import { useState } from 'react';
import type { MadeFile } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../ui/call/client.ts';
import { useDelivery } from '../../ui/MadeFileButton.tsx';

/** Has the host make one file and brings it to the user; `busy` names what is being made. */
export function useMadeFile<Name extends string>() {
  const deliver = useDelivery();
  const [busy, setBusy] = useState<Name>();
  const [failure, setFailure] = useState<Failure>();
  const make = async (name: Name, task: () => Promise<MadeFile>) => {
    setBusy(name);
    setFailure(undefined);
    try {
      await deliver(await task());
    } catch (error) {
      setFailure(failureOf(error));
    }
    setBusy(undefined);
  };
  return { busy, failure, make, dismiss: () => setFailure(undefined) };
}
