import { FolderOpenOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { type Ref, type RefObject, useImperativeHandle, useRef, useState } from 'react';
import type { CallInput, Inspection } from '../../shared/contract/contract.ts';
import type { Failure } from '../../shared/values/errors.ts';
import { call } from '../ui/call/client.ts';
import { type ChosenFile, forgetFile, offerFiles } from '../ui/call/files.ts';
import { type JobOptions, runJob } from '../ui/call/jobs.ts';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { FilePickButton } from '../ui/FilePickButton.tsx';
import { ProgressModal } from '../ui/ProgressModal.tsx';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useJob } from '../ui/call/use-job.ts';
import type { TakesPackages } from './HomeIntake.tsx';
import { laterDialog } from '../ui/later.ts';

const OpenPackageDialog = laterDialog(
  async () => ({
    default: (await import('./OpenPackageDialog.tsx')).OpenPackageDialog,
  }),
  ({ onClose }) => onClose(),
);

type PackageInspection = Extract<Inspection, { content: 'package' }>;
type As = CallInput<'openPackage'>['as'];

interface Chosen {
  readonly token: string;
  readonly inspection: PackageInspection;
}

async function openAs(token: string, as: As, options: JobOptions): Promise<string> {
  return (await runJob('open', call('openPackage', { token, as }), options)).id;
}

/** A 反馈包 is opened at once: it belongs to one assessment. About a package the user is asked first. */
async function look(file: ChosenFile, options: JobOptions): Promise<Chosen | { readonly opened: string }> {
  const [token = ''] = await offerFiles([file], options);
  try {
    const { inspection } = await runJob('inspect', call('inspectPackage', { token }), options);
    if (inspection.content === 'package') return { token, inspection };
    return { opened: await openAs(token, 'continue', options) };
  } catch (error) {
    await forgetFile(token);
    throw error;
  }
}

interface Props {
  readonly onOpened: (id: string) => Promise<void>;
  /** Takes packages that came by another way than the button. */
  readonly ref?: Ref<TakesPackages>;
}

/** A package becomes an assessment again, evidence included. The host verifies it first, then the user says what for. */
export function OpenPackage({ onOpened, ref }: Props) {
  const job = useJob('打开推荐包');
  const opener = useRef<HTMLButtonElement>(null);
  const [chosen, setChosen] = useState<Chosen>();
  const pick = async ([file]: readonly ChosenFile[]) => {
    const found = file && (await job.run((options) => look(file, options)));
    if (!found) return;
    if ('opened' in found) await onOpened(found.opened);
    else setChosen(found);
  };
  useImperativeHandle(ref, () => ({ take: (files) => void pick(files) }));
  const leave = async ({ token }: Chosen) => {
    setChosen(undefined);
    job.dismiss();
    await forgetFile(token);
  };
  const open = async ({ token }: Chosen, as: As) => {
    const id = await job.run((options) => openAs(token, as, options));
    if (id === undefined) return;
    setChosen(undefined);
    await onOpened(id);
  };
  const openHere = async (what: Chosen, id: string) => {
    await leave(what);
    await onOpened(id);
  };
  return (
    <>
      <FilePickButton
        ref={opener}
        label="打开推荐包"
        icon={<FolderOpenOutlined aria-hidden />}
        purpose="open"
        onFiles={(files) => void pick(files)}
      />
      <ProgressModal title="打开推荐包" progress={job.progress} onCancel={job.cancel} />
      {chosen && !job.progress && (
        <OpenPackageDialog
          inspection={chosen.inspection}
          failure={job.failure}
          opener={opener}
          onOpen={(as) => void open(chosen, as)}
          onOpenHere={(id) => void openHere(chosen, id)}
          onClose={() => void leave(chosen)}
        />
      )}
      {job.failure && !chosen && <NotOpened failure={job.failure} opener={opener} onClose={job.dismiss} />}
    </>
  );
}

interface NotOpenedProps {
  failure: Failure;
  opener: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

function NotOpened({ failure, opener, onClose }: NotOpenedProps) {
  useReturnFocus(opener);
  return (
    <Modal open title="推荐包没有打开" footer={null} onCancel={onClose}>
      <FailureNotice failure={failure} />
    </Modal>
  );
}
