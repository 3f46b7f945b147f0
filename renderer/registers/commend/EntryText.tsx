import { Checkbox } from 'antd';
import { useState } from 'react';
import { checkEntry, noticeOf } from '../../../shared/registers/commend/check.ts';
import {
  materialOf,
  pointsOf,
  TEXT_COLUMNS,
  type TextRegister,
  tickedIn,
} from '../../../shared/registers/commend/summary.ts';
import { countText } from '../../../shared/registers/cases/count.ts';
import { type Entry, fieldOf, MAX_FIELD } from '../../../shared/registers/entry.ts';
import { useOpenYear, useYear } from '../../state/year-store.ts';
import { call } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { useDraft, useDropLine } from '../../ui/fields/drafts.tsx';
import { Field } from '../../ui/fields/Field.tsx';
import { TextInput } from '../../ui/fields/TextInput.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { useAsk } from '../../ui/use-ask.ts';
import { Sayings } from './ListSayings.tsx';
import './commend.css';

interface Props {
  readonly name: TextRegister;
  readonly entry: Entry;
}

/** The text of an entry, how long it is and what it must contain. In the FieldScope of the entry. */
export function EntryText({ name, entry }: Props) {
  const { value } = useOpenYear();
  const code = TEXT_COLUMNS[name];
  const material = materialOf(noticeOf(value, name), name, entry);
  const title = material?.title ?? (name === 'experiences' ? '文字材料' : '工作总结');
  const [, draft] = useDraft(code);
  const text = draft?.text ?? fieldOf(entry, code);
  const most = material?.limits?.words;
  const { words } = countText(text);
  const set = (fields: Readonly<Record<string, string>>) =>
    useYear.getState().edit({ kind: 'setEntry', register: name, id: entry.id, fields });
  const { reading, read, notes } = useTextImport({ entry, code, isEmpty: text.trim() === '', set });
  return (
    <section className="commend-text" aria-label={title}>
      <header>
        <strong>{title}</strong>
        <span className={most !== undefined && words > most ? 'commend-error' : 'ui-muted'}>
          {words} 字{most === undefined ? '' : `，不超过 ${most} 字`}
        </span>
        <FilePickButton
          size="small"
          purpose="case"
          label="从文件读取"
          onFiles={(files) => void read(files)}
        />
      </header>
      <FailureNotice failure={reading.failure} onClose={reading.dismiss} />
      <ProgressModal title="正在读取文件" progress={reading.progress} onCancel={reading.cancel} />
      {notes.map((note) => (
        <p key={note} className="ui-muted">
          {note}
        </p>
      ))}
      <Field label={title} wide>
        <TextInput
          {...{ id: `${entry.id}-${code}`, field: code, value: fieldOf(entry, code) }}
          aria-label={title}
          maxLength={MAX_FIELD}
          lines={{ min: 4, max: 12 }}
          commit={(next) => set({ [code]: next })}
        />
      </Field>
      {material && material.checklist.length > 0 && <Points {...{ name, entry, material, set }} />}
    </section>
  );
}

/** What is found of an entry: below all that is clicked, which would move while it is clicked. */
export function EntrySayings({ name, entry }: Props) {
  const { value } = useOpenYear();
  return <Sayings label="这一行的核对结果" sayings={checkEntry(value, name, entry)} />;
}

/** What the text must contain: what its own words say needs no tick. */
function Points({
  name,
  entry,
  material,
  set,
}: Props & {
  readonly material: Parameters<typeof pointsOf>[1];
  readonly set: (fields: Readonly<Record<string, string>>) => unknown;
}) {
  const ticked = tickedIn(entry);
  const toggle = (label: string, on: boolean) =>
    set({ covered: [...ticked.filter((each) => each !== label), ...(on ? [label] : [])].join('\n') });
  return (
    <div role="group" aria-label="须写到的内容" className="commend-points">
      <span className="ui-muted">须写到的内容，写到的请勾选：</span>
      {pointsOf(name, material, entry).map(({ label, by }) => (
        <Checkbox
          key={label}
          checked={by === 'ticked'}
          onChange={({ target }) => void toggle(label, target.checked)}
        >
          {label}
          {by === 'found' && <span className="ui-muted">（文中有这几个字）</span>}
        </Checkbox>
      ))}
    </div>
  );
}

/** Takes a text that was written elsewhere; what is typed is only given up where the user says so. */
function useTextImport({
  entry,
  code,
  isEmpty,
  set,
}: {
  readonly entry: Entry;
  readonly code: string;
  readonly isEmpty: boolean;
  readonly set: (fields: Readonly<Record<string, string>>) => unknown;
}) {
  const reading = useJob('读取文件');
  const [notes, setNotes] = useState<readonly string[]>([]);
  const drop = useDropLine();
  const ask = useAsk(() => document.getElementById(`${entry.id}-${code}`));
  const read = async ([file]: readonly ChosenFile[]): Promise<void> => {
    if (!file) return;
    setNotes([]);
    const found = await reading.run(async (options) => {
      const token = await file.offer({ signal: options.signal });
      return runJob('caseText', call('readCaseFile', { token, what: '材料' }), options);
    });
    if (!found) return;
    const take = async (): Promise<void> => {
      drop(code);
      await set({ [code]: found.text });
      setNotes(found.notes);
    };
    if (isEmpty) await take();
    else
      ask({
        title: '换成文件里的内容？',
        content: `这里已经写有内容。换成“${file.name}”后，原来的内容不再显示，可以用“撤销”找回。`,
        okText: '换成文件里的内容',
        cancelText: '保留现有内容',
        onOk: take,
      });
  };
  return { reading, read, notes };
}
