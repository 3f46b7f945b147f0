import { LeftOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '../ui/commands.ts';
import type { Standard } from '../../shared/standard/schema.ts';
import { useArea } from '../ui/area-store.ts';
import { useAssessment } from '../state/assessment-store.ts';
import { useCampaignDraft } from '../state/campaign-store.ts';
import { useImport } from '../state/import-store.ts';
import { NewAssessment } from '../assessment/NewAssessment.tsx';
import { StandardView } from '../assessment/standard/StandardScreen.tsx';
import { useOpening } from '../state/document/use-opening.tsx';
import { FailureNotice } from '../ui/FailureNotice.tsx';
import { CampaignEditor } from './campaigns/editor/CampaignEditor.tsx';
import { type Done, ImportDone } from './ImportDone.tsx';
import { OriginalView } from './original/OriginalView.tsx';
import { StandardList } from './StandardList.tsx';
import { Wizard } from './Wizard.tsx';
import './standards.css';

/** 标准库: the list, one standard to look at, or the wizard. */
export function StandardsArea() {
  const isMaking = useCampaignDraft((state) => state.open !== undefined);
  const isImporting = useImport((state) => state.open !== undefined);
  const [known, setKnown] = useState<Standard>();
  const { inner, show } = useArea();
  // Of a page that was loaded anew its id alone is known: then the list is shown.
  const shown = known?.id === inner ? known : undefined;
  const setShown = (standard: Standard) => {
    setKnown(standard);
    show(standard.id);
  };
  useCommand('close', shown && (() => show(undefined)));
  const [original, setOriginal] = useState<string>();
  useCommand('close', original === undefined ? undefined : () => setOriginal(undefined));
  const [done, setDone] = useState<Done>();
  const [creating, setCreating] = useState<string>();
  const { open, failure, dismiss, dialog } = useOpening({
    document: 'assessment',
    what: '这份自评',
    openById: useAssessment.getState().openAssessment,
  });

  // 首页 is where one comes back to from an assessment.
  const begin = async (id: string) => {
    await open(id);
    if (useAssessment.getState().open) useArea.getState().goHome();
  };

  return (
    <>
      {isImporting ? (
        <Wizard onDone={setDone} />
      ) : isMaking ? (
        <CampaignEditor />
      ) : original !== undefined ? (
        <OriginalView id={original} onClose={() => setOriginal(undefined)} />
      ) : shown ? (
        <main>
          <div className="standards-back">
            <Button icon={<LeftOutlined aria-hidden />} onClick={() => show(undefined)}>
              标准库
            </Button>
          </div>
          <StandardView standard={shown} />
        </main>
      ) : done ? (
        <ImportDone
          result={done}
          onNew={() => setCreating(done.standard.id)}
          onShow={() => setShown(done.standard)}
          onClose={() => setDone(undefined)}
        />
      ) : (
        <StandardList onShow={setShown} onNew={setCreating} onOriginal={setOriginal} />
      )}
      <FailureNotice failure={failure} onClose={dismiss} />
      {creating !== undefined && (
        <NewAssessment standardId={creating} onClose={() => setCreating(undefined)} onCreated={begin} />
      )}
      {dialog}
    </>
  );
}
