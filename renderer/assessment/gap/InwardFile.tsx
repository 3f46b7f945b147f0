import { DownloadOutlined } from '@ant-design/icons';
import { call } from '../../ui/call/client.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';

/** 差距分析 and 申报条件自查 as a workbook for the unit itself; what is typed is saved first. */
export function InwardFile() {
  const { assessment } = useOpen();
  const make = async () => {
    await useAssessment.getState().saved();
    return call('inwardWorkbook', { id: assessment.id });
  };
  return (
    <MadeFileButton icon={<DownloadOutlined aria-hidden />} make={make}>
      差距分析和自查表（xlsx）
    </MadeFileButton>
  );
}
