import { UploadOutlined } from '@ant-design/icons';
import { useEffect, useRef } from 'react';
import { Card, Checkbox, Space, Tag } from 'antd';
import { materialOf } from '../../../shared/assessment/schema.ts';
import { limitWords, uncountedWords } from '../../../shared/campaign/limits.ts';
import type { MaterialRequirement } from '../../../shared/campaign/schema.ts';
import { materialMissing } from '../../../shared/eligibility/campaign-conditions.ts';
import type { ChosenFile } from '../../ui/call/files.ts';
import { usePlaceForFiles } from '../../ui/intake/targets.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { showSource } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { MaterialFiles } from './MaterialFiles.tsx';
import { useAddFiles } from './use-add-files.ts';
import './materials.css';

const PURPOSES = { report: 'report', video: 'video', other: 'material' } as const;

interface Props {
  readonly requirement: MaterialRequirement;
  /** Files that were let go on the screen and meant for this one. */
  readonly handed: readonly ChosenFile[] | undefined;
}

/** One material: its files, and the points that it must show. */
export function MaterialCard({ requirement, handed }: Props) {
  const { code, title, required, checklist, themes, source, kind, limits } = requirement;
  const { assessment } = useOpen();
  const material = materialOf(assessment, code);
  const edit = useAssessment((state) => state.edit);
  const { addFiles, failures, job } = useAddFiles(code);
  const card = useRef<HTMLDivElement>(null);
  usePlaceForFiles(card, {
    words: `松开，添加到${title}`,
    take: (files) => void addFiles(files),
  });
  const latest = useRef(addFiles);
  useEffect(() => {
    latest.current = addFiles;
  });
  useEffect(() => {
    if (handed) void latest.current(handed);
  }, [handed]);
  const missing = materialMissing(assessment, requirement);
  const uncounted = uncountedWords(limits ?? {});

  return (
    <Card
      ref={card}
      size="small"
      title={
        <Space>
          {title}
          <Tag color={required ? 'red' : undefined}>{required ? '必备' : '选备'}</Tag>
          {missing?.result === 'fail' && <Tag color="red">不合通知的限制</Tag>}
          {!missing && uncounted.length === 0 && <Tag color="green">✓ 已备齐</Tag>}
          {!missing && uncounted.length > 0 && (
            <Tag color="gold">已添加，{uncounted.join('、')}请自行核对</Tag>
          )}
        </Space>
      }
      extra={
        <FilePickButton
          label={`添加${title}`}
          icon={<UploadOutlined aria-hidden />}
          purpose={PURPOSES[kind]}
          multiple
          onFiles={(files) => void addFiles(files)}
        />
      }
    >
      {failures.map(({ fileName, failure }) => (
        <FailureNotice key={fileName} failure={{ ...failure, message: `${fileName}：${failure.message}` }} />
      ))}
      {limits && <div>通知的限制：{limitWords(limits)}</div>}
      {missing?.result === 'fail' && (
        <div className="ui-field-problem" role="alert">
          {missing.words}
        </div>
      )}
      <MaterialFiles code={code} files={material.files} themes={themes} />
      {checklist.length > 0 && (
        <fieldset className="materials-checklist">
          <legend>材料里已写到（核对后勾选）</legend>
          <Checkbox.Group
            value={material.checked}
            options={checklist.map((point) => ({ value: point.code, label: point.label }))}
            onChange={(checked) => {
              for (const point of checklist.map((each) => each.code)) {
                const isChecked = checked.includes(point);
                if (isChecked !== material.checked.includes(point)) {
                  void edit({ kind: 'tickMaterial', code, point, checked: isChecked });
                }
              }
            }}
          />
        </fieldset>
      )}
      <div className="ui-muted">来源：{showSource(source)}</div>
      <ProgressModal title={`添加${title}`} progress={job.progress} onCancel={job.cancel} />
    </Card>
  );
}
