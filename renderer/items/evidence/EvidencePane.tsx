import { useState } from 'react';
import { InboxOutlined } from '@ant-design/icons';
import { Button, Tag } from 'antd';
import { entryOf } from '../../../shared/assessment/schema.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { EvidencePreview } from './preview/EvidencePreview.tsx';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { DropArea } from '../../ui/DropArea.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { AddProgress } from './AddProgress.tsx';
import type { AddEvidence } from './use-add-evidence.ts';
import { AttachedList } from './AttachedList.tsx';
import { Pane } from '../Panes.tsx';
import { ExistingPicker } from './ExistingPicker.tsx';
import type { Place } from '../../../shared/standard/places.ts';
import './evidence.css';
import '../panes.css';

interface Props {
  readonly place: Place;
  /** Lasts longer than this pane: files may be dropped on another entry. */
  readonly adding: AddEvidence;
}

/** Evidence of the entry at hand: what is asked for, what is attached, and ways to attach more. */
export function EvidencePane({ place, adding }: Props) {
  const { assessment } = useOpen();
  const { edit } = useAssessment.getState();
  const [preview, setPreview] = useState<Evidence>();
  const [picking, setPicking] = useState(false);
  const { code } = place;
  const asked = place.asked;
  const linked = entryOf(assessment, code).evidence;
  const attached = linked.flatMap((sha) => assessment.evidence.filter(({ sha256 }) => sha256 === sha));
  const others = assessment.evidence.filter(({ sha256 }) => !linked.includes(sha256));

  return (
    <Pane name="evidence" label="本项佐证材料" className="items-right">
      <h3>要求的佐证</h3>
      {asked.length === 0 ? (
        <p className="ui-muted">本项没有规定佐证材料，可自行补充。</p>
      ) : (
        <ul className="items-evidence-asked">
          {asked.map((request) => (
            <li key={request.title}>
              {request.title} <Tag>{request.required ? '必备' : '选备'}</Tag>
            </li>
          ))}
        </ul>
      )}
      <h3>已附 {attached.length} 份</h3>
      <AttachedList
        evidence={attached}
        onPreview={setPreview}
        onLabel={({ sha256 }, label) => void edit({ kind: 'labelEvidence', sha256, label })}
        onUnlink={({ sha256 }) => void edit({ kind: 'unlinkEvidence', code, sha256 })}
      />
      <DropArea>
        <FilePickButton
          label="添加文件"
          purpose="evidence"
          multiple
          icon={<InboxOutlined aria-hidden />}
          onFiles={(files) => void adding.add(files, { linkTo: code })}
        />
        <span className="ui-muted">也可以把文件拖进窗口，或按 Ctrl+V 粘贴截图</span>
      </DropArea>
      <Button block disabled={others.length === 0} onClick={() => setPicking(true)}>
        从已有材料中选（{others.length}）
      </Button>
      {adding.linkedTo === code && <AddProgress adding={adding} onShow={setPreview} />}
      {picking && (
        <ExistingPicker
          evidence={others}
          onCancel={() => setPicking(false)}
          onPick={(chosen) => {
            setPicking(false);
            for (const sha256 of chosen) void edit({ kind: 'linkEvidence', code, sha256 });
          }}
        />
      )}
      {preview && (
        <EvidencePreview
          assessmentId={assessment.id}
          evidence={preview}
          onClose={() => setPreview(undefined)}
        />
      )}
    </Pane>
  );
}
