import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../api/client.ts';
import { useAssessment } from '../../state/assessment-store.ts';

/** A lock whose holder shows no life: only then is take-over offered. A live one is just reported. */
const TAKE_OVER = 'locked-stale';

interface Opening {
  open: (id: string) => Promise<void>;
  /** Makes an assessment first, then opens it. */
  openNew: (make: () => Promise<{ id: string }>) => Promise<void>;
  failure?: Failure;
  dismiss: () => void;
  /** The take-over question; to be rendered. */
  dialog: ReactNode;
}

/** Opens an assessment; one that is locked is offered for take-over where its holder is gone. */
export function useOpening(): Opening {
  const openAssessment = useAssessment((state) => state.openAssessment);
  const [failure, setFailure] = useState<Failure>();
  const [locked, setLocked] = useState<{ id: string; failure: Failure }>();

  const attempt = async (make: () => Promise<{ id: string }>, takeOverLock: 'no' | 'yes') => {
    setFailure(undefined);
    setLocked(undefined);
    let id: string | undefined;
    try {
      ({ id } = await make());
      await openAssessment(id, takeOverLock);
    } catch (error) {
      const reason = failureOf(error);
      if (id !== undefined && reason.code === TAKE_OVER) setLocked({ id, failure: reason });
      else setFailure(reason);
    }
  };
  const known = (id: string) => () => Promise.resolve({ id });

  return {
    open: (id) => attempt(known(id), 'no'),
    openNew: (make) => attempt(make, 'no'),
    failure,
    dismiss: () => setFailure(undefined),
    dialog: locked && (
      <Modal
        open
        title="接管这份自评？"
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
