import { App, Button, type ButtonProps } from 'antd';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import { FILE_CHOICES, type FileChoice, type FilePurpose } from '../../shared/contract/file-choices.ts';
import { call, failureOf } from './call/client.ts';
import { type ChosenFile, chosenOfPicked } from './call/files.ts';
import { useHost } from './call/host-store.ts';
import { runJob } from './call/jobs.ts';
import { useJob } from './call/use-job.ts';
import { type Collected, collectChosen } from './intake/collect.ts';
import { unreadWords } from './intake/unread-words.ts';
import { ProgressModal } from './ProgressModal.tsx';

interface ButtonLook extends Pick<ButtonProps, 'icon' | 'type' | 'disabled' | 'size'> {
  label: string;
  /** Read out instead of the label, where several buttons bear it. */
  name?: string;
  /** What is chosen: it says which files are shown, and in the system's dialog also its words. */
  purpose: FilePurpose;
  /** The button, to give the focus back to. */
  ref?: Ref<HTMLButtonElement>;
}

interface FileProps extends ButtonLook {
  multiple?: boolean;
  onFiles: (files: readonly ChosenFile[]) => void;
}

/** A button that opens a dialog for files: the system's where the host has it, else the browser's. */
export function FilePickButton({ purpose, multiple = false, onFiles, ...look }: FileProps) {
  const { message } = App.useApp();
  const take = ({ files, unread }: Collected): void => {
    if (unread.length > 0) message.warning(unreadWords(unread));
    if (files.length > 0) onFiles(files);
  };
  const pick = async (): Promise<void> => {
    try {
      const { files, unread } = await call('pickFiles', { purpose, many: multiple });
      take({ files: files.map(chosenOfPicked), unread });
    } catch (error) {
      message.error(failureOf(error).message);
    }
  };
  return <PickButton {...look} purpose={purpose} multiple={multiple} onPick={pick} onTake={take} />;
}

interface FolderProps extends ButtonLook {
  onFolder: (collected: Collected) => void;
}

/** The same for a whole folder: every file that lies in it, however deep. */
export function FolderPickButton({ purpose, onFolder, ...look }: FolderProps) {
  const { message } = App.useApp();
  const job = useJob('查看文件夹');
  const pick = async (): Promise<void> => {
    try {
      const { jobId } = await call('pickFolder', { purpose });
      if (jobId === undefined) return;
      const found = await job.run((options) => runJob('picked', Promise.resolve({ jobId }), options));
      if (found) onFolder({ files: found.files.map(chosenOfPicked), unread: found.unread });
    } catch (error) {
      message.error(failureOf(error).message);
    }
  };
  const { failure, dismiss } = job;
  useEffect(() => {
    if (!failure) return;
    message.error(`${failure.message}${failure.remedy}`);
    dismiss();
  }, [failure, dismiss, message]);
  return (
    <>
      <PickButton {...look} purpose={purpose} folder onPick={pick} onTake={onFolder} />
      <ProgressModal title="正在查看文件夹" progress={job.progress} onCancel={job.cancel} />
    </>
  );
}

interface PickProps extends ButtonLook {
  multiple?: boolean;
  folder?: boolean;
  /** Opens the system's dialog. */
  onPick: () => Promise<void>;
  /** What the browser's brought. */
  onTake: (collected: Collected) => void;
}

function PickButton({ label, name = label, purpose, multiple, folder = false, ...props }: PickProps) {
  const { onPick, onTake, ref, ...button } = props;
  const picks = useHost((state) => state.info?.picks === true);
  const opener = useRef<HTMLButtonElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const waiting = useRef(false);
  /** One dialog at a time: not every system keeps the window from being clicked behind it. */
  const open = async (): Promise<void> => {
    if (waiting.current) return;
    waiting.current = true;
    await onPick();
    waiting.current = false;
  };
  useImperativeHandle(ref, () => opener.current as HTMLButtonElement);
  // React knows no such attribute.
  useEffect(() => {
    if (input.current) input.current.webkitdirectory = folder;
  }, [folder, picks]);
  return (
    <>
      <Button
        {...button}
        ref={opener}
        aria-label={name}
        onClick={() => (picks ? void open() : input.current?.click())}
      >
        {label}
      </Button>
      {!picks && (
        <input
          ref={input}
          type="file"
          hidden
          aria-label={name}
          accept={folder ? undefined : acceptOf(FILE_CHOICES[purpose])}
          multiple={multiple}
          onChange={({ target }) => {
            const files = [...(target.files ?? [])];
            // Emptied, so that choosing the same file again is noticed.
            target.value = '';
            if (files.length > 0) onTake(collectChosen(files));
          }}
        />
      )}
    </>
  );
}

/** As of `<input accept>`: where other kinds may be chosen as well, a browser that hides them would be in the way. */
function acceptOf({ kinds, others }: FileChoice): string | undefined {
  if (others) return undefined;
  return kinds.flatMap(({ endings }) => endings.map((ending) => `.${ending}`)).join(',');
}
