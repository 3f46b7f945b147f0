import { Button } from 'antd';
import type { Evidence } from '../../../shared/assessment/schema.ts';

interface Props {
  readonly evidence: Evidence;
  readonly onEdit: () => void;
}

/** 文号, 形成日期, 发文单位, 页数 of a piece, as far as they are filled in, and the way to them. */
export function DetailsLine({ evidence: { label, details = {} }, onEdit }: Props) {
  const { documentNumber, formedOn, issuer, pages } = details;
  const known = [documentNumber, formedOn, issuer, pages && `${pages}页`].filter(Boolean).join('，');
  return (
    <div className="assessment-evidence-file">
      {known !== '' && <span>{known}</span>}
      <Button
        type="link"
        size="small"
        className="assessment-evidence-details"
        aria-label={`文号等信息：${label}`}
        onClick={onEdit}
      >
        {known === '' ? '填写文号等' : '修改'}
      </Button>
    </div>
  );
}
