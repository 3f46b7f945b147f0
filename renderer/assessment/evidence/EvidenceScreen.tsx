import { useMemo, useRef, useState } from 'react';
import { InboxOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { assertNever } from '../../../shared/values/assert-never.ts';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { useCommand } from '../../ui/commands.ts';
import { DropArea } from '../../ui/DropArea.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { useFileTarget } from '../../ui/intake/targets.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { EvidencePreview } from '../../items/evidence/preview/EvidencePreview.tsx';
import { usePaper } from '../../ui/printing.ts';
import { Segments } from '../../ui/Segments.tsx';
import { showBytes } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen, useUnlinked } from '../../state/derived.ts';
import { useEvidenceFaults, useEvidenceReading } from '../../state/evidence-store.ts';
import { AddProgress } from '../../items/evidence/AddProgress.tsx';
import { DamagedNotice } from '../../items/evidence/DamagedNotice.tsx';
import { DetailsDialog } from './DetailsDialog.tsx';
import { EvidencePaper } from './EvidencePaper.tsx';
import { EvidenceTable } from './EvidenceTable.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { useAddEvidence } from '../../items/evidence/use-add-evidence.ts';
import { useRemoval } from './use-removal.ts';
import { formerUsesOf, usesOf } from './uses.ts';
import './evidence.css';

type Show = 'all' | 'unlinked' | 'damaged';

/** The ways to add files that belong to no item yet, and what became of them. */
function AddFiles({ onShow }: { readonly onShow: (evidence: Evidence) => void }) {
  const adding = useAddEvidence();
  const area = useRef<HTMLDivElement>(null);
  useFileTarget('screen', () => ({
    words: '松开，加入佐证材料',
    element: area.current,
    tellsUnread: true,
    take: (files, unread) => void adding.add(files, { unread }),
  }));
  return (
    <>
      <DropArea ref={area}>
        <FilePickButton
          label="添加文件（可多选）"
          purpose="evidence"
          multiple
          icon={<InboxOutlined aria-hidden />}
          onFiles={(files) => void adding.add(files)}
        />
        <span className="ui-muted">
          也可以把文件或整个文件夹拖进窗口，或按 Ctrl+V 粘贴截图；内容相同的文件只存一份
        </span>
      </DropArea>
      <AddProgress adding={adding} onShow={onShow} />
    </>
  );
}

/** The search; a piece that 搜索全部 leads to is what is searched for, until something else is typed. */
function useSought(evidence: readonly Evidence[]) {
  const sought = useAssessment((state) => state.selectedCode);
  const [typed, setTyped] = useState('');
  const piece = evidence.find(({ sha256 }) => sha256 === sought);
  return {
    search: piece ? piece.label || piece.fileName : typed,
    /** Whatever the filter says: it would hide what is sought. */
    isAll: piece !== undefined,
    setSearch: (text: string) => {
      if (piece) useAssessment.getState().select(undefined);
      setTyped(text);
    },
  };
}

/** 佐证材料: every file of the assessment and what it is used for. */
export function EvidenceScreen() {
  const { assessment, standard } = useOpen();
  const unlinked = useUnlinked();
  const { edit, goTo } = useAssessment.getState();
  const faults = useEvidenceFaults();
  const reading = useEvidenceReading();
  const [show, setShow] = useState<Show>('all');
  const { search, setSearch, isAll } = useSought(assessment.evidence);
  const field = useRef<InputRef>(null);
  // Without any evidence there is nothing to search, and no field.
  const hasEvidence = assessment.evidence.length > 0;
  useCommand('find', hasEvidence ? () => field.current?.focus({ cursor: 'all' }) : undefined);
  const [preview, setPreview] = useState<Evidence>();
  const [linking, setLinking] = useState<Evidence>();
  const [detailed, setDetailed] = useState('');
  const details = assessment.evidence.find(({ sha256 }) => sha256 === detailed);

  const uses = useMemo(() => usesOf(standard, assessment), [standard, assessment]);
  const wanted = search.normalize('NFKC').toLowerCase().trim();
  const shown = assessment.evidence.filter(
    ({ sha256, label, fileName }) =>
      (isAll || show === 'all' || (show === 'unlinked' ? unlinked.has(sha256) : faults.has(sha256))) &&
      `${label} ${fileName}`.normalize('NFKC').toLowerCase().includes(wanted),
  );
  const damaged = assessment.evidence.filter(({ sha256 }) => faults.has(sha256)).length;
  const bytes = assessment.evidence.reduce((sum, piece) => sum + piece.bytes, 0);
  const count = `共 ${assessment.evidence.length} 份，${showBytes(bytes)}；未关联 ${unlinked.size} 份`;
  usePaper(() => <EvidencePaper evidence={shown} uses={uses} count={count} />);

  const page = useRef<HTMLDivElement>(null);
  const askToRemove = useRemoval(page);
  return (
    <div className="ui-page" ref={page} tabIndex={-1}>
      <div className="ui-page-title">
        <h2>佐证材料</h2>
        <span className="ui-muted ui-numbers">
          {count}
          {reading !== undefined && `；正在核对文件内容 ${reading}`}
        </span>
      </div>
      <DamagedNotice leads="nowhere" />
      <AddFiles onShow={setPreview} />
      {assessment.evidence.length === 0 ? (
        <EmptyState text="还没有佐证材料。可以在这里一次添加多个文件，再关联到评分项。" />
      ) : (
        <>
          <div className="assessment-evidence-tools">
            <Segments<Show>
              aria-label="筛选材料"
              value={show}
              onChange={setShow}
              options={[
                { value: 'all', label: `全部 ${assessment.evidence.length}` },
                { value: 'unlinked', label: `未关联 ${unlinked.size}` },
                ...(damaged > 0 || show === 'damaged'
                  ? [{ value: 'damaged' as const, label: `文件有误 ${damaged}` }]
                  : []),
              ]}
            />
            <Input
              ref={field}
              allowClear
              style={{ width: 260 }}
              aria-label="搜索材料"
              placeholder="搜索名称或文件名"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </div>
          <EvidenceTable
            assessmentId={assessment.id}
            evidence={shown}
            uses={uses}
            formerUses={formerUsesOf(assessment)}
            empty={emptyWords(wanted === '' ? show : 'all')}
            onLabel={({ sha256 }, label) => void edit({ kind: 'labelEvidence', sha256, label })}
            onPreview={setPreview}
            onLink={setLinking}
            onDetails={({ sha256 }) => setDetailed(sha256)}
            onRemove={askToRemove}
            onUse={({ kind, code }) => goTo(kind === 'entry' ? 'scoring' : 'materials', code)}
          />
        </>
      )}
      {preview && (
        <EvidencePreview
          assessmentId={assessment.id}
          evidence={preview}
          onClose={() => setPreview(undefined)}
        />
      )}
      {details && <DetailsDialog evidence={details} onClose={() => setDetailed('')} />}
      {linking && <LinkDialog evidence={linking} onClose={() => setLinking(undefined)} />}
    </div>
  );
}

function emptyWords(show: Show): string {
  switch (show) {
    case 'all':
      return '没有符合的材料';
    case 'unlinked':
      return '所有材料都已关联';
    case 'damaged':
      return '文件有误的材料都已恢复';
    default:
      return assertNever(show);
  }
}
