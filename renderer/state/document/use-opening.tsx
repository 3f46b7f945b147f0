import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../ui/call/client.ts';

/** A lock whose holder shows no life: only then is take-over offered. A live one is just reported. */
const TAKE_OVER = 'locked-stale';

interface Opening {
  readonly open: (id: string) => Promise<void>;
  /** Makes a document first, then opens it. */
  readonly openNew: (make: () => Promise<{ id: string }>) => Promise<void>;
  /** The id of the one that is being opened. */
  readonly opening?: string;
  readonly failure?: Failure;
  readonly dismiss: () => void;
  /** The take-over question; to be rendered. */
  readonly dialog: ReactNode;
}

/**
 * Opens a document by `openById`, a store's own way; one that is locked is offered for take-over where its holder is gone.
 * `what` names one as its users do: 这份自评, 这个核验台.
 */
export function useOpening(
  what: string,
  openById: (id: string, takeOverLock: 'no' | 'yes') => Promise<unknown>,
): Opening {
  const [opening, setOpening] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [locked, setLocked] = useState<{ id: string; failure: Failure }>();

  const attempt = async (make: () => Promise<{ id: string }>, takeOverLock: 'no' | 'yes') => {
    setFailure(undefined);
    setLocked(undefined);
    let id: string | undefined;
    try {
      ({ id } = await make());
      setOpening(id);
      await openById(id, takeOverLock);
    } catch (error) {
      const reason = failureOf(error);
      if (id !== undefined && reason.code === TAKE_OVER) setLocked({ id, failure: reason });
      else setFailure(reason);
    } finally {
      setOpening(undefined);
    }
  };
  const known = (id: string) => () => Promise.resolve({ id });

  return {
    open: (id) => attempt(known(id), 'no'),
    openNew: (make) => attempt(make, 'no'),
    opening,
    failure,
    dismiss: () => setFailure(undefined),
    dialog: locked && (
      <Modal
        open
        title={`接管${what}？`}
        okText="接管并打开"
        cancelText="先不打开"
        onOk={() => void attempt(known(locked.id), 'yes')}
        onCancel={() => setLocked(undefined)}
      >
        <p>{locked.failure.message}</p>
        <p>{locked.failure.effect}</p>
        <p>{locked.failure.remedy}</p>
      </Modal>
    ),
  };
}
