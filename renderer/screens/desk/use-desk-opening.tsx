import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../api/client.ts';
import { useDesk } from '../../state/desk-store.ts';

/** A lock whose holder shows no life: only then is take-over offered. A live one is just reported. */
const TAKE_OVER = 'locked-stale';

interface Opening {
  readonly open: (id: string, takeOverLock?: 'no' | 'yes') => Promise<void>;
  /** The id of the desk that is being opened. */
  readonly opening?: string;
  readonly failure?: Failure;
  readonly dismiss: () => void;
  /** The take-over question; to be rendered. */
  readonly dialog: ReactNode;
}

/** Opens a desk; one that is locked is offered for take-over where its holder is gone. */
export function useDeskOpening(): Opening {
  const openDesk = useDesk((state) => state.openDesk);
  const [opening, setOpening] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [locked, setLocked] = useState<{ id: string; failure: Failure }>();

  const open = async (id: string, takeOverLock: 'no' | 'yes' = 'no') => {
    setFailure(undefined);
    setLocked(undefined);
    setOpening(id);
    try {
      await openDesk(id, takeOverLock);
    } catch (error) {
      const reason = failureOf(error);
      if (reason.code === TAKE_OVER) setLocked({ id, failure: reason });
      else setFailure(reason);
    } finally {
      setOpening(undefined);
    }
  };

  return {
    open,
    opening,
    failure,
    dismiss: () => setFailure(undefined),
    dialog: locked && (
      <Modal
        open
        title="接管这个核验台？"
        okText="接管并打开"
        cancelText="先不打开"
        onOk={() => void open(locked.id, 'yes')}
        onCancel={() => setLocked(undefined)}
      >
        <p>{locked.failure.message}</p>
        <p>{locked.failure.effect}</p>
        <p>{locked.failure.remedy}</p>
      </Modal>
    ),
  };
}
