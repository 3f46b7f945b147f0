import { useState } from 'react';
import type { RegisterName } from '../../../shared/registers/kinds.ts';
import type { SourceTable } from '../../../shared/tables/source-table.ts';
import { call } from '../../ui/call/client.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { runJob } from '../../ui/call/jobs.ts';
import { useJob } from '../../ui/call/use-job.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { ImportDialog } from './ImportDialog.tsx';

interface Chosen {
  readonly fileName: string;
  readonly tables: readonly SourceTable[];
}

/** Takes the rows of a table that the office keeps today; what becomes of each is shown before anything is taken. */
export function ImportTable({ name }: { readonly name: RegisterName }) {
  const reading = useJob('读取表格');
  const [chosen, setChosen] = useState<Chosen>();
  const read = async ([file]: readonly ChosenFile[]): Promise<void> => {
    if (!file) return;
    const found = await reading.run(async (options) => {
      const token = await file.offer({ signal: options.signal });
      return runJob('registerTable', call('readRegisterTable', { token }), options);
    });
    if (found) setChosen(found);
  };
  return (
    <>
      <FilePickButton purpose="table" label="导入表格" onFiles={(files) => void read(files)} />
      <FailureNotice failure={reading.failure} onClose={reading.dismiss} />
      <ProgressModal title="正在读取表格" progress={reading.progress} onCancel={reading.cancel} />
      {chosen && <ImportDialog name={name} {...chosen} onClose={() => setChosen(undefined)} />}
    </>
  );
}
