import { useAnswer, useCall } from '../ui/call/use-call.ts';
import { useState } from 'react';
import { App } from 'antd';
import type { CallOutput } from '../../shared/contract/contract.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { call } from '../ui/call/client.ts';
import type { ChosenFile } from '../ui/call/files.ts';
import { AreaTitle } from '../ui/AreaTitle.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { useImport } from '../state/import-store.ts';
import { CampaignSection } from './campaigns/CampaignSection.tsx';
import { ImportSource } from './ImportSource.tsx';
import type { ExportFormat } from './StandardActions.tsx';
import { ToDataFolder } from '../ui/ToDataFolder.tsx';
import { StandardTable } from './StandardTable.tsx';
import { MadeFileButton } from '../ui/MadeFileButton.tsx';
import { useLanding } from '../ui/use-landing.ts';
import { useDelivery } from '../ui/use-delivery.tsx';
import { UnfinishedImports } from './UnfinishedImports.tsx';

interface Props {
  readonly onShow: (standard: Standard) => void;
  readonly onNew: (standardId: string) => void;
  readonly onOriginal: (standardId: string) => void;
}

type Library = CallOutput<'listStandards'> & CallOutput<'listImports'>;

async function loadLibrary(): Promise<Library> {
  const [standards, imports] = await Promise.all([call('listStandards', {}), call('listImports', {})]);
  const problems = [...(standards.problems ?? []), ...imports.problems];
  return { ...standards, ...imports, problems };
}

/** Every standard, and the ways to another one. */
export function StandardList({ onShow, onNew, onOriginal }: Props) {
  const { message } = App.useApp();
  const deliver = useDelivery();
  const { value: library, failure: unlisted, retry: reload } = useAnswer(loadLibrary);
  const main = useLanding<HTMLElement>(library);
  const { failure, run: attempt, dismiss } = useCall();
  const [campaign, setCampaign] = useState<ChosenFile>();

  const resume = (importId: string) => attempt(() => useImport.getState().load(importId));
  const copy = (id: string) => attempt(async () => resume((await call('copyStandard', { id })).importId));
  const exportAs = (id: string, format: ExportFormat) =>
    attempt(async () => deliver(await call('exportStandard', { id, format })));
  const discard = (importId: string) =>
    attempt(async () => {
      await call('discardImport', { importId });
      await reload();
    });
  const remove = (id: string) =>
    attempt(async () => {
      const { movedTo } = await call('removeStandard', { id });
      message.success(`文件已移到：${movedTo}`);
      await reload();
    });

  return (
    <main className="ui-page" ref={main} tabIndex={-1}>
      <AreaTitle title="标准库">
        <MadeFileButton make={() => call('standardTemplate', {})}>下载模板（xlsx）</MadeFileButton>
      </AreaTitle>
      <FailureNotice failure={failure} onClose={dismiss} />
      <FailureNotice
        failure={unlisted}
        onRetry={() => void reload()}
        actions={<ToDataFolder failure={unlisted} />}
      />
      {library?.problems.map((problem) => (
        <FailureNotice key={problem.message} tone="warning" failure={problem} />
      ))}
      <ImportSource onRead={resume} onCampaign={setCampaign} />
      {library && library.imports.length > 0 && (
        <UnfinishedImports imports={library.imports} onResume={resume} onDiscard={discard} />
      )}
      <StandardTable
        library={library}
        onShow={onShow}
        onNew={onNew}
        onOriginal={onOriginal}
        onCopy={(id) => void copy(id)}
        onExport={(id, format) => void exportAs(id, format)}
        onRemove={(id) => void remove(id)}
      />
      <CampaignSection handed={campaign} />
    </main>
  );
}
