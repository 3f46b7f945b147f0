import { useRef, useState } from 'react';
import { Modal, type RefSelectProps, Select } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { placesByCode } from '../../../shared/standard/places.ts';

interface Props {
  readonly evidence: Evidence;
  readonly onClose: () => void;
}

const LIST_HEIGHT = 224;

/** One file for several items. */
export function LinkDialog({ evidence: { sha256, label }, onClose }: Props) {
  useReturnFocus();
  const field = useRef<RefSelectProps>(null);
  const { assessment, standard } = useOpen();
  const report = useReport();
  const { edit } = useAssessment.getState();
  const [linked] = useState(() =>
    Object.entries(assessment.entries).flatMap(([code, entry]) =>
      entry.evidence.includes(sha256) ? [code] : [],
    ),
  );
  const [chosen, setChosen] = useState<readonly string[]>(linked);
  const applies = new Set(report.items.map((item) => item.code));
  const options = [...placesByCode(standard).values()]
    .filter(({ kind, code }) => kind !== 'item' || applies.has(code) || linked.includes(code))
    .map((place) => ({ value: place.code, label: `${place.code} ${place.title}` }));

  const save = (): void => {
    for (const code of chosen) if (!linked.includes(code)) void edit({ kind: 'linkEvidence', code, sha256 });
    for (const code of linked)
      if (!chosen.includes(code)) void edit({ kind: 'unlinkEvidence', code, sha256 });
    onClose();
  };
  return (
    <Modal
      open
      title={`“${label}”用于哪些评分项`}
      okText="确定"
      onOk={save}
      onCancel={onClose}
      // Room for the open list, so that it never lies over the buttons.
      styles={{ body: { minHeight: LIST_HEIGHT + 90 } }}
      afterOpenChange={() => field.current?.focus()}
    >
      <Select
        mode="multiple"
        ref={field}
        style={{ width: '100%' }}
        aria-label="选择评分项"
        placeholder="输入编号或标题搜索，可选多项"
        showSearch={{ optionFilterProp: 'label' }}
        listHeight={LIST_HEIGHT}
        options={options}
        value={[...chosen]}
        onChange={setChosen}
      />
    </Modal>
  );
}
