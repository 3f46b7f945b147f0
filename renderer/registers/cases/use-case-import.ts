import { aboveTitle, partCase, type PartedCase } from '../../../shared/registers/cases/parted.ts';
import type { Entry } from '../../../shared/registers/entry.ts';
import { useState } from 'react';
import { call } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { useAsk } from '../../ui/use-ask.ts';
import { LONGEST_TITLE } from './CaseEditor.tsx';
import { fieldElement, usePutCase, useTyped } from './typed.ts';

/** Takes a case that was written elsewhere; what is typed is only given up where the user says so. */
export function useCaseImport(entry: Entry) {
  const reading = useJob('读取案例');
  const [notes, setNotes] = useState<readonly string[]>([]);
  const ask = useAsk(() => fieldElement(entry, 'text'));
  const put = usePutCase(entry.id);
  const isEmpty = (useTyped(entry, 'title') + useTyped(entry, 'text')).trim() === '';
  const take = async (parted: PartedCase, told: readonly string[]): Promise<void> => {
    await put(parted);
    setNotes(told);
  };
  const read = async ([file]: readonly ChosenFile[]): Promise<void> => {
    if (!file) return;
    setNotes([]);
    const found = await reading.run(async (options) => {
      const token = await file.offer({ signal: options.signal });
      return runJob('caseText', call('readCaseFile', { token }), options);
    });
    if (!found) return;
    const parted = { ...partCase(found.text, LONGEST_TITLE) };
    const told = [
      ...found.notes,
      ...headWords(aboveTitle(found.text, parted)),
      ...(parted.title === '' ? ['没有认出标题，文件内容都放在正文里。请在“标题”栏补上。'] : []),
    ];
    if (isEmpty) {
      await take(parted, told);
      return;
    }
    ask({
      title: '换成文件里的内容？',
      content: `这一篇已经写有内容。换成“${file.name}”后，原来的标题和正文不再显示，可以用“撤销”找回。`,
      okText: '换成文件里的内容',
      cancelText: '保留现有内容',
      onOk: () => take(parted, told),
    });
  };
  return { reading, read, notes, forget: () => setNotes([]) };
}

function headWords(head: readonly string[]): string[] {
  if (head.length === 0) return [];
  const named = head.map((line) => `“${line}”`).join('、');
  return [`标题上面的${named}不是标题，也不是正文，没有导入。要用的，请自己填写。`];
}
