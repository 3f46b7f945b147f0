import { UploadOutlined } from '@ant-design/icons';
import { Card, Checkbox, Space, Tag } from 'antd';
import { materialOf } from '../../../shared/assessment/schema.ts';
import type { MaterialRequirement } from '../../../shared/campaign/schema.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { FilePickButton } from '../../ui/FilePickButton.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { showSource } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { MaterialFiles } from './MaterialFiles.tsx';
import { useAddFiles } from './use-add-files.ts';
import './materials.css';

const ACCEPT: Record<MaterialRequirement['kind'], string | undefined> = {
  report: '.doc,.docx,.wps,.pdf,.ofd',
  video: 'video/*,.mp4,.mov,.avi,.wmv,.mkv,.flv',
  other: undefined,
};

/** One material: its files, and the points that it must show. */
export function MaterialCard({ requirement }: { requirement: MaterialRequirement }) {
  const { code, title, required, checklist, themes, source, kind } = requirement;
  const material = materialOf(useOpen().assessment, code);
  const edit = useAssessment((state) => state.edit);
  const { addFiles, failures, job } = useAddFiles(code);
  const done = material.files.length > 0 && checklist.every((point) => material.checked.includes(point.code));

  return (
    <Card
      size="small"
      title={
        <Space>
          {title}
          <Tag color={required ? 'red' : undefined}>{required ? '必备' : '选备'}</Tag>
          {done && <Tag color="green">✓ 已备齐</Tag>}
        </Space>
      }
      extra={
        <FilePickButton
          label={`添加${title}`}
          icon={<UploadOutlined aria-hidden />}
          accept={ACCEPT[kind]}
          multiple
          onFiles={(files) => void addFiles(files)}
        />
      }
    >
      {failures.map(({ fileName, failure }) => (
        <FailureNotice key={fileName} failure={{ ...failure, message: `${fileName}：${failure.message}` }} />
      ))}
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
