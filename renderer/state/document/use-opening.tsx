import { Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import type { InFolders } from '../../../shared/contract/contract.ts';
import type { Failure } from '../../../shared/values/errors.ts';
import { failureOf } from '../../ui/call/client.ts';
import { laterDialog } from '../../ui/later.ts';

const CopiesDialog = laterDialog(
  async () => ({
    default: (await import('./CopiesDialog.tsx')).CopiesDialog,
  }),
  ({ onClose }) => onClose(),
);

/** A lock whose holder shows no life: only then is take-over offered. A live one is just reported. */
const TAKE_OVER = 'locked-stale';
/** Several folders hold the id, and nobody has said which. */
const ASK_WHICH = 'several-folders';

interface Opening {
  /** `copies`: how many folders hold the id, where the list tells of several; then the user is asked which. */
  readonly open: (id: string, copies?: number) => Promise<void>;
  /** Makes a document first, then opens it. */
  readonly openNew: (make: () => Promise<{ id: string }>) => Promise<void>;
  /** The id of the one that is being opened. */
  readonly opening?: string;
  readonly failure?: Failure;
  readonly dismiss: () => void;
  /** What has to be asked first: to take over a lock, which of several folders; to be rendered. */
  readonly dialog: ReactNode;
}

interface Options {
  readonly document: InFolders;
  /** Names one as its users do: 这份自评, 这个核验台. */
  readonly what: string;
  /** A store's own way. */
  readonly openById: (id: string, takeOverLock: 'no' | 'yes') => Promise<unknown>;
  /** A folder was moved aside. */
  readonly onRemoved?: () => void;
}

/** Opens a document; one that is locked is offered for take-over where its holder is gone. */
export function useOpening({ document, what, openById, onRemoved }: Options): Opening {
  const [opening, setOpening] = useState<string>();
  const [failure, setFailure] = useState<Failure>();
  const [locked, setLocked] = useState<{ id: string; failure: Failure }>();
  const [several, setSeveral] = useState<string>();

  const attempt = async (make: () => Promise<{ id: string }>, takeOverLock: 'no' | 'yes') => {
    setFailure(undefined);
    setLocked(undefined);
    setSeveral(undefined);
    let id: string | undefined;
    try {
      ({ id } = await make());
      setOpening(id);
      await openById(id, takeOverLock);
    } catch (error) {
      const reason = failureOf(error);
      if (id !== undefined && reason.code === TAKE_OVER) setLocked({ id, failure: reason });
      else if (id !== undefined && reason.code === ASK_WHICH) setSeveral(id);
      else setFailure(reason);
    } finally {
      setOpening(undefined);
    }
  };
  const known = (id: string) => () => Promise.resolve({ id });

  const takeOver = (of: { id: string; failure: Failure }) => (
    <Modal
      open
      title={`接管${what}？`}
      okText="接管并打开"
      cancelText="先不打开"
      onOk={() => void attempt(known(of.id), 'yes')}
      onCancel={() => setLocked(undefined)}
    >
      <p>{of.failure.message}</p>
      <p>{of.failure.effect}</p>
      <p>{of.failure.remedy}</p>
    </Modal>
  );

  return {
    open: (id, copies) => (copies === undefined ? attempt(known(id), 'no') : Promise.resolve(setSeveral(id))),
    openNew: (make) => attempt(make, 'no'),
    opening,
    failure,
    dismiss: () => setFailure(undefined),
    dialog: (
      <>
        {locked && takeOver(locked)}
        {several !== undefined && (
          <CopiesDialog
            {...{ document, what, id: several }}
            onChosen={() => void attempt(known(several), 'no')}
            onRemoved={() => onRemoved?.()}
            onClose={() => setSeveral(undefined)}
          />
        )}
      </>
    ),
  };
}
